import Interchange
import Persistence
import PluginKit

/// A reason why somebody should not inspect a unit.
package struct RecusalHit: Sendable, Hashable {
    package var rule: Rule
    /// Hard: nobody may override it. Soft: the leading group may, with a written reason (R-RCU-01).
    package var isHard: Bool
    package var cadre: UniqueID
    package var target: RecusalTarget
    /// The facts: post, dates, relative.
    package var evidence: Message

    /// `RC1` … `RC11`.
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

/// 回避: the rules RC1 to RC11 of domain 4.21.
///
/// How the table is read:
/// - "leaders" are 组长 and 副组长: the source of RC2 to RC8 (S9) names both together. How strong each rule is for whom is data:
///   ``RecusalSettings/strengths``.
/// - RC1 is about who works now in the target, above it or below it (decision 0067).
/// - RC2 counts every post in the target itself, the present one too; months of overlapping posts count once. The month of
///   leaving counts as served, so that the window never closes a month early.
/// - RC4 asks leaders about the leadership and the staff, others about the staff. Rosters say only in which unit a relative works,
///   which is staff in either case; so it is the same for both, and hard. Collateral relatives and in-laws are RC5, which asks for
///   leadership members: told by the relative's post, or by the name where the register knows the leadership; the rule is left open
///   where neither is on record. A relation in a word that nobody has classed leaves both rules open.
/// - RC6 to RC8 know a unit's leadership from the register: who works there now in a leadership post.
package enum Recusal {
    /// Every reason against, hard and soft, in the order of the rules.
    /// - Parameter round: code of the round it is looked at for: service in that round itself is no earlier inspection (RC11).
    package static func check(
        _ candidate: Candidate, as role: PoolKind, for target: RecusalTarget, in round: String? = nil, on day: CalendarDate,
        settings: RecusalSettings = .standard
    ) -> [RecusalHit] {
        var candidate = candidate
        candidate.inspected.removeAll { $0.round == round }
        return RecusalExamination(candidate, role, target, YearMonth(day), settings).hits()
    }

    /// What the record leaves open about a candidate, whatever the target.
    package static func gaps(of candidate: Candidate, settings: RecusalSettings = .standard) -> [RecusalGap] {
        var gaps: [RecusalGap] = []
        func note(_ rule: Rule, _ key: String, _ more: [String: Message.Argument] = [:]) {
            gaps.append(gap(rule, key, candidate, more))
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

    /// What the record leaves open about a candidate for this target and role.
    package static func gaps(
        of candidate: Candidate, as role: PoolKind, for target: RecusalTarget, settings: RecusalSettings = .standard
    ) -> [RecusalGap] {
        func applies(_ rule: Rule) -> Bool { settings.strength(of: rule.id, for: role) != .none }
        var gaps = gaps(of: candidate, settings: settings)
        func note(_ rule: Rule, _ key: String, _ more: [String: Message.Argument] = [:]) {
            let place: [String: Message.Argument] = ["target": .text(target.unitName)]
            if applies(rule) { gaps.append(gap(rule, key, candidate, place.merging(more) { _, new in new })) }
        }
        if candidate.studies.isEmpty { note(PersonnelRules.studiedThere, "studies") }
        for kin in candidate.kin
        where settings.isRemote(kin.relation) && target.isUnit(kin.unitId, kin.unitName) && kin.post == nil
            && target.leadershipPost(of: kin, settings) == nil
        {
            note(PersonnelRules.remoteKin, "kinPost", ["relation": .text(kin.relation)])
        }
        // A word that nobody has classed may mean any closeness.
        for kin in candidate.kin where settings.relations[kin.relation] == nil && target.isUnit(kin.unitId, kin.unitName) {
            for rule in [PersonnelRules.closeKin, PersonnelRules.remoteKin] {
                note(rule, "kinWord", ["relation": .text(kin.relation)])
            }
        }
        for kin in candidate.kin
        where kin.unitId == nil && !target.isUnit(nil, kin.unitName) && settings.mayBeRemote(kin.relation) {
            note(PersonnelRules.remoteKin, "kinUnit", ["relation": .text(kin.relation), "unit": .text(kin.unitName)])
        }
        if !candidate.kinStated { note(PersonnelRules.remoteKin, "kin") }
        if target.leaders.isEmpty {
            for rule in [PersonnelRules.subordination, PersonnelRules.sharedLeadership, PersonnelRules.sharedStudies] {
                note(rule, "leaders")
            }
        } else {
            if candidate.posts.isEmpty {
                for rule in [PersonnelRules.subordination, PersonnelRules.sharedLeadership] { note(rule, "posts") }
            }
            if candidate.studies.isEmpty { note(PersonnelRules.sharedStudies, "studies") }
        }
        let others = target.leaders.filter { $0.id != candidate.id }
        func noteLeaders(_ rules: [Rule], _ key: String, where isOpen: (LeadershipMember) -> Bool) {
            let open = others.filter(isOpen).map(\.name)
            guard !open.isEmpty else { return }
            for rule in rules { note(rule, key, ["leaders": .text(open.joined(separator: "、"))]) }
        }
        noteLeaders([PersonnelRules.subordination, PersonnelRules.sharedLeadership], "leaderPosts") { $0.posts.isEmpty }
        noteLeaders([PersonnelRules.sharedStudies], "leaderStudies") { $0.studies.isEmpty }
        if !target.places.isEmpty, candidate.origins.isEmpty { note(PersonnelRules.homeArea, "origins") }
        return gaps
    }

    /// All eleven rules for a cadre, a unit and a role: each with its verdict and the facts.
    package static func verdicts(
        _ candidate: Candidate, as role: PoolKind, for target: RecusalTarget, on day: CalendarDate,
        settings: RecusalSettings = .standard
    ) -> [RecusalLine] {
        let hits = check(candidate, as: role, for: target, on: day, settings: settings)
        let gaps = gaps(of: candidate, as: role, for: target, settings: settings)
        return PersonnelRules.recusal.flatMap { rule in
            let found =
                hits.filter { $0.rule == rule }.map {
                    RecusalLine(rule: rule, verdict: $0.isHard ? .hard : .soft, evidence: $0.evidence)
                }
                + gaps.filter { $0.rule == rule }.map { RecusalLine(rule: rule, verdict: .unknown, evidence: $0.evidence) }
            if !found.isEmpty { return found }
            let applies = settings.strength(of: rule.id, for: role) != .none
            return [
                RecusalLine(rule: rule, verdict: .clear, evidence: applies ? nil : Message("recusal.notForOthers"))
            ]
        }
    }

    private static func gap(
        _ rule: Rule, _ key: String, _ candidate: Candidate, _ more: [String: Message.Argument]
    ) -> RecusalGap {
        let arguments = more.merging(["cadre": .text(candidate.name)]) { own, _ in own }
        return RecusalGap(rule: rule, cadre: candidate.id, evidence: Message("recusal.gap.\(key)", arguments))
    }
}
