import GRDB
import Operations
import Persistence
import PluginKit

/// The places in pools of two records that become one person's.
///
/// Where both are in a pool the place that says most stays: an exit for discipline before everything (R-POL-05), then serving, resting,
/// being in the pool, the way into it, and an exit for another reason last. Refusals add up, the earlier review stays due, an opinion
/// against the person is kept, and the steps of both are one history. Whoever left any pool for discipline leaves all of them.
struct MergedPools {
    private struct Place {
        var membership: PoolMembership
        /// The next review, also where it is only counted.
        var due: CalendarDate?
    }

    private let kept: Cadre
    private let gone: Cadre
    private let own: [Place]
    private let others: [Place]
    /// Rounds that the person has served by both records.
    private let rounds: Int
    private let isServing: Bool

    init(_ kept: Cadre, _ gone: Cadre, in db: Database) throws {
        self.kept = kept
        self.gone = gone
        own = try Self.places(of: kept, in: db)
        others = try Self.places(of: gone, in: db)
        let ofKept = try Services.rounds(of: [kept.id], in: db), ofGone = try Services.rounds(of: [gone.id], in: db)
        // What the pools count besides the services on record is added up; services on record of both count each round once.
        func more(_ places: [Place], than known: Int) -> Int { (places.map(\.membership.roundsServed).max() ?? known) - known }
        rounds = max(
            0,
            try Services.rounds(of: [kept.id, gone.id], in: db) + more(own, than: ofKept) + more(others, than: ofGone))
        isServing = try Pools.serving(kept.id, db) != nil
    }

    /// As they stand in the file, each with the day that lists show.
    private static func places(of cadre: Cadre, in db: Database) throws -> [Place] {
        let dues = try Pools.memberships(of: cadre.id, in: db)
        return try PoolMembership.fetchAll(
            db, sql: "SELECT * FROM personnel_pool_membership WHERE cadreId = ? ORDER BY pool", arguments: [cadre.id]
        ).map { membership in Place(membership: membership, due: dues.first { $0.id == membership.id }?.reviewDue) }
    }

    private var leftForDiscipline: Bool { (own + others).contains { $0.membership.exitReason == .discipline } }

    /// Whoever serves in a team is released from it before leaving the pools.
    var faults: [Refusal] {
        let serves = isServing || (own + others).contains { $0.membership.state == .onAssignment }
        guard leftForDiscipline, serves else { return [] }
        return [PersonnelRules.noReturn.refused("mergeServing", field: "cadre", ["cadre": .text(kept.name)])]
    }

    func merge(why: String, _ context: WriteContext) throws {
        var places = own.map(\.membership)
        for other in others {
            let before = own.first { $0.membership.pool == other.membership.pool }
            let place = before.map { Self.folded($0, other) } ?? handed(other.membership)
            if let before {
                try context.db.execute(
                    sql: "UPDATE personnel_pool_step SET membershipId = ? WHERE membershipId = ?",
                    arguments: [before.membership.id, other.membership.id])
                try other.membership.delete(context.db)
                places.removeAll { $0.id == place.id }
            }
            places.append(place)
        }
        for place in places { try save(place, why, context) }
    }

    private func handed(_ membership: PoolMembership) -> PoolMembership {
        var place = membership
        place.cadreId = kept.id
        return place
    }

    /// One place of two in the same pool.
    private static func folded(_ own: Place, _ other: Place) -> PoolMembership {
        let (first, second) =
            rank(own.membership) >= rank(other.membership) ? (own, other) : (other, own)
        var place = first.membership
        place.id = own.membership.id
        place.version = own.membership.version
        place.cadreId = own.membership.cadreId
        place.refusals = own.membership.refusals + other.membership.refusals
        place.basis = place.basis ?? second.membership.basis
        place.standard = place.standard ?? second.membership.standard
        place.evidence = place.evidence ?? second.membership.evidence
        if place.state.isPlace, second.membership.state.isPlace {
            place.admittedOn = [place.admittedOn, second.membership.admittedOn].compactMap(\.self).min()
            place.coolingUntil = [place.coolingUntil, second.membership.coolingUntil].compactMap(\.self).max()
        }
        if let due = second.due, place.state.isPlace, first.due.map({ due < $0 }) ?? true { place.reviewDue = due }
        if second.membership.state != .exited, second.membership.opinion == .unsuitable {
            place.opinion = .unsuitable
            place.opinionBy = second.membership.opinionBy
        }
        return place
    }

    private static func rank(_ membership: PoolMembership) -> Int {
        switch membership.state {
        case .exited: membership.exitReason == .discipline ? 7 : 0
        case .nominated: membership.opinion == .unsuitable ? 3 : 1
        case .vetted: 2
        case .admitted: 4
        case .cooling: 5
        case .onAssignment: 6
        }
    }

    private func save(_ place: PoolMembership, _ why: String, _ context: WriteContext) throws {
        var place = place
        let before = (own + others).first { $0.membership.id == place.id }?.membership ?? place
        place.roundsServed = rounds
        if others.contains(where: { $0.membership.pool == place.pool }) {
            try Pools.note("merged", of: place.id, reason: why, context)
        }
        let state = place.state
        if leftForDiscipline, state != .exited {
            place.state = .exited
            place.exitReason = .discipline
        } else if isServing, state == .admitted {
            place.state = .onAssignment
        }
        if place.state != state { try Pools.note(place.state.rawValue, of: place.id, reason: why, context) }
        place.version += 1
        try place.update(context.db)
        try context.noteChange(of: "poolMembership", place.id, from: before, to: place)
    }
}
