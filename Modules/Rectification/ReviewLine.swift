import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// One review, as lists and records show it.
struct ReviewLine: Tabular, FetchableRecord {
    var review: ReviewCase
    var round: String
    var unitCode: String
    var unit: String

    init(row: Row) throws {
        review = try ReviewCase(row: row)
        round = row["roundCode"]
        unitCode = row["unitCode"]
        unit = row["unitName"]
    }

    static let selection = """
        SELECT i.*, r.code AS roundCode, u.code AS unitCode, u.name AS unitName FROM rectification_case i
        JOIN inspection_round r ON r.id = i.roundId JOIN organization_unit u ON u.id = i.unitId
        """

    static func of(_ review: ReviewCase, in context: ReadContext) throws -> ReviewLine {
        guard let line = try fetchOne(context.db, sql: "\(selection) WHERE i.id = ?", arguments: [review.id]) else {
            throw Rule.notFound.refused("review", ["unit": "—", "node": .key("reviewNode.\(review.node.rawValue)")])
        }
        return line
    }

    static let columns: [TableColumn<ReviewLine>] = [
        .text("round") { $0.round },
        .text("unitCode") { $0.unitCode },
        .text("unit") { $0.unit },
        .word("reviewNode") { $0.review.node },
        .word("reviewState") { $0.review.state },
        .text("document") { $0.review.documentName },
        .integer("documentVersion") { $0.review.documentVersion },
        .account("signedBy") { $0.review.signedBy },
        .date("signedOn") { $0.review.signedOn },
        TableColumn("score") { $0.review.score.map { .decimal(Score.text($0)) } ?? .none },
        .decimal("satisfactionRate") { $0.review.rate.map { Percent.text(hundredths: $0) } },
        .decimal("satisfactionThreshold") { $0.review.threshold.map { Percent.text(hundredths: $0) } },
        .date("startedOn") { $0.review.startedOn },
        .date("decidedOn") { $0.review.decidedOn },
        .integer("version") { $0.review.version },
    ]
    static let briefColumns: [String]? = ["round", "unit", "reviewNode", "reviewState", "score", "satisfactionRate"]
}

extension RecordAnswer where Row == ReviewLine {
    /// What an operation did to a review, with a sentence that names unit, document and state.
    static func of(_ review: ReviewCase, _ key: String, _ more: [String: Message.Argument] = [:], in context: ReadContext) throws
        -> RecordAnswer
    {
        let line = try ReviewLine.of(review, in: context)
        let known: [String: Message.Argument] = [
            "unit": .text(line.unit), "node": .key("reviewNode.\(review.node.rawValue)"),
            "state": .key("reviewState.\(review.state.rawValue)"),
        ]
        return RecordAnswer(line, sentence: Message(key, known.merging(more) { _, new in new }))
    }
}
