import GRDB
import Operations
import Persistence
import PluginKit

/// Services inside this module.
enum Services {
    /// 组长、副组长、其他: how those in a team are listed.
    private static let rank = "CASE s.role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END"
    /// The order of lists of services `s`: the latest rounds first.
    static let order = "s.startsOn DESC, s.team, \(rank), s.seq"

    /// Where a service stands in that order.
    static func mark(_ service: Service) -> PageMark {
        let rank = [PoolKind.leader, .deputy].firstIndex(of: service.role) ?? 2
        return PageMark(["\(service.startsOn)", service.team, "\(rank)", "\(service.seq ?? 0)"])
    }

    /// The services after one of that order.
    /// - Throws: `E-VAL` on `after`.
    static func after(_ mark: PageMark) throws -> Filter {
        Filter(
            "s.startsOn < ? OR (s.startsOn = ? AND (s.team, \(rank), s.seq) > (?, ?, ?))", mark.parts[0], mark.parts[0],
            mark.parts[1], try mark.integer(2), try mark.integer(3))
    }

    /// Services `s` that somebody may see: none for a unit the person is recused from.
    static func visible(to principal: Principal) -> Filter {
        guard let own = principal.cadre else { return Filter() }
        let unseen = RecusalCases.hides("x.unitId", from: own).sql
        return Filter(
            "NOT EXISTS (SELECT 1 FROM personnel_service_unit x WHERE x.serviceId = s.id AND NOT (\(unseen)))", own)
    }

    /// Services `s` that count and that somebody may see.
    static func valid(for principal: Principal) -> Filter {
        var filter = ServiceLine.valid
        filter.and(visible(to: principal))
        return filter
    }

    static func service(of cadre: Cadre, in team: String, _ db: Database) throws -> Service {
        guard
            let service = try Service.fetchOne(
                db, sql: "SELECT * FROM personnel_service WHERE cadreId = ? AND team = ? AND voidedBy IS NULL",
                arguments: [cadre.id, team.trimmed])
        else { throw Rule.notFound.refused("service", field: "team", ["cadre": .text(cadre.name), "team": .text(team)]) }
        return service
    }

    /// How many rounds the services of some people show that are over, each round once (``RoundsServed``).
    static func rounds(of cadres: [UniqueID], in db: Database) throws -> Int {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.round, s.endedOn, r.kind FROM personnel_service s LEFT JOIN personnel_roster r ON r.id = s.rosterId
                WHERE s.cadreId IN (\(databaseQuestionMarks(count: cadres.count))) AND s.endedOn IS NOT NULL AND s.voidedBy IS NULL
                """, arguments: StatementArguments(cadres))
        let records = rows.map { row -> RoundsServed.Record in
            let kind: RosterKind? = row[2]
            return RoundsServed.Record(
                round: row[0], endedOn: row[1], remark: kind == .file ? ServiceRemark(round: row[0]) : nil)
        }
        return RoundsServed(records).count
    }

    /// Changes what is on record of somebody's service, and counts the difference in every pool the person is in.
    static func recount(of cadre: UniqueID, in context: WriteContext, _ change: () throws -> Void) throws {
        let before = try rounds(of: [cadre], in: context.db)
        try change()
        try Candidates.note(try rounds(of: [cadre], in: context.db) - before, roundsOf: [cadre], in: context)
    }

    static func answer(_ service: Service, _ sentence: String, _ context: WriteContext) throws -> RecordAnswer<ServiceLine> {
        guard let line = try ServiceLine.fetch(Filter("s.id = ?", service.id), limit: 1, in: context.db).first else {
            throw Rule.notFound.refused()
        }
        return RecordAnswer(line, sentence: Message(sentence, ["cadre": .text(line.cadre), "team": .text(service.team)]))
    }
}
