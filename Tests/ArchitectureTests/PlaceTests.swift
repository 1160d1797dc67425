import SourceTree
import Testing

/// Each `{place}` of a sentence is filled where the sentence is made. Read from the sources: no registry sees the arguments.
@Suite struct PlaceTests {
    /// A sentence that is made somewhere: its key, and the names of its arguments; nil where they are not written out there.
    struct Making: Equatable {
        var key: String
        var names: Set<String>?
    }

    /// The texts by key; the second half of one may be on the next line.
    static let texts: [String: String] = {
        var texts: [String: String] = [:]
        for file in SentenceTests.files where file.text.contains(" || ") || file.text.contains("|| ") {
            for line in file.text.replacing("\\\n", with: "").split(separator: "\n") where line.contains("||") {
                guard let equals = line.firstRange(of: " = ") else { continue }
                let key = line[..<equals.lowerBound].drop { $0 == " " }
                if key.allSatisfy({ $0.isLetter || $0.isNumber || ".-_".contains($0) }) {
                    texts[String(key)] = String(line[equals.upperBound...])
                }
            }
        }
        return texts
    }()

    static func places(of text: String) -> Set<String> {
        Set(
            text.components(separatedBy: "{").dropFirst().compactMap { part in
                part.firstIndex(of: "}").map { String(part[..<$0]) }
            })
    }

    static func makings(in file: SourceFile) -> [Making] {
        refusals(in: file) + ["Message(", "Done("].flatMap { sentences($0, in: file) }
    }

    private static func refusals(in file: SourceFile) -> [Making] {
        calls(of: ".refused(", in: file).compactMap { before, arguments in
            let words = before.reversed().drop { $0.isWhitespace }.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
            let receiver = String(words.reversed()).split(separator: ".").suffix(2).joined(separator: ".")
            guard let id = SentenceTests.rules[receiver] else { return nil }
            let variant = arguments.first.flatMap(literal)
            let rest = arguments.dropFirst(variant == nil ? 0 : 1).filter { !$0.hasPrefix("field:") }
            return Making(key: variant.map { "\(id).refusal.\($0)" } ?? "\(id).refusal", names: names(rest.first))
        }
    }

    private static func sentences(_ name: String, in file: SourceFile) -> [Making] {
        calls(of: name, in: file).compactMap { before, arguments in
            guard before.last.map({ !$0.isLetter && $0 != "." }) ?? true, let key = arguments.first.flatMap(literal) else {
                return nil
            }
            return Making(key: key, names: names(arguments.dropFirst().first))
        }
    }

    private static func literal(_ argument: String) -> String? {
        guard argument.hasPrefix("\""), argument.hasSuffix("\""), !argument.contains("\\") else { return nil }
        return String(argument.dropFirst().dropLast())
    }

    /// The names in `["a": …, "b": …]`; none where there is no argument, nil where it is something else.
    private static func names(_ argument: String?) -> Set<String>? {
        guard let argument else { return [] }
        guard argument.hasPrefix("[") else { return nil }
        let parts = Arguments.split(argument.dropFirst())
        return Set(parts.compactMap { part in part.components(separatedBy: "\":").first.flatMap { literal($0 + "\"") } })
    }

    private static func calls(of name: String, in file: SourceFile) -> [(before: Substring, arguments: [String])] {
        file.text.ranges(of: name).map { range in
            (file.text[..<range.lowerBound].suffix(200), Arguments.split(file.text[range.upperBound...]))
        }
    }

    private static func faults(in file: SourceFile) -> [String] {
        makings(in: file).compactMap { making in
            guard let text = texts[making.key], let names = making.names else { return nil }
            let empty = places(of: text).subtracting(names)
            return empty.isEmpty ? nil : "\(file.path): \(making.key) leaves \(empty.sorted()) empty"
        }
    }

    @Test func thereIsSomethingToLookAt() {
        let all = SentenceTests.files.flatMap(Self.makings)
        #expect(all.filter { Self.texts[$0.key] != nil && $0.names?.isEmpty == false }.count > 300)
    }

    @Test func everyPlaceIsFilled() {
        #expect(SentenceTests.files.flatMap(Self.faults) == [])
    }

    @Test func anEmptyPlaceIsFound() {
        let file = SourceFile(
            path: "Modules/Inspection/A.swift",
            text: """
                throw Rule.notPermitted.refused(field: "a", ["account": .text(f("x", [1])), "other": "b"])
                throw Rule.notPermitted.refused("transition", facts)
                let sentence = Message("term.open.done", ["count": "1"])
                """)
        #expect(
            Self.makings(in: file) == [
                Making(key: "E-PERM.refusal", names: ["account", "other"]), Making(key: "E-PERM.refusal.transition", names: nil),
                Making(key: "term.open.done", names: ["count"]),
            ])
        #expect(Self.faults(in: file).count == 2)
    }
}

/// Arguments as they stand in a call.
enum Arguments {
    /// The parts between the commas of one level, up to the bracket that closes it.
    static func split(_ text: Substring) -> [String] {
        var (parts, part, depth, isText) = ([String](), "", 0, false)
        var rest = text.makeIterator()
        while let sign = rest.next() {
            switch sign {
            case "\\" where isText:
                part.append(sign)
                if let next = rest.next() { part.append(next) }
                continue
            case "\"": isText.toggle()
            case _ where !isText && "([{".contains(sign): depth += 1
            case _ where !isText && ")]}".contains(sign):
                if depth == 0 { return (parts + [part]).map(trimmed).filter { !$0.isEmpty } }
                depth -= 1
            case "," where depth == 0 && !isText:
                parts.append(part)
                part = ""
                continue
            default: break
            }
            part.append(sign)
        }
        return []
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
