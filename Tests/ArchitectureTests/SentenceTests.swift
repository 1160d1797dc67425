import Foundation
import PluginKit
import SourceTree
import Testing

/// Every sentence that the sources name is written in the words. What registries cannot see, the sources show.
@Suite struct SentenceTests {
    static let files = (try? Repository.sources()) ?? []
    /// Keys of all string tables, read from the sources: those of hosts are not in any registry.
    static let keys = Set(
        files.filter { $0.text.contains("StringTable(") }.flatMap { $0.text.split(separator: "\n").compactMap(key) })
    /// Rule ids by the name of their constant, `InspectionRules.roundExists`.
    static let rules = rules(in: files)

    private var files: [SourceFile] { Self.files }
    private var keys: Set<String> { Self.keys }
    private var rules: [String: String] { Self.rules }

    /// The key of a line `key = 中文 || English`; the second half may be on the next line.
    private static func key(of line: Substring) -> String? {
        guard let equals = line.firstRange(of: " = "), line.contains("||") || line.hasSuffix("\\") else { return nil }
        let key = line[..<equals.lowerBound].drop { $0 == " " }
        return key.allSatisfy { $0.isLetter || $0.isNumber || ".-_".contains($0) } ? String(key) : nil
    }

    private static func rules(in files: [SourceFile]) -> [String: String] {
        var rules: [String: String] = [:]
        for file in files where file.text.contains(" = Rule(") {
            var owner = ""
            for line in file.text.components(separatedBy: "\n") {
                let words = line.split(separator: " ")
                if let kind = words.firstIndex(where: { ["enum", "extension", "struct"].contains($0) }), !line.hasPrefix(" ") {
                    owner = words.dropFirst(kind + 1).first.map { String($0.prefix { $0.isLetter }) } ?? ""
                }
                let parts = line.components(separatedBy: " = Rule(\"")
                guard parts.count == 2, let name = parts[0].split(separator: " ").last else { continue }
                rules["\(owner).\(name)"] = String(parts[1].prefix { $0 != "\"" })
            }
        }
        return rules
    }

    /// Keys of refusals: `ID.refusal` or `ID.refusal.VARIANT`.
    private func refusals(in file: SourceFile) -> [String] {
        calls(of: ".refused(", in: file).compactMap { receiver, first in
            let name = receiver.split(separator: ".").suffix(2).joined(separator: ".")
            guard let id = rules[name] else { return nil }
            return first.map { "\(id).refusal.\($0)" } ?? "\(id).refusal"
        }
    }

    /// Keys that stand in the code as they are.
    private func messages(in file: SourceFile) -> [String] {
        ["Message(", "Done("].flatMap { calls(of: $0, in: file) }.filter { $0.receiver.isEmpty }.compactMap(\.first)
            .filter { !$0.contains("\\") }
    }

    /// What stands before a call, and its first argument where that is a plain string. Done by hand: patterns take far longer.
    private func calls(of name: String, in file: SourceFile) -> [(receiver: String, first: String?)] {
        let parts = file.text.components(separatedBy: name)
        return zip(parts, parts.dropFirst()).map { before, after in
            let words = before.reversed().drop { $0.isWhitespace }.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
            let argument = after.drop { $0.isWhitespace }
            guard argument.first == "\"" else { return (String(words.reversed()), nil) }
            return (name.hasPrefix(".") ? String(words.reversed()) : "", String(argument.dropFirst().prefix { $0 != "\"" }))
        }
    }

    @Test func thereIsSomethingToLookAt() {
        #expect(keys.count > 800)
        #expect(rules["Rule.illegalState"] == "E-STATE")
        #expect(files.flatMap(refusals).count > 100)
    }

    @Test func everyRefusalHasItsSentence() {
        let missing = files.flatMap { file in refusals(in: file).filter { !keys.contains($0) }.map { "\(file.path): \($0)" } }
        #expect(missing == [])
    }

    @Test func everySentenceNamedIsWritten() {
        let missing = files.flatMap { file in messages(in: file).filter { !keys.contains($0) }.map { "\(file.path): \($0)" } }
        #expect(missing == [])
    }

    @Test func aMissingSentenceIsFound() {
        let file = SourceFile(
            path: "Modules/Inspection/A.swift", text: "throw Rule.illegalState.refused(\n  \"neverWritten\", field: nil)")
        #expect(refusals(in: file) == ["E-STATE.refusal.neverWritten"])
        #expect(!keys.contains("E-STATE.refusal.neverWritten"))
    }
}
