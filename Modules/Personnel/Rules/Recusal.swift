import Interchange
import Persistence
import PluginKit

/// An inspected unit, as recusal looks at it.
package struct RecusalTarget: Sendable, Hashable, CustomStringConvertible {
    package var unitId: UniqueID
    package var unitName: String
    /// Its parent, its line parent and what stands above them, the district itself not included.
    package var superiorIds: Set<UniqueID>

    package init(unitId: UniqueID, unitName: String, superiorIds: Set<UniqueID>) {
        self.unitId = unitId
        self.unitName = unitName
        self.superiorIds = superiorIds
    }

    package var description: String { unitName }
}

/// A reason why somebody should not inspect a unit.
package struct RecusalHit: Sendable, Hashable {
    package var rule: Rule
    /// Hard: nobody may override it. Soft: the leading group may, with a written reason (R-RCU-01).
    package var isHard: Bool
    package var cadre: UniqueID
    package var target: RecusalTarget
    /// The facts: post, dates, relative.
    package var evidence: Message

    /// `RC1`, `RC2` or `RC4`.
    package var code: String { rule.id }
    /// The hit as a refusal of an assignment.
    package func refusal(field: String? = nil) -> Refusal { Refusal(rule: rule, field: field, message: evidence) }
}

/// Something the record does not say, so that a rule cannot be checked.
package struct RecusalGap: Sendable, Hashable {
    package var rule: Rule
    package var cadre: UniqueID
    package var evidence: Message
}

/// 回避: the rules of domain 4.21 that can be told from the record: RC1, RC2, RC4.
///
/// How the table is read:
/// - "leaders" are 组长 and 副组长: the source of RC2 and RC4 (S9) names both together.
/// - RC2 counts every post in the target itself, the present one too; months of overlapping posts count once. The month of
///   leaving counts as served, so that the window never closes a month early.
/// - RC4 asks leaders about the leadership and the staff, others about the staff. Rosters say only in which unit a relative works,
///   which is staff in either case; so it is the same for both, and hard. Collateral relatives and in-laws are RC5.
package enum Recusal {
    /// Every reason against, hard and soft, in the order of the rules.
    package static func check(
        _ candidate: Candidate, as role: PoolKind, for target: RecusalTarget, on day: CalendarDate,
        settings: RecusalSettings = .standard
    ) -> [RecusalHit] {
        currentPost(candidate, target) + formerPosts(candidate, role, target, YearMonth(day), settings)
            + closeKin(candidate, target, settings)
    }

    /// What the record leaves open about a candidate, whatever the target.
    package static func gaps(of candidate: Candidate, settings: RecusalSettings = .standard) -> [RecusalGap] {
        var gaps: [RecusalGap] = []
        func note(_ rule: Rule, _ key: String, _ more: [String: Message.Argument] = [:]) {
            let arguments = more.merging(["cadre": .text(candidate.name)]) { own, _ in own }
            gaps.append(RecusalGap(rule: rule, cadre: candidate.id, evidence: Message("recusal.gap.\(key)", arguments)))
        }
        if candidate.unitId == nil { note(PersonnelRules.currentPost, "unit", ["unit": .text(candidate.unitName)]) }
        if candidate.posts.isEmpty { note(PersonnelRules.formerPost, "posts") }
        for post in candidate.posts where post.unitId == nil {
            note(PersonnelRules.formerPost, "post", ["unit": .text(post.unitName)])
        }
        if !candidate.kinStated { note(PersonnelRules.closeKin, "kin") }
        for kin in candidate.kin where kin.unitId == nil && settings.mayBeClose(kin.relation) {
            note(PersonnelRules.closeKin, "kinUnit", ["relation": .text(kin.relation), "unit": .text(kin.unitName)])
        }
        return gaps
    }

    private static func currentPost(_ candidate: Candidate, _ target: RecusalTarget) -> [RecusalHit] {
        let open = candidate.posts.filter { $0.to == nil }.map { ($0.unitId, $0.unitName) }
        for (unit, name) in [(candidate.unitId, candidate.unitName)] + open {
            if target.isUnit(unit, name) {
                return [hit(PersonnelRules.currentPost, "current", true, candidate, target, ["unit": .text(name)])]
            }
            if let unit, target.superiorIds.contains(unit) {
                return [hit(PersonnelRules.currentPost, "superior", true, candidate, target, ["unit": .text(name)])]
            }
        }
        return []
    }

    private static func formerPosts(
        _ candidate: Candidate, _ role: PoolKind, _ target: RecusalTarget, _ month: YearMonth, _ settings: RecusalSettings
    ) -> [RecusalHit] {
        let spans = candidate.posts.filter { target.isUnit($0.unitId, $0.unitName) }.map { ServiceSpan($0, until: month) }
        guard let last = spans.max(by: { $0.end < $1.end }) else { return [] }
        let served = ServiceSpan.months(of: spans)
        let facts: [String: Message.Argument] = [
            "from": "\(last.from)", "to": last.to.map { "\($0)" } ?? .key("recusal.untilNow"), "months": "\(served)",
        ]
        if month.ordinal - last.end <= settings.recentMonths {
            return [hit(PersonnelRules.formerPost, "recent", role.leadsTeam, candidate, target, facts)]
        }
        guard served >= settings.longMonths else { return [] }
        return [hit(PersonnelRules.formerPost, "long", role.leadsTeam, candidate, target, facts)]
    }

    private static func closeKin(_ candidate: Candidate, _ target: RecusalTarget, _ settings: RecusalSettings) -> [RecusalHit] {
        candidate.kin.filter { settings.isClose($0.relation) && target.isUnit($0.unitId, $0.unitName) }.map {
            hit(PersonnelRules.closeKin, "kin", true, candidate, target, ["relation": .text($0.relation)])
        }
    }

    private static func hit(
        _ rule: Rule, _ variant: String, _ isHard: Bool, _ candidate: Candidate, _ target: RecusalTarget,
        _ facts: [String: Message.Argument]
    ) -> RecusalHit {
        let arguments = facts.merging(["cadre": .text(candidate.name), "target": .text(target.unitName)]) { own, _ in own }
        return RecusalHit(
            rule: rule, isHard: isHard, cadre: candidate.id, target: target,
            evidence: Message("\(rule.id).refusal.\(variant)", arguments))
    }
}

extension RecusalTarget {
    /// Whether a unit is the target: by identity, or by its full name where the roster's name led to no unit.
    func isUnit(_ id: UniqueID?, _ name: String) -> Bool { id.map { $0 == unitId } ?? (name == unitName) }
}

extension RecusalSettings {
    /// Whether a relation is that of a spouse or a lineal blood relative.
    func isClose(_ relation: String) -> Bool { relations[relation] == .spouse || relations[relation] == .lineal }
    /// Whether a relation is close, or a word that nobody has classed.
    func mayBeClose(_ relation: String) -> Bool { relations[relation] == nil || isClose(relation) }
}
