import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// What an item needs before each status it may reach next.
struct ListItemSteps: Query {
    struct Input: Codable, Sendable {
        var no: String
    }
    static let name: OperationName = "item.steps"
    static let access = Access.roles(ledgerReaders)
    static let positional = ["no"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<StepLine> {
        let item = try Lookup.item(input.no, in: context)
        let facts = try Self.withAnswers(ItemSteps.facts(item, in: context))
        return Page(rows: ItemStates.table.outlook(from: item.status, for: context.principal, facts: facts))
    }

    /// What the forms of the steps ask for is not what is missing before them.
    private static func withAnswers(_ facts: ItemFacts) -> ItemFacts {
        var facts = facts
        facts.reason = "—"
        facts.confirmation = "—"
        facts.nextCheck = facts.today.adding(days: 1)
        facts.evidence = max(facts.evidence, 1)
        facts.item.resultText = facts.item.resultText ?? "—"
        facts.item.systemsNew = facts.item.systemsNew ?? 0
        facts.item.systemsRevised = facts.item.systemsRevised ?? 0
        facts.item.lossFen = facts.item.lossFen ?? 0
        facts.item.personsDisciplined = facts.item.personsDisciplined ?? 0
        return facts
    }
}

/// Hands out a file of an item's evidence.
struct FetchEvidence: Query {
    struct Input: Codable, Sendable {
        var no: String
        /// Hexadecimal.
        var sha256: String
    }
    static let name: OperationName = "item.evidence"
    static let access = Access.roles(ledgerReaders)
    static let positional = ["no", "sha256"]

    func run(_ input: Input, in context: ReadContext) throws -> EvidenceFile {
        let item = try Lookup.item(input.no, in: context)
        let row = try Row.fetchOne(
            context.db,
            sql: """
                SELECT e.name, f.data FROM rectification_evidence e JOIN rectification_file f ON f.sha256 = e.sha256
                WHERE e.itemId = ? AND e.sha256 = ?
                """, arguments: [item.id, input.sha256])
        guard let row else { throw Rule.notFound.refused("evidence", field: "sha256", ["no": .text(item.no)]) }
        return EvidenceFile(
            no: item.no, file: Document(name: row["name"], contentType: "application/octet-stream", data: row["data"]))
    }
}

/// A file handed out, with the item it belongs to.
struct EvidenceFile: Answerable {
    var no: String
    var file: Document

    static var columnKeys: [String] { [] }
    var answer: Answer {
        var answer = Answer(
            shape: .sentence, sentence: Message("item.evidence.done", ["no": .text(no), "file": .text(file.name)]))
        answer.document = file
        return answer
    }
}
