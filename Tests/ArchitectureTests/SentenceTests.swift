import PluginKit
import SourceTree
import Testing

/// Every sentence that the sources name is written in the words. What registries cannot see, the sources show.
@Suite struct SentenceTests {
    let keys: Set<String>
    let files: [SourceFile]
    /// Rule ids by the name of their constant, `InspectionRules.roundExists`.
    let rules: [String: String]

    init() throws {
        keys = try Self.keys()
        files = try Repository.sources()
        rules = Self.rules(in: files)
    }

    /// Keys of all string tables, read from the sources: those of hosts are not in any registry.
    private static func keys() throws -> Set<String> {
        let tables = try Repository.sources().filter { $0.text.contains("StringTable(") }
        return Set(
            tables.flatMap { file in
                file.text.matches(of: #/(?m)^ *([A-Za-z][\w.-]*) = [^|\n]+(?:\\\n *)?\|\|/#).map { String($0.output.1) }
            })
    }

    private static func rules(in files: [SourceFile]) -> [String: String] {
        var rules: [String: String] = [:]
        for file in files {
            var owner = ""
            for line in file.text.split(separator: "\n") {
                if let match = line.firstMatch(of: /^(?:public |package )?(?:enum|extension|struct) (\w+)/) {
                    owner = String(match.output.1)
                }
                guard let match = line.firstMatch(of: /static let (\w+) = Rule\("([^"]+)"/) else { continue }
                rules["\(owner).\(match.output.1)"] = String(match.output.2)
            }
        }
        return rules
    }

    /// Keys of refusals: `ID.refusal` or `ID.refusal.VARIANT`.
    private func refusals(in file: SourceFile) -> [String] {
        file.text.matches(of: /\b(\w*Rules?\.\w+)\s*\.refused\(\s*(?:"(\w+)")?/).compactMap { match in
            guard let id = rules[String(match.output.1)] else { return nil }
            return match.output.2.map { "\(id).refusal.\($0)" } ?? "\(id).refusal"
        }
    }

    /// Keys that stand in the code as they are.
    private func messages(in file: SourceFile) -> [String] {
        file.text.matches(of: /\b(?:Message|Done)\(\s*"([\w.-]+)"/).map { String($0.output.1) }
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
