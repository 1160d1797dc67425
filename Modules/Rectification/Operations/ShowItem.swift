import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// An item with its measures, its evidence, what the reviews said of it, and its history.
struct ItemDetail: Answerable {
    var record: ItemRecord
    var measures: [Measure]
    var evidence: [Evidence]
    var opinions: [OpinionLine]
    var steps: [ItemStep]

    static let shape: Answer.Shape? = .record
    static let columns: [ColumnShape]? = ItemRecord.shapes
    static let sections = [
        "measures": Measure.shapes, "evidence": Evidence.shapes, "opinions": OpinionLine.shapes, "history": ItemStep.shapes,
    ]
    var answer: Answer {
        var answer = Answer(record: record)
        answer.sections = [
            ("section.measures", Answer(list: measures)), ("section.evidence", Answer(list: evidence)),
            ("section.opinions", Answer(list: opinions)), ("section.history", Answer(list: steps)),
        ]
        return answer
    }
}

/// Shows one item.
struct ShowItem: Query {
    struct Input: Codable, Sendable {
        var no: String
    }
    static let name: OperationName = "item.show"
    static let access = Access.roles(ledgerReaders)
    static let positional = ["no"]

    func run(_ input: Input, in context: ReadContext) throws -> ItemDetail {
        let item = try Lookup.item(input.no, in: context)
        return ItemDetail(
            record: try ItemRecord.of(item, in: context),
            measures: try Measure.fetchAll(
                context.db, sql: "SELECT * FROM rectification_measure WHERE itemId = ? ORDER BY ordinal", arguments: [item.id]),
            evidence: try Evidence.fetchAll(
                context.db, sql: "SELECT * FROM rectification_evidence WHERE itemId = ? ORDER BY addedOn, name, sha256",
                arguments: [item.id]),
            opinions: try OpinionLine.of(Filter("o.itemId = ?", item.id), in: context.db),
            steps: try ItemStep.fetchAll(
                context.db, sql: "SELECT * FROM rectification_step WHERE itemId = ? ORDER BY seq", arguments: [item.id]))
    }
}
