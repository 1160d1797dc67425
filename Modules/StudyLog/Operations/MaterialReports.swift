import GRDB
import Operations
import Persistence
import PluginKit

/// What one person has not studied yet.
struct UnreadLine: Tabular {
    var cadre: String
    var cadreId: UniqueID
    var unit: String
    var count: Int
    var titles: String

    static let columns: [TableColumn<UnreadLine>] = [
        .text("cadre") { $0.cadre },
        .text("cadreId") { "\($0.cadreId)" },
        .text("homeUnit") { $0.unit },
        .integer("unreadCount") { $0.count },
        .texts("unreadTitles") { $0.titles.split(separator: "\u{1F}").map { String($0) } },
    ]
    static let briefColumns: [String]? = ["cadre", "homeUnit", "unreadCount", "unreadTitles"]
}

/// Lists who in the pools has not studied which documents.
struct ListUnread: Query {
    struct Input: Codable, Sendable {
        var issuer: MaterialIssuer?
        /// Code of the round.
        var round: String?
        var cadre: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.material.unread"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<UnreadLine> {
        let materials = MaterialFilter(issuer: input.issuer, round: input.round).condition
        var people = StudyAccess.visible(to: context.principal)
        if let cadre = input.cadre.filled {
            people.and("e.cadreId = ?", try StudyAccess.person(cadre, among: StudyAccess.all, in: context).id)
        }
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.name, c.id, c.unitName, count(*), group_concat(m.title, char(31))
                FROM (SELECT DISTINCT e.cadreId FROM personnel_pool_membership e
                    WHERE e.state IN ('admitted', 'onAssignment', 'cooling') AND \(people.sql)) p
                JOIN personnel_cadre c ON c.id = p.cadreId
                JOIN (SELECT m.* FROM studylog_material m WHERE \(materials.sql) ORDER BY m.seq) m
                WHERE NOT EXISTS (SELECT 1 FROM studylog_entry s
                    WHERE s.materialId = m.id AND s.cadreId = c.id AND s.voidedOn IS NULL)
                GROUP BY c.id ORDER BY c.nameKey, c.seq
                """, arguments: people.arguments + materials.arguments)
        let lines = rows.map { UnreadLine(cadre: $0[0], cadreId: $0[1], unit: $0[2], count: $0[3], titles: $0[4]) }
        return try .part(of: lines, limit: input.limit, after: input.after) { "\($0.cadreId)" }
    }
}

/// How fast the documents of a round were studied and used.
struct LatencyLine: Tabular {
    var round: String?
    var materials: Int
    var studied: Int
    /// Median of the days from issue to first study, in halves of a day; nil where nothing was studied.
    var studyHalves: Int?
    var used: Int
    var useHalves: Int?

    static let columns: [TableColumn<LatencyLine>] = [
        .text("studyRound") { $0.round },
        .integer("materialCount") { $0.materials },
        .integer("studiedCount") { $0.studied },
        .decimal("medianStudyLatency") { $0.studyHalves.map(days) },
        .integer("usedCount") { $0.used },
        .decimal("medianUseLatency") { $0.useHalves.map(days) },
    ]

    private static func days(_ halves: Int) -> String { "\(halves / 2).\(halves % 2 == 0 ? "0" : "5")" }
}

/// Days from issue to first study and to first use, the median of each round (第一时间掌握、第一时间践行).
struct MeasureLatency: Query {
    struct Input: Codable, Sendable {
        /// Code of the round; all of them when not given.
        var round: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.latency"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<LatencyLine> {
        let lines = try ListMaterials.lines(MaterialFilter(round: input.round).condition, limit: 100_000, in: context)
        let rounds = Dictionary(grouping: lines, by: \.material.round).sorted { ($0.key ?? "") < ($1.key ?? "") }
        let latencies = rounds.map { round, lines in
            let studied = lines.compactMap(\.studyLatency), used = lines.compactMap(\.useLatency)
            return LatencyLine(
                round: round, materials: lines.count, studied: studied.count, studyHalves: Median.halves(studied),
                used: used.count, useHalves: Median.halves(used))
        }
        return try .part(of: latencies, limit: input.limit, after: input.after) { $0.round ?? "" }
    }
}

/// The middle of some whole numbers.
enum Median {
    /// Twice the median, so that it stays whole; nil where there is no number.
    static func halves(_ numbers: [Int]) -> Int? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    }
}
