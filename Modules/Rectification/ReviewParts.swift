import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

extension ReviewTier: Tabular {
    static let columns: [TableColumn<ReviewTier>] = [
        .integer("documentVersion") { $0.documentVersion },
        TableColumn("tier") { .word(code: "\($0.tier)", key: "reviewTier.\($0.tier)") },
        .account("chair") { $0.chair },
        .texts("panel") { $0.members },
        .decimal("score") { Score.text($0.score) },
        .word("verdict") { $0.verdict },
        .text("opinion") { $0.text },
        .date("decidedOn") { $0.decidedOn },
    ]
}

extension Consequence: Tabular {
    package static let columns: [TableColumn<Consequence>] = [
        .word("consequence") { $0.kind },
        TableColumn("owners") { consequence in
            .list(consequence.owners.split(separator: " ").map { .word(code: String($0), key: "role.\($0)") })
        },
        .date("due") { $0.due },
        .integer("affectedItems") { $0.items },
        .decimal("satisfactionRate") { $0.rate.map { Percent.text(hundredths: $0) } },
        .decimal("satisfactionThreshold") { $0.threshold.map { Percent.text(hundredths: $0) } },
    ]
}

/// What a tier said of one item.
struct OpinionLine: Tabular, FetchableRecord {
    var no: String
    var node: ReviewNode
    var documentVersion: Int
    var tier: Int
    var text: String

    init(row: Row) {
        no = row["no"]
        node = row["node"]
        documentVersion = row["documentVersion"]
        tier = row["tier"]
        text = row["text"]
    }

    static let columns: [TableColumn<OpinionLine>] = [
        .text("no") { $0.no },
        .word("reviewNode") { $0.node },
        .integer("documentVersion") { $0.documentVersion },
        TableColumn("tier") { .word(code: "\($0.tier)", key: "reviewTier.\($0.tier)") },
        .text("opinion") { $0.text },
    ]

    /// Opinions that fulfil a condition on the alias `o`, in the order they were given.
    static func of(_ filter: Filter, in db: Database) throws -> [OpinionLine] {
        try fetchAll(
            db,
            sql: """
                SELECT i.no, c.node, o.documentVersion, o.tier, o.text FROM rectification_opinion o
                JOIN rectification_item i ON i.id = o.itemId JOIN rectification_case c ON c.id = o.caseId
                WHERE \(filter.sql) ORDER BY c.seq, o.documentVersion, o.tier, i.seq
                """, arguments: filter.arguments)
    }
}
