import Foundation
import HostKit
import Operations
import PluginKit
import SourceTree
import StandardPlugins
import Testing

/// All lists are read in one way, and whatever leaves the program as a table goes out in one way.
@Suite struct ListTests {
    /// Lists that cannot grow with the office's data, and why. Everything else takes `limit` and `after`.
    private static let bounded: [String: String] = [
        "calendar.show": "the holidays of one year",
        "competence.show": "one line for each track",
        "deadline.list": "the deadlines of one profile",
        "eligibility.check": "one line for each criterion",
        "feedback.list": "the answers about one session, which have nothing that tells them apart",
        "finding.steps": "one line for each state",
        "item.steps": "one line for each state",
        "level.rule.list": "one line for each level",
        "pool.steps": "one line for each state",
        "pool.structure": "one line for each group of a pool",
        "recruitment.steps": "one line for each stage",
        "recusal.check": "a few lines for each of eleven rules",
        "recusal.steps": "one line for each state",
        "round.steps": "one line for each stage",
        "session.next": "one line for each state",
        "statistics.explain": "one line for each indicator of the program",
        "statistics.show": "one line for each indicator of the program",
        "statistics.snapshot": "one line for each indicator of the program",
        "team.check": "the violations of one round's draft, which are looked at together",
        "training.needs": "one line for each track",
        "training.timetable": "a proposal, which is taken or left as a whole",
        "work.list": "each source gives at most so many as the limit says",
    ]

    @Test func everyListIsReadPageByPage() throws {
        let registry = try Composition.registry(of: standardPlugins)
        let lists = registry.values(OperationSlot.self).filter { $0.kind == .query && $0.shape.answerShape == .list }
        #expect(lists.count > 40)
        let whole = lists.filter { operation in
            !Set(["limit", "after"]).isSubset(of: Set(operation.fields().map(\.name)))
        }.map(\.name.text)
        #expect(Set(whole).subtracting(Self.bounded.keys).sorted() == [], "a list without a page")
        #expect(Set(Self.bounded.keys).subtracting(whole).sorted() == [], "an exception that is none")
    }

    /// Only ``PaperWriter`` turns tables into files for people, so that each carries time, scope and secrecy. The API writes CSV for
    /// programs, and the rejects of an import are no form.
    @Test func filesOfTablesAreWrittenInOnePlace() throws {
        let writers = try Repository.sources().filter { source in
            source.path.hasPrefix("Modules/") && source.text.contains("format.write")
        }.map(\.path)
        #expect(
            Set(writers) == ["Modules/Kernel/Operations/Output/Paper.swift", "Modules/Hosts/HTTPHost/API/AnswerReply.swift"],
            "\(writers)")
    }
}
