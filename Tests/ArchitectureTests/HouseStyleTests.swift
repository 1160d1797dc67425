import SourceTree
import Testing

/// What a reader may rely on in every file.
@Suite struct HouseStyleTests {
    @Test func filesAreShort() throws {
        let sources = try Repository.sources().filter { $0.lineCount > 400 }
        let tests = try Repository.testSources().filter { $0.lineCount > 600 }
        #expect((sources + tests).map { "\($0.path): \($0.lineCount) lines" } == [])
    }

    /// Words that end the program or talk past the hosts.
    static let forbidden = ["fatalError(", "preconditionFailure(", "try!", "as!", "print(", "Swift.print("]
    /// Where people are talked to directly.
    static let speaking = ["Modules/Hosts/CommandHost/", "Tools/Benchmarks/", "Tools/TeamBenchmark/"]

    private func faults(_ file: SourceFile) -> [String] {
        let mayPrint = Self.speaking.contains { file.path.hasPrefix($0) }
        let words = Self.forbidden.filter { !mayPrint || !$0.hasSuffix("print(") }
        let code = file.code
        return words.filter { Self.occurs($0, in: code) }.map { "\(file.path): \($0)" }
    }

    /// Whether a word stands in the code by itself, not as the end of another one.
    private static func occurs(_ word: String, in code: String) -> Bool {
        code.ranges(of: word).contains { range in
            guard range.lowerBound > code.startIndex else { return true }
            let before = code[code.index(before: range.lowerBound)]
            return !before.isLetter && !before.isNumber && before != "_" && before != "."
        }
    }

    @Test func nothingEndsTheProgramOrTalksPastTheHosts() throws {
        #expect(try Repository.sources().flatMap(faults) == [])
    }

    @Test(arguments: ["fatalError(\"x\")", "let a = try! b()", "let a = b as! C", "  print(a)", "let t = \"\\(b as! C)\""])
    func plantedWordsAreFound(line: String) {
        #expect(faults(SourceFile(path: "Modules/Inspection/A.swift", text: line)).count == 1)
    }

    @Test(arguments: ["// fatalError(", "let a = \"was! try! as!\"", "view.print(a)", "blueprint(a)", "a is B"])
    func innocentLinesAreNot(line: String) {
        #expect(faults(SourceFile(path: "Modules/Inspection/A.swift", text: line)) == [])
    }

    @Test func theHostMayPrint() {
        #expect(faults(SourceFile(path: "Modules/Hosts/CommandHost/A.swift", text: "print(a)")) == [])
    }

    @Test func noTypeIsNamedForNothing() throws {
        let vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base"]
        let faults = try Repository.sources().flatMap { file in
            let names = file.code.matches(of: /\b(?:struct|class|enum|actor|protocol) (\w+)/).map { String($0.output.1) }
            return names.filter { name in vague.contains { name.hasSuffix($0) } }.map { "\(file.path): \($0)" }
        }
        #expect(faults == [])
    }
}
