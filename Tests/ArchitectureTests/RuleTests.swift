import HostKit
import PluginKit
import SourceTree
import StandardPlugins
import Testing

/// Rules in the sources, in the registry and in the words are the same ones.
@Suite struct RuleTests {
    let registered: Set<String>

    init() throws {
        registered = Set(try Composition.registry(of: standardPlugins).values(Rules.self).map(\.id))
    }

    /// `R-RND-02`, `RC4`, `E-FILE-ABSENT`.
    private static func isRuleID(_ text: some StringProtocol) -> Bool {
        String(text).wholeMatch(of: /R-[A-Z]{3}-\d\d|RC\d+|E-[A-Z]+(?:-[A-Z]+)*/) != nil
    }

    private func unregistered(_ file: SourceFile) -> [String] {
        file.text.matches(of: /\bRule\(\s*"([^"]+)"/).map { String($0.output.1) }.filter { !registered.contains($0) }
            .map { "\(file.path): \($0)" }
    }

    @Test func everyRuleInTheSourcesIsRegistered() throws {
        let files = try Repository.sources()
        #expect(files.flatMap(unregistered) == [])
    }

    @Test func anUnregisteredRuleIsFound() {
        let file = SourceFile(path: "Modules/Inspection/A.swift", text: "let a = Rule(\n  \"R-XYZ-99\", .rule, source: \"\")")
        #expect(unregistered(file).count == 1)
    }

    @Test func everyRegisteredRuleHasAnIDOfTheKnownShape() {
        #expect(registered.filter { !Self.isRuleID($0) } == [])
        #expect(registered.count > 20)
    }

    @Test func everyStatementInTheWordsBelongsToARule() throws {
        let faults = try Repository.sources().flatMap { file in
            file.text.matches(of: #/(?m)^ *([A-Z][A-Z0-9-]+)\.(?:rule|remedy) = /#).map { String($0.output.1) }
                .filter { !registered.contains($0) }.map { "\(file.path): \($0)" }
        }
        #expect(faults == [])
    }

    /// `rule explain` shows them without anything to fill in.
    @Test func statementsAndRemediesReadWellByThemselves() throws {
        let registry = try Composition.registry(of: standardPlugins)
        let keys = registry.values(Rules.self).flatMap { ["\($0.id).rule", "\($0.id).remedy"] }
        let texts = keys.flatMap { key in Language.allCases.compactMap { registry.strings.text(key, in: $0) } }
        #expect(texts.count > 100)
        #expect(texts.filter { $0.contains("{") } == [])
    }

    @Test func everyRuleNamedByARefusalIsRegistered() throws {
        let faults = try Repository.sources().flatMap { file in
            file.text.matches(of: /Message\(\s*"([A-Z][A-Z0-9-]+)\.refusal/).map { String($0.output.1) }
                .filter { !registered.contains($0) }.map { "\(file.path): \($0)" }
        }
        #expect(faults == [])
    }
}
