import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// Rules of statistics.
enum StatisticsRules {
    /// The published figures of a closed period never change.
    static let frozenSnapshot = Rule("R-STA-02", .integrity, source: "domain 6.14")

    static let all = [frozenSnapshot]
}

/// The figures of a round as they stood when it was archived.
enum Snapshot {
    /// Payload of `inspection.round.archived`.
    struct ArchivedRound: Codable {
        var round: String
    }

    /// Keeps every indicator that is about rounds for an archived round, once; a round that has its snapshot keeps it (R-STA-02).
    static let reaction = Reaction("statistics.snapshotArchivedRound", to: "inspection.round.archived") { event, context in
        let archived = try JSONDecoder().decode(ArchivedRound.self, from: Data(event.payload.utf8))
        guard try lines(of: archived.round, in: context.db).isEmpty else { return }
        let office = Principal(account: context.principal.account, roles: [.inspectionOffice])
        let figures = try FigureLine.all(IndicatorScope(round: archived.round, principal: office), in: context)
        for line in figures { try keep(line, round: archived.round, in: context) }
        try context.noteChange(of: "snapshot", event.id, to: archived)
    }

    private static func keep(_ line: FigureLine, round: String, in context: WriteContext) throws {
        let (kind, text, number): (String, String?, Int?) =
            switch line.figure.value {
            case .text(let text): ("text", text, nil)
            case .integer(let number): ("integer", nil, number)
            case .hundredths(let hundredths): ("percent", nil, hundredths)
            }
        try context.db.execute(
            sql: """
                INSERT INTO statistics_snapshot (round, takenAt, indicator, unit, kind, text, number, numerator, denominator)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                round, context.instant, line.indicator.id, line.indicator.unit.rawValue, kind, text, number,
                line.figure.numerator,
                line.figure.denominator,
            ])
    }

    /// The kept figures, in the order they were shown in.
    static func lines(of round: String, in db: Database) throws -> [SnapshotLine] {
        try SnapshotLine.fetchAll(db, sql: "SELECT * FROM statistics_snapshot WHERE round = ? ORDER BY seq", arguments: [round])
    }
}

/// One kept figure.
struct SnapshotLine: Tabular, FetchableRecord {
    var indicator: String
    var unit: IndicatorUnit
    var figure: Figure
    var takenAt: Instant

    init(row: Row) {
        indicator = row["indicator"]
        unit = IndicatorUnit(rawValue: row["unit"])
        takenAt = row["takenAt"]
        let kind: String = row["kind"]
        let shown: Figure.Shown =
            switch kind {
            case "percent": .hundredths(row["number"])
            case "integer": .integer(row["number"] ?? 0)
            default: .text(row["text"] ?? "")
            }
        figure = Figure(value: shown, numerator: row["numerator"], denominator: row["denominator"])
    }

    static let columns: [TableColumn<SnapshotLine>] = [
        .text("id") { $0.indicator },
        .sentence("title") { Message("indicator.\($0.indicator)") },
        TableColumn("value") { $0.figure.shown },
        TableColumn("unit") { $0.unit.value },
        .integer("numerator") { $0.figure.numerator },
        .integer("denominator") { $0.figure.denominator },
        .text("takenAt") { $0.takenAt.shanghai },
    ]
    static let briefColumns: [String]? = ["id", "title", "value", "unit", "takenAt"]
}
