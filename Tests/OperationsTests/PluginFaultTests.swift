import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@Suite struct PluginFaultTests {
    private func problems(_ plugins: [any Plugin.Type], crossChecks: Bool = true) -> [PluginProblem] {
        do {
            _ = try Registry.build([KernelPlugin.self] + plugins, crossChecks: crossChecks)
            return []
        } catch {
            return (error as? PluginProblems)?.problems ?? []
        }
    }

    @Test func whatStandsInTheWayOfLoadingIsSaidAtOnce() {
        let found = problems(
            [MissingRequirement.self, OldRequirement.self, FutureKernel.self, Hen.self, Egg.self, MissingRequirement.self],
            crossChecks: false)
        #expect(
            found == [
                .kernelMismatch(plugin: "future", wants: Version(2)..<Version(3)),
                .duplicateNamespace("lonely", plugins: ["future", "lonely"]),
                .duplicatePlugin("lonely"),
                .missingRequirement(plugin: "lonely", requires: "nobody"),
                .oldRequirement(plugin: "picky", requires: "lonely", atLeast: Version(2), found: Version(1)),
                .conflict(plugin: "picky", with: "lonely"),
                .cycle(path: ["egg", "hen", "egg"]),
            ])
    }

    @Test func whatAPluginBringsWronglyIsSaidAtOnce() {
        let found = problems([Planted.self])
        let expected: [PluginProblem] = [
            .undeclaredCapability(plugin: "planted", slot: "rules"),
            .foreignKey(plugin: "planted", slot: "operations", key: "organization.steal"),
            .duplicateKey(slot: "operations", key: "planted.nobody", plugins: ["planted", "planted"]),
            .foreignTable(plugin: "planted", table: "stranger_table"),
            .missingString(key: "planted.strange", language: .en, plugin: "planted"),
            .missingString(key: "planted.strange.help", language: .zhHans, plugin: "planted"),
            .missingString(key: "R-XYZ-01.rule", language: .zhHans, plugin: "planted"),
            .missingString(key: "R-XYZ-01.remedy", language: .en, plugin: "planted"),
            .missingAccess(operation: "planted.nobody", plugin: "planted"),
            .reservedField(operation: "planted.strange", plugin: "planted", field: "force"),
            .unknownPosition(operation: "planted.strange", plugin: "planted", field: "absent"),
        ]
        for problem in expected { #expect(found.contains(problem), "\(problem)") }
        #expect(!found.contains(.foreignTable(plugin: "planted", table: "planted_own")))
        #expect(found.contains { if case .unlearnableInput(let name, _, _) = $0 { name == "planted.strange" } else { false } })
    }

    @Test func anOrdinaryStartChecksWhatWouldBreakIt() {
        let found = problems([Planted.self], crossChecks: false)
        #expect(
            found == [
                .undeclaredCapability(plugin: "planted", slot: "rules"),
                .foreignKey(plugin: "planted", slot: "operations", key: "organization.steal"),
                .duplicateKey(slot: "operations", key: "planted.nobody", plugins: ["planted", "planted"]),
            ])
    }

    @Test(arguments: Language.allCases)
    func everyProblemHasASentenceWithItsNames(_ language: Language) throws {
        let strings = try Registry.build([KernelPlugin.self]).strings
        let all =
            problems([Planted.self])
            + problems([MissingRequirement.self, OldRequirement.self, FutureKernel.self, Hen.self, Egg.self, MissingRequirement.self])
            + [.dangling(slot: "s", key: "k", reference: "r", plugin: "p")]
        for problem in all {
            let sentence = strings.text(problem.message, in: language)
            #expect(sentence != problem.message.key)
            #expect(!sentence.contains("{"), "\(sentence)")
            #expect(sentence.unicodeScalars.contains { $0.value > 0x2E7F } == (language == .zhHans), "\(sentence)")
        }
    }

    @Test func conformanceSaysItInSentences() {
        let found = PluginConformance.problems(of: [Planted.self])
        #expect(found.contains(#"The operation "planted.nobody" of plugin "planted" does not say who may do it; name the roles"#))
        #expect(found.count == Set(found).count)
    }

    @Test func conformanceMakesTheTables() {
        enum Broken: Plugin {
            static let manifest = PluginManifest(id: "broken", version: Version(1), capabilities: ["migrations"])
            static func register(with registrar: inout Registrar) {
                registrar.add(Migration("broken/0001", sql: "CREATE TABLE broken_a (a NONSENSE) STRICT;"), to: Migrations.self)
            }
        }
        #expect(PluginConformance.problems(of: [Broken.self]).first?.hasPrefix("The tables cannot be made:") == true)
    }
}
