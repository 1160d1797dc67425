import GRDB
import Operations
import Persistence
import PluginKit

/// Takes back a service that was recorded wrongly. It stays in the file with who took it back and why, and counts nowhere: not as a
/// round served, not for RC11, not in forms and figures. A drafted or confirmed sheet goes with it.
struct VoidService: Command {
    struct Input: Codable, Sendable {
        /// Its id, as `service.list` gives it.
        var serviceId: UniqueID
        var reason: String
    }
    static let name: OperationName = "service.void"
    static let access = RecordService.access
    static let positional = ["serviceId"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        let found = try Service.fetchOne(
            context.db, sql: "SELECT * FROM personnel_service WHERE id = ? AND voidedBy IS NULL", arguments: [input.serviceId])
        var checks = Checks()
        checks.require(found != nil, Rule.notFound.refused("outcome", field: "serviceId"))
        checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        if let found { try check(found, &checks, context) }
        try checks.finish()
        guard let service = found else { throw Rule.notFound.refused() }
        try Services.recount(of: service.cadreId, in: context) {
            try service.takeBack(input.reason, as: "service", in: context)
        }
        return Done("service.void.done", ["round": .text(service.round)])
    }

    private func check(_ service: Service, _ checks: inout Checks, _ context: WriteContext) throws {
        // What a team of this program did is no entry that somebody made.
        checks.require(
            service.rosterId != nil,
            Rule.illegalState.refused("serviceOfTeam", field: "serviceId", ["team": .text(service.team)]))
        if let sheet = try Appraisals.of(service, context.db) {
            checks.require(
                sheet.state != .sent,
                Rule.illegalState.refused(
                    "sheetSent", field: "serviceId", ["unit": .text(sheet.sentTo ?? ""), "team": .text(service.team)]))
            checks.require(
                sheet.confirmedBy != context.principal.account,
                PersonnelRules.successiveSteps.refused(field: "serviceId", ["account": .text(context.principal.account)]))
        }
        for move in try unsupported(by: service, context.db) {
            checks.add(
                PersonnelRules.serviceBefore.refused(
                    "linked", field: "serviceId",
                    ["document": .text(move.document), "round": .text(service.round), "id": "\(move.id)"]))
        }
    }

    /// R-PRO-02: moves that are linked to the round and have no other service in it before them.
    private func unsupported(by service: Service, _ db: Database) throws -> [CareerMove] {
        try CareerMove.fetchAll(
            db,
            sql: """
                SELECT m.* FROM personnel_move m WHERE m.cadreId = ?1 AND m.voidedBy IS NULL
                AND instr(' ' || m.rounds || ' ', ' ' || ?2 || ' ') > 0
                AND NOT EXISTS (SELECT 1 FROM personnel_service s WHERE s.cadreId = ?1 AND s.round = ?2 AND s.id <> ?3
                    AND s.startsOn < m.day AND s.voidedBy IS NULL)
                ORDER BY m.day, m.seq
                """, arguments: [service.cadreId, service.round, service.id])
    }
}
