import Interchange
import Persistence
import PluginKit

/// One cadre looked at for one unit in one role.
struct RecusalExamination {
    private let candidate: Candidate
    private let role: PoolKind
    private let target: RecusalTarget
    private let month: YearMonth
    private let settings: RecusalSettings

    init(
        _ candidate: Candidate, _ role: PoolKind, _ target: RecusalTarget, _ month: YearMonth, _ settings: RecusalSettings
    ) {
        self.candidate = candidate
        self.role = role
        self.target = target
        self.month = month
        self.settings = settings
    }

    func hits() -> [RecusalHit] {
        currentPost() + formerPosts() + studied() + kin() + leadership() + homeArea() + matters() + inspectedBefore()
    }

    private func currentPost() -> [RecusalHit] {
        if let hit = presentIn(candidate.unitId, candidate.unitName) { return [hit] }
        for post in candidate.posts where post.to == nil {
            if let hit = presentIn(post.unitId, post.unitName) { return [hit] }
        }
        return []
    }

    private func presentIn(_ unit: UniqueID?, _ name: String) -> RecusalHit? {
        if target.isUnit(unit, name) { return hit(PersonnelRules.currentPost, "current", ["unit": .text(name)]) }
        guard let unit else { return nil }
        if target.superiorIds.contains(unit) { return hit(PersonnelRules.currentPost, "superior", ["unit": .text(name)]) }
        guard target.subordinateIds.contains(unit) else { return nil }
        return hit(PersonnelRules.currentPost, "subordinate", ["unit": .text(name)])
    }

    private func formerPosts() -> [RecusalHit] {
        let spans = candidate.posts.filter { target.isUnit($0.unitId, $0.unitName) }.map { ServiceSpan($0, until: month) }
        guard let last = spans.max(by: { $0.end < $1.end }) else { return [] }
        let served = ServiceSpan.months(of: spans)
        let facts: [String: Message.Argument] = [
            "from": "\(last.from)", "to": last.to.map { "\($0)" } ?? .key("recusal.untilNow"), "months": "\(served)",
        ]
        if month.ordinal - last.end <= settings.recentMonths { return found(PersonnelRules.formerPost, "recent", facts) }
        return served >= settings.longMonths ? found(PersonnelRules.formerPost, "long", facts) : []
    }

    private func studied() -> [RecusalHit] {
        candidate.studies.filter { target.isUnit($0.unitId, $0.school) }.prefix(1).flatMap {
            found(PersonnelRules.studiedThere, "studied", ["from": text($0.from), "to": text($0.to)])
        }
    }

    private func kin() -> [RecusalHit] {
        let there = candidate.kin.filter { target.isUnit($0.unitId, $0.unitName) }
        let close = there.filter { settings.isClose($0.relation) }.flatMap {
            found(PersonnelRules.closeKin, "kin", ["relation": .text($0.relation)])
        }
        let remote = there.filter { settings.isRemote($0.relation) }.flatMap { kin -> [RecusalHit] in
            guard let post = target.leadershipPost(of: kin, settings) else { return [] }
            return found(PersonnelRules.remoteKin, "kin", ["relation": .text(kin.relation), "post": .text(post)])
        }
        return close + remote
    }

    private func homeArea() -> [RecusalHit] {
        guard !target.places.isEmpty else { return [] }
        for origin in candidate.origins {
            if let place = target.places.first(where: origin.contains) {
                return found(PersonnelRules.homeArea, "origin", ["origin": .text(origin), "place": .text(place)])
            }
        }
        return []
    }

    private func matters() -> [RecusalHit] {
        candidate.matters.filter { target.isUnit($0.unitId, $0.unitName) }.flatMap {
            found(PersonnelRules.ownMatter, "matter", ["matter": .text($0.what)])
        }
    }

    /// The last time the unit was inspected by this person, in the same role.
    private func inspectedBefore() -> [RecusalHit] {
        guard let last = candidate.inspected.first(where: { $0.unitId == target.unitId }), last.role == role else { return [] }
        return found(
            PersonnelRules.sameTarget, "before", ["round": .text(last.round), "role": .key("poolKind.\(role.rawValue)")])
    }

    // MARK: RC6 to RC8

    private func leadership() -> [RecusalHit] {
        guard !target.leaders.isEmpty else { return [] }
        let others = target.leaders.filter { $0.id != candidate.id }
        return others.flatMap(subordination) + others.flatMap(sharedLeadership) + others.flatMap(sharedStudies)
    }

    private func subordination(_ leader: LeadershipMember) -> [RecusalHit] {
        for (own, theirs) in sharedPosts(leader) where settings.isLeadership(own.title) != settings.isLeadership(theirs.title) {
            guard let end = lastShared([(own, theirs)]), month.ordinal - end <= settings.recentMonths else { continue }
            return found(PersonnelRules.subordination, "shared", facts(leader, unit: own.unitName))
        }
        return []
    }

    private func sharedLeadership(_ leader: LeadershipMember) -> [RecusalHit] {
        let pairs = sharedPosts(leader).filter { settings.isLeadership($0.0.title) && settings.isLeadership($0.1.title) }
        guard let end = lastShared(pairs), let unit = pairs.first?.0.unitName else { return [] }
        let months = ServiceSpan.months(
            of: pairs.map { ServiceSpan($0.0, until: month).shared(with: ServiceSpan($0.1, until: month)) })
        guard month.ordinal - end <= settings.recentMonths || months >= settings.longMonths else { return [] }
        return found(
            PersonnelRules.sharedLeadership, "shared",
            facts(leader, unit: unit).merging(["months": "\(months)"]) { own, _ in own })
    }

    private func sharedStudies(_ leader: LeadershipMember) -> [RecusalHit] {
        // Somebody teaches elsewhere than where they studied.
        if let theirs = leader.studies.first(where: { $0.supervisor == candidate.name }) {
            return found(PersonnelRules.sharedStudies, "pupil", facts(leader, unit: theirs.school))
        }
        for own in candidate.studies {
            if own.supervisor == leader.name {
                return found(PersonnelRules.sharedStudies, "teacher", facts(leader, unit: own.school))
            }
            for theirs in leader.studies where theirs.school == own.school {
                if let supervisor = own.supervisor, supervisor == theirs.supervisor {
                    return found(
                        PersonnelRules.sharedStudies, "supervisor",
                        facts(leader, unit: own.school).merging(["supervisor": .text(supervisor)]) { own, _ in own })
                }
                if own.overlaps(theirs) {
                    return found(PersonnelRules.sharedStudies, "classmates", facts(leader, unit: own.school))
                }
            }
        }
        return []
    }

    /// Posts of both in one unit at one time.
    private func sharedPosts(_ leader: LeadershipMember) -> [(PostSpan, PostSpan)] {
        candidate.posts.flatMap { own in
            leader.posts.filter { theirs in
                own.isSameUnit(as: theirs)
                    && ServiceSpan(own, until: month).overlaps(ServiceSpan(theirs, until: month))
            }.map { (own, $0) }
        }
    }

    private func lastShared(_ pairs: [(PostSpan, PostSpan)]) -> Int? {
        pairs.map { min(ServiceSpan($0.0, until: month).end, ServiceSpan($0.1, until: month).end) }.max()
    }

    private func facts(_ leader: LeadershipMember, unit: String) -> [String: Message.Argument] {
        ["leader": .text(leader.name), "title": .text(leader.title), "unit": .text(unit)]
    }

    // MARK: -

    private func text(_ month: YearMonth?) -> Message.Argument { .text(month.map { "\($0)" } ?? "—") }

    private func found(_ rule: Rule, _ variant: String, _ facts: [String: Message.Argument]) -> [RecusalHit] {
        hit(rule, variant, facts).map { [$0] } ?? []
    }

    private func hit(_ rule: Rule, _ variant: String, _ facts: [String: Message.Argument]) -> RecusalHit? {
        let strength = settings.strength(of: rule.id, for: role)
        guard strength != .none else { return nil }
        let arguments = facts.merging(["cadre": .text(candidate.name), "target": .text(target.unitName)]) { own, _ in own }
        return RecusalHit(
            rule: rule, isHard: strength == .hard, cadre: candidate.id, target: target,
            evidence: Message("\(rule.id).refusal.\(variant)", arguments))
    }
}

extension PostSpan {
    fileprivate func isSameUnit(as other: PostSpan) -> Bool {
        if let unitId, let otherId = other.unitId { return unitId == otherId }
        return unitName == other.unitName
    }
}

extension StudyFact {
    /// Whether both were there at the same time; where the years of one are not known, nobody can tell, and it is no reason.
    fileprivate func overlaps(_ other: StudyFact) -> Bool {
        guard let from, let to, let otherFrom = other.from, let otherTo = other.to else { return false }
        return from <= otherTo && otherFrom <= to
    }
}
