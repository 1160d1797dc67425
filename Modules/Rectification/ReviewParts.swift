import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

extension ReviewTier: Tabular {
    static let columns: [TableColumn<ReviewTier>] = [
        TableColumn("documentVersion") { .integer($0.documentVersion) },
        TableColumn("tier") { .word(code: "\($0.tier)", key: "reviewTier.\($0.tier)") },
        TableColumn("chair") { .text($0.chair) },
        TableColumn("panel") { .list($0.members.map { .text($0) }) },
        TableColumn("score") { .decimal(Score.text($0.score)) },
        TableColumn("verdict") { $0.verdict.value },
        TableColumn("opinion") { .optional($0.text) },
        TableColumn("decidedOn") { .date($0.decidedOn) },
    ]
}

extension Consequence: Tabular {
    package static let columns: [TableColumn<Consequence>] = [
        TableColumn("consequence") { $0.kind.value },
        TableColumn("owners") { consequence in
            .list(consequence.owners.split(separator: " ").map { .word(code: String($0), key: "role.\($0)") })
        },
        TableColumn("due") { .optional($0.due) },
        TableColumn("affectedItems") { .integer($0.items) },
        TableColumn("satisfactionRate") { $0.rate.map { .decimal(Percent.text(hundredths: $0)) } ?? .none },
        TableColumn("satisfactionThreshold") { $0.threshold.map { .decimal(Percent.text(hundredths: $0)) } ?? .none },
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
        TableColumn("no") { .text($0.no) },
        TableColumn("reviewNode") { $0.node.value },
        TableColumn("documentVersion") { .integer($0.documentVersion) },
        TableColumn("tier") { .word(code: "\($0.tier)", key: "reviewTier.\($0.tier)") },
        TableColumn("opinion") { .text($0.text) },
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
