import GRDB
import Operations
import Persistence
import PluginKit

/// Services inside this module.
enum Services {
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
