import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Saves what a roster says: new people with their history, relatives, earlier service and pools. The statements are prepared once, for long rosters.
struct RosterWriter {
    let roster: Roster
    let context: WriteContext
    private let cadre: Statement
    private let post: Statement
    private let kin: Statement
    private let study: Statement
    private let pool: Statement
    private let service: Statement
    private let step: Statement

    init(roster: Roster, context: WriteContext) throws {
        self.roster = roster
        self.context = context
        cadre = try Self.insertion(
            "personnel_cadre",
            """
            id, version, name, nameKey, gender, birthMonth, politicalStatus, partyJoinMonth, education, unitId, unitName, postTitle, rank,
            inPostSince, specialties, recommendedBy, kinStated, phone, remark, rosterId, idNumber, idMark, idKind, ethnicity,
            nativePlace, growthPlace, workStartMonth, managedBy, inService, health
            """, in: context.db)
        post = try Self.insertion(
            "personnel_post", "id, cadreId, ordinal, unitId, unitName, title, fromMonth, toMonth, rosterId", in: context.db)
        kin = try Self.insertion(
            "personnel_kin", "id, cadreId, ordinal, relation, unitId, unitName, kinPost, kinName, raw, rosterId", in: context.db)
        study = try Self.insertion(
            "personnel_fact", "id, cadreId, kind, value, detail, person, unitId, unitName, fromDay, toDay, rosterId, recordedBy",
            in: context.db)
        pool = try Self.insertion(
            "personnel_pool_membership", "id, version, cadreId, pool, admittedOn, route, state, roundsServed, rosterId",
            in: context.db)
        step = try Self.insertion("personnel_pool_step", "membershipId, step, day, account, document", in: context.db)
        service = try Self.insertion(
            "personnel_service", "id, version, cadreId, round, team, role, startsOn, endedOn, rosterId", in: context.db)
    }

    private static func insertion(_ table: String, _ columns: String, in db: Database) throws -> Statement {
        let count = columns.split(separator: ",").count
        return try db.cachedStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(databaseQuestionMarks(count: count)))")
    }

    func write(_ rows: [RosterRow], _ updates: [RosterUpdate] = []) throws {
        try roster.insert(context.db)
        for update in updates { try write(update) }
        for (index, row) in rows.enumerated() {
            try write(row)
            if index % 1000 == 999 { context.progress(index + 1, rows.count) }
        }
    }

    private func write(_ row: RosterRow) throws {
        let id = context.nextID()
        try write(row, id: id)
        for (index, post) in row.posts.enumerated() { try write(post, of: id, at: index + 1) }
        for (index, kin) in (row.kin ?? []).enumerated() { try write(kin, of: id, at: index + 1) }
        for study in row.more.studies { try write(study, of: id) }
        for pool in row.pools { try takeOver(id, into: pool, rounds: row.service?.rounds ?? 0) }
        if let served = row.service { try write(served, of: id, in: row.pools.first ?? .inspector) }
    }

    func write(_ post: RosterPost, of id: UniqueID, at ordinal: Int) throws {
        try self.post.execute(arguments: [
            context.nextID(), id, ordinal, post.unit.id, post.unit.name, post.title, post.from, post.to, roster.id,
        ])
    }

    func write(_ kin: RosterKin, of id: UniqueID, at ordinal: Int) throws {
        try self.kin.execute(arguments: [
            context.nextID(), id, ordinal, kin.relation, kin.unit.id, kin.unit.name, kin.post, kin.name, kin.raw, roster.id,
        ])
    }

    /// The place in a pool that an existing office's roster tells of; the pool's history says where it comes from.
    private func takeOver(_ id: UniqueID, into pool: PoolKind, rounds: Int) throws {
        let membership = context.nextID()
        try self.pool.execute(arguments: [
            membership, 1, id, pool, nil, PoolRoute.takenOver, PoolState.admitted, rounds, roster.id,
        ])
        try step.execute(arguments: [
            membership, PoolRoute.takenOver.rawValue, context.today, context.principal.account, roster.fileName,
        ])
    }

    func write(_ study: RosterStudy, of id: UniqueID) throws {
        func day(_ month: YearMonth?) -> CalendarDate? {
            month.flatMap { CalendarDate(year: $0.year, month: $0.month, day: 1) }
        }
        try self.study.execute(arguments: [
            context.nextID(), id, FactKind.education, "学习经历", study.major, study.supervisor, study.school.id, study.school.name,
            day(study.from), day(study.to), roster.id, context.principal.account,
        ])
    }

    /// Earlier service, in the roster's words. When it was nobody says but that it was over on the roster's day.
    private func write(_ served: ServiceRemark, of id: UniqueID, in pool: PoolKind) throws {
        let round = served.round(asOf: YearMonth(roster.rosterDate))
        try service.execute(arguments: [
            context.nextID(), 1, id, round, round, pool, roster.rosterDate, roster.rosterDate, roster.id,
        ])
    }

    private func write(_ row: RosterRow, id: UniqueID) throws {
        let seal = { (text: String, column: PrivateFields.Column) in
            try context.vault.seal(text, at: PrivateFields.place(column, of: id), in: context.db)
        }
        let more = row.more
        try cadre.execute(arguments: [
            id, 1, row.name, PinyinKey.of(row.name), row.gender, row.birthMonth, row.politicalStatus, row.partyJoinMonth,
            row.education,
            row.unit.id, row.unit.name, row.postTitle, row.rank, row.inPostSince,
            row.specialties.joined(separator: String(Cadre.specialtySeparator)), row.recommendedBy, row.kin != nil,
            try row.phone.map { try seal($0, .phone) }, row.remark, roster.id, try more.idNumber.map { try seal($0, .idNumber) },
            try more.idNumber.map { try PrivateFields.mark($0, in: context) },
            more.idNumber.map { $0.count == 18 ? IdentityKind.resident : .passport }, more.ethnicity, more.nativePlace,
            more.growthPlace, more.workStartMonth, more.managedBy, more.inService, more.health,
        ])
    }
}
