import GRDB
import Operations
import Persistence
import PluginKit

/// Somebody's place in a team of a round, as the module of rounds tells it.
package struct Assignment: Sendable {
    package var cadre: UniqueID
    package var role: PoolKind

    package init(cadre: UniqueID, role: PoolKind) {
        self.cadre = cadre
        self.role = role
    }
}

/// A team with what it was authorised for.
package struct AuthorisedTeam: Sendable {
    package var round: String
    package var team: String
    package var units: [UniqueID]
    package var authorisation: String
    package var startsOn: CalendarDate
    package var plannedEnd: CalendarDate?

    package init(
        round: String, team: String, units: [UniqueID], authorisation: String, startsOn: CalendarDate,
        plannedEnd: CalendarDate?
    ) {
        self.round = round
        self.team = team
        self.units = units
        self.authorisation = authorisation
        self.startsOn = startsOn
        self.plannedEnd = plannedEnd
    }
}

extension Candidates {
    /// Opens the service record of everybody in a team that was authorised for this round, and takes them out of the pools meanwhile.
    package static func beginService(_ people: [Assignment], in team: AuthorisedTeam, _ context: WriteContext) throws {
        try context.acting(for: PersonnelPlugin.manifest.id) {
            for person in people {
                // A team that was taken back and authorised anew goes on in the same record; the audit keeps what was revoked.
                let before = try Service.fetchOne(
                    context.db, sql: "SELECT * FROM personnel_service WHERE cadreId = ? AND team = ? AND voidedBy IS NULL",
                    arguments: [person.cadre, team.team])
                var service = Service(
                    id: before?.id ?? context.nextID(), version: (before?.version ?? 0) + 1, cadreId: person.cadre,
                    round: team.round, team: team.team, role: person.role, authorisation: team.authorisation,
                    authorisedOn: context.today, startsOn: team.startsOn, plannedEnd: team.plannedEnd)
                service.seq = before?.seq
                service.enteredOn = before?.enteredOn
                if before == nil { try service.insert(context.db) } else { try service.update(context.db) }
                try context.db.execute(sql: "DELETE FROM personnel_service_unit WHERE serviceId = ?", arguments: [service.id])
                for unit in team.units {
                    try context.db.execute(
                        sql: "INSERT INTO personnel_service_unit VALUES (?, ?)", arguments: [service.id, unit])
                }
                try context.noteChange(of: "service", service.id, from: before, to: service)
                try Pools.move(person.cadre, from: .admitted, to: .onAssignment, why: team.team, context)
            }
        }
    }

    /// Notes that a team went on site: from now on its members have inspected its units (RC11).
    package static func noteEntry(of team: String, in context: WriteContext) throws {
        try context.acting(for: PersonnelPlugin.manifest.id) {
            let open = try Service.fetchAll(
                context.db, sql: "SELECT * FROM personnel_service WHERE team = ? AND endedOn IS NULL AND enteredOn IS NULL",
                arguments: [team])
            for before in open {
                var service = before
                service.enteredOn = context.today
                service.version += 1
                try service.update(context.db)
                try context.noteChange(of: "service", service.id, from: before, to: service)
            }
        }
    }

    /// Those who serve in a team and have signed no pledge of secrecy.
    package static func unpledged(in team: String, _ db: Database) throws -> [UniqueID] {
        try UniqueID.fetchAll(
            db, sql: "SELECT cadreId FROM personnel_service WHERE team = ? AND endedOn IS NULL AND pledge IS NULL ORDER BY seq",
            arguments: [team])
    }

    /// Ends the service of everybody in a team and returns them to their pools; a finished round counts, a revoked one does not.
    /// - Parameter cadre: the one person who leaves early; everybody where nil.
    package static func endService(
        of cadre: UniqueID? = nil, team: String, reason: String?, in context: WriteContext
    ) throws {
        try context.acting(for: PersonnelPlugin.manifest.id) {
            let open = try Service.fetchAll(
                context.db,
                sql: "SELECT * FROM personnel_service WHERE team = ?1 AND endedOn IS NULL AND (?2 IS NULL OR cadreId = ?2)",
                arguments: [team, cadre])
            for before in open {
                var service = before
                service.endedOn = context.today
                service.endReason = reason
                service.version += 1
                try service.update(context.db)
                try context.noteChange(of: "service", service.id, from: before, to: service)
                try Pools.move(service.cadreId, from: .onAssignment, to: .admitted, why: team, context)
            }
        }
    }

    /// Cadres who serve in another round now, with its code (R-SEL-04): one query.
    package static func serving(outside round: String, in db: Database) throws -> [UniqueID: String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT cadreId, round FROM personnel_service WHERE endedOn IS NULL AND round <> ?", arguments: [round])
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
}
