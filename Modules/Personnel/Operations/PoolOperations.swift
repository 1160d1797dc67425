import GRDB
import Operations
import Persistence
import PluginKit

/// Nominates somebody for a pool, with what the nomination rests on.
struct NominateForPool: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var pool: PoolKind
        var route: PoolRoute
        /// What it rests on: the letter of recommendation, the meeting.
        var basis: String
    }
    static let name: OperationName = "pool.nominate"
    static let access = Access.roles([.inspectionOffice, .organisationDepartment])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<PoolLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let present = try Pools.membership(of: cadre.id, in: input.pool, context.db)
        var checks = Checks()
        checks.require(!input.basis.trimmed.isEmpty, Rule.invalid.refused("empty", field: "basis"))
        checks.require(input.route != .takenOver, Rule.invalid.refused("route", field: "route"))
        if let present, present.state != .exited {
            checks.add(
                Rule.duplicate.refused(
                    "membership", field: "pool",
                    ["cadre": .text(cadre.name), "state": .key("poolState.\(present.state.rawValue)")]))
        }
        for obstacle in Eligibility.obstacles(try Eligibility.lines(of: cadre, for: input.pool, in: context), cadre) {
            checks.add(obstacle)
        }
        try checks.finish()
        let roster = try Roster.entry(input.basis, on: nil, in: context)
        var membership = try present ?? Pools.place(of: cadre.id, in: input.pool, by: input.route, roster, context)
        membership.route = input.route
        membership.basis = input.basis.trimmed
        membership.nominate(by: context.principal)
        if present != nil { membership.version += 1 }
        if present == nil { try membership.insert(context.db) } else { try membership.update(context.db) }
        try Pools.note(PoolState.nominated.rawValue, of: membership.id, document: input.basis, context)
        try context.noteChange(of: "poolMembership", membership.id, from: present, to: membership)
        return try PoolLine.answer(membership, "pool.nominate.done", context)
    }
}

/// Gives the discipline commission's opinion on a nominee. Why, it keeps to itself.
struct GiveOpinion: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var pool: PoolKind
        var opinion: IntegrityOpinion
        /// 廉政意见回复的文号
        var document: String
    }
    static let name: OperationName = "pool.opinion"
    static let access = Access.roles([.disciplineCommission])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<PoolLine> {
        try Pools.step(
            "opinion", of: input.cadre, in: input.pool, document: input.document, "pool.opinion.done", context
        ) { membership in
            var checks = Checks()
            checks.require(membership.state == .nominated, Pools.wrongState(membership, .nominated))
            checks.require(!input.document.trimmed.isEmpty, Rule.invalid.refused("empty", field: "document"))
            try checks.finish()
            membership.opinion = input.opinion
            membership.opinionBy = context.principal.account
        }
    }
}

/// Moves a pool membership on: vetted, admitted, on assignment, resting, left.
struct AdvancePool: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var pool: PoolKind
        var to: PoolState
        /// The document it rests on.
        var document: String?
        /// Why somebody leaves.
        var exit: ExitReason?
        /// Until when somebody rests.
        var until: CalendarDate?
        var reason: String?
        var version: Int?
    }
    static let name: OperationName = "pool.advance"
    static let access = Access.roles([.inspectionOffice, .organisationDepartment, .leadingGroup, .districtCommittee])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<PoolLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let before = try Pools.required(cadre, in: input.pool, context.db)
        try context.expect(version: input.version, stored: before.version)
        let needsCheck = [.vetted, .admitted, .nominated].contains(input.to) && before.state != .onAssignment
        let obstacles =
            needsCheck && before.state != .cooling
            ? Eligibility.obstacles(try Eligibility.lines(of: cadre, for: input.pool, in: context), cadre) : []
        let facts = PoolFacts(
            membership: before, principal: context.principal, today: context.today, document: input.document,
            reason: input.reason, exitReason: input.exit, coolingUntil: input.until, obstacles: obstacles,
            serving: try Pools.serving(cadre.id, context.db))
        try check(facts, to: input.to, context)
        var membership = before
        membership.state = input.to
        switch input.to {
        case .vetted: membership.vettedBy = context.principal.account
        case .admitted where before.state == .vetted:
            membership.admittedOn = context.today
            membership.reviewDue = try PersonnelSettings(context.db).review(after: context.today)
        case .admitted: membership.coolingUntil = nil
        case .cooling: membership.coolingUntil = input.until
        case .exited: membership.exitReason = input.exit
        case .nominated: membership.nominate(by: context.principal)
        case .onAssignment: break
        }
        context.reason = input.reason
        try Pools.save(
            membership, was: before, step: input.to.rawValue, document: input.document, reason: input.reason, context)
        guard input.to == .exited, input.exit == .discipline else {
            return try PoolLine.answer(membership, "pool.advance.done", context)
        }
        try leaveOthers(facts, input, context)
        return try PoolLine.answer(membership, "pool.advance.done.all", context)
    }

    /// Asks the table of states. Whoever wants somebody to leave who serves is told of the team, and whoever wants somebody back who
    /// left for discipline is told so (R-POL-05), not only that there is no such step.
    private func check(_ facts: PoolFacts, to state: PoolState, _ context: WriteContext) throws {
        if facts.membership.exitReason == .discipline { throw PersonnelRules.noReturn.refused(field: "cadre") }
        if state == .exited, facts.membership.state == .onAssignment, let refusal = PoolStates.isReleased(facts) { throw refusal }
        try PoolStates.table.check(from: facts.membership.state, to: state, by: context.principal, facts: facts)
    }

    /// R-POL-05: whoever leaves a pool for discipline leaves every other one too, by the same reason and document, and where the table
    /// of states allows it: whoever serves in a team is released from it first.
    private func leaveOthers(_ facts: PoolFacts, _ input: Input, _ context: WriteContext) throws {
        let others = try PoolMembership.fetchAll(
            context.db,
            sql: "SELECT * FROM personnel_pool_membership WHERE cadreId = ? AND id <> ? AND state <> 'exited' ORDER BY pool",
            arguments: [facts.membership.cadreId, facts.membership.id])
        for before in others {
            var facts = facts
            facts.membership = before
            try check(facts, to: .exited, context)
            var membership = before
            membership.state = .exited
            membership.exitReason = input.exit
            try Pools.save(
                membership, was: before, step: input.to.rawValue, document: input.document, reason: input.reason, context)
        }
    }
}

/// Confirms at its review that somebody stays in a pool, and sets the next review. It asks what admission asks (R-POL-01, R-POL-02).
struct ReviewPool: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var pool: PoolKind
        var reason: String
    }
    static let name: OperationName = "pool.review"
    static let access = Access.roles([.inspectionOffice, .organisationDepartment])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<PoolLine> {
        try Pools.step("review", of: input.cadre, in: input.pool, reason: input.reason, "pool.review.done", context) {
            membership in
            let cadre = try Cadres.cadre(id: membership.cadreId, in: context.db)
            let obstacles = try cadre.map { cadre in
                let lines = try Eligibility.lines(of: cadre, for: membership.pool, in: context)
                return Eligibility.obstacles(membership.route == .takenOver ? Eligibility.accepted(lines) : lines, cadre)
            }
            var checks = Checks()
            for obstacle in obstacles ?? [] { checks.add(obstacle) }
            checks.require([.admitted, .cooling].contains(membership.state), Pools.wrongState(membership, .admitted))
            checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
            try checks.finish()
            membership.reviewDue = try PersonnelSettings(context.db).review(after: context.today)
            context.reason = input.reason
        }
    }
}

/// Notes that somebody declined to be taken into a team.
struct RefuseAssignment: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var pool: PoolKind
        var reason: String
    }
    static let name: OperationName = "pool.decline"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<PoolLine> {
        try Pools.step("declined", of: input.cadre, in: input.pool, reason: input.reason, "pool.decline.done", context) {
            membership in
            var checks = Checks()
            checks.require(membership.state.isPlace, Pools.wrongState(membership, .admitted))
            checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
            try checks.finish()
            membership.refusals += 1
        }
    }
}

extension Pools {
    static func wrongState(_ membership: PoolMembership, _ needed: PoolState) -> Refusal {
        Rule.illegalState.refused(
            "poolState", field: "cadre",
            ["state": .key("poolState.\(membership.state.rawValue)"), "needed": .key("poolState.\(needed.rawValue)")])
    }
}
