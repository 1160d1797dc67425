import GRDB
import Operations
import Persistence
import PluginKit

/// The rows of two records that become one person's, all but the places in pools (``MergedPools``). What both records say is kept once;
/// the other row of the two stays with the record that goes, taken back where it would count otherwise.
struct MergedRows {
    private let gone: UniqueID
    private let kept: UniqueID
    private let why: String
    private let context: WriteContext
    private var db: Database { context.db }

    init(from gone: UniqueID, to kept: UniqueID, why: String, _ context: WriteContext) {
        self.gone = gone
        self.kept = kept
        self.why = why
        self.context = context
    }

    func move() throws {
        try hand(over: "personnel_fact", "personnel_recusal")
        try moveDeclarations()
        try moveServices()
        try moveOutcomes()
        try moveApplications()
        try moveHistory("personnel_post", same: ["fromMonth"], more: ["title", "toMonth"])
        try moveHistory("personnel_kin", same: ["relation"], more: ["kinPost", "kinName"])
    }

    /// Rows change hands unless the person kept has the same one.
    private func hand(over tables: String...) throws {
        for table in tables {
            try db.execute(sql: "UPDATE OR IGNORE \(table) SET cadreId = ? WHERE cadreId = ?", arguments: [kept, gone])
        }
    }

    /// Where both declared for the same unit, what either said is kept: the relations, and that it proved untrue. A relation that the
    /// declaration kept did not name is as far confirmed as it was.
    private func moveDeclarations() throws {
        try hand(over: "personnel_declaration")
        let saysMore = "g.relation IS NOT NULL AND g.relation IS NOT k.relation"
        try db.execute(
            sql: """
                UPDATE personnel_declaration AS k SET
                    relation = CASE WHEN k.relation IS NOT NULL AND \(saysMore) THEN k.relation || '；' || g.relation
                        ELSE coalesce(k.relation, g.relation) END,
                    state = CASE WHEN 'untrue' IN (k.state, g.state) THEN 'untrue' WHEN \(saysMore) THEN g.state ELSE k.state END,
                    confirmedBy = CASE WHEN \(saysMore) THEN g.confirmedBy ELSE k.confirmedBy END,
                    confirmedOn = CASE WHEN \(saysMore) THEN g.confirmedOn ELSE k.confirmedOn END
                FROM personnel_declaration g
                WHERE k.cadreId = ? AND g.cadreId = ? AND g.unitId = k.unitId AND g.round = k.round
                """, arguments: [kept, gone])
    }

    /// Where both have a service in the same team it is one, with the units and the sheet of either.
    private func moveServices() throws {
        try hand(over: "personnel_service")
        let twice = """
            FROM personnel_service g JOIN personnel_service k ON k.team = g.team AND k.cadreId = ? AND k.voidedBy IS NULL
            WHERE g.cadreId = ? AND g.voidedBy IS NULL
            """
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO personnel_service_unit SELECT k.id, u.unitId
                FROM personnel_service_unit u JOIN (SELECT k.id, g.id AS other \(twice)) k ON k.other = u.serviceId
                """, arguments: [kept, gone])
        for pair in try Row.fetchAll(db, sql: "SELECT k.id, g.id \(twice)", arguments: [kept, gone]) {
            try moveSheet(from: pair[1], to: pair[0])
        }
        for service in try Service.fetchAll(
            db, sql: "SELECT * FROM personnel_service WHERE cadreId = ? AND voidedBy IS NULL", arguments: [gone])
        {
            try service.takeBack(why, as: "service", in: context)
        }
    }

    /// Of two sheets the one that is further on is the person's; the other stays with the service that is taken back.
    private func moveSheet(from other: UniqueID, to service: UniqueID) throws {
        let sql = "SELECT * FROM personnel_appraisal WHERE serviceId = ?"
        guard var sheet = try Appraisal.fetchOne(db, sql: sql, arguments: [other]) else { return }
        let order = AppraisalState.allCases
        if var own = try Appraisal.fetchOne(db, sql: sql, arguments: [service]) {
            guard order.firstIndex(of: sheet.state) ?? 0 > order.firstIndex(of: own.state) ?? 0 else { return }
            try sheet.delete(db)
            own.serviceId = other
            try own.update(db)
            sheet.serviceId = service
            try sheet.insert(db)
        } else {
            sheet.serviceId = service
            try sheet.update(db)
        }
    }

    /// Moves and honours that both have count once; a group that listed both has one member less.
    private func moveOutcomes() throws {
        try hand(over: "personnel_move")
        try db.execute(
            sql: "UPDATE personnel_move SET voidedBy = ?, voidReason = ? WHERE cadreId = ? AND voidedBy IS NULL",
            arguments: [context.principal.account, why, gone])
        try db.execute(
            sql: """
                UPDATE personnel_honour AS g SET voidedBy = ?, voidReason = ? WHERE g.cadreId = ? AND g.voidedBy IS NULL
                AND EXISTS (SELECT 1 FROM personnel_honour k WHERE k.cadreId = ? AND k.voidedBy IS NULL AND k.title = g.title
                    AND k.day = g.day AND k.document = g.document)
                """, arguments: [context.principal.account, why, gone, kept])
        try hand(over: "personnel_honour", "personnel_honour_member")
        try db.execute(
            sql: """
                UPDATE personnel_honour SET persons = max(1, persons - 1)
                WHERE id IN (SELECT honourId FROM personnel_honour_member WHERE cadreId = ?)
                """, arguments: [gone])
        try db.execute(sql: "DELETE FROM personnel_honour_member WHERE cadreId = ?", arguments: [gone])
    }

    /// Somebody stands once in a campaign, with the application that is further on; the other one ends.
    private func moveApplications() throws {
        try hand(over: "personnel_applicant")
        let sql = "SELECT * FROM personnel_applicant WHERE cadreId = ?"
        let own = try Applicant.fetchAll(db, sql: sql, arguments: [kept])
        let order: [ApplicantState] = [.declined, .screened, .recommended, .shortlisted, .admitted]
        for other in try Applicant.fetchAll(db, sql: sql, arguments: [gone]) {
            guard let first = own.first(where: { $0.campaignId == other.campaignId }),
                order.firstIndex(of: other.state) ?? 0 > order.firstIndex(of: first.state) ?? 0
            else { continue }
            // Each has a place of its own in the table, so the two change through a third one that is nobody's.
            try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
            for (id, cadre) in [(other.id, UniqueID(milliseconds: 0, counter: 0, random: 0)), (first.id, gone), (other.id, kept)]
            {
                try db.execute(sql: "UPDATE personnel_applicant SET cadreId = ? WHERE id = ?", arguments: [cadre, id])
            }
        }
        try db.execute(
            sql: """
                UPDATE personnel_applicant SET state = 'declined', conclusion = ? WHERE cadreId = ?
                AND state NOT IN ('admitted', 'declined')
                """, arguments: [why, gone])
    }

    /// Posts and relatives. One that both have is completed by what only the other says; where they say otherwise, both are kept.
    /// - Parameters:
    ///   - same: columns that agree, beside the unit, where it is the same one.
    ///   - more: columns that may be empty on either side.
    private func moveHistory(_ table: String, same: [String], more: [String]) throws {
        let isSame =
            (["(p.unitName = o.unitName OR p.unitId = o.unitId)"] + same.map { "p.\($0) = o.\($0)" }
            + more.map { "coalesce(p.\($0), o.\($0)) IS coalesce(o.\($0), p.\($0))" } + [
                "p.voidedBy IS NULL", "o.voidedBy IS NULL",
            ])
            .joined(separator: " AND ")
        let last = try Int.fetchOne(
            db, sql: "SELECT coalesce(max(ordinal), 0) FROM \(table) WHERE cadreId = ?", arguments: [kept])
        try db.execute(
            sql: """
                UPDATE \(table) AS o SET \(more.map { "\($0) = coalesce(o.\($0), p.\($0))" }.joined(separator: ", "))
                FROM \(table) p WHERE o.cadreId = ?1 AND p.cadreId = ?2 AND \(isSame)
                """, arguments: [kept, gone])
        try db.execute(
            sql: """
                UPDATE \(table) AS p SET cadreId = ?1, ordinal = ordinal + ?3 WHERE cadreId = ?2
                AND NOT EXISTS (SELECT 1 FROM \(table) o WHERE o.cadreId = ?1 AND \(isSame))
                """, arguments: [kept, gone, last ?? 0])
    }
}
