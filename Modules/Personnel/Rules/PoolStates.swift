import Operations
import Persistence
import PluginKit

/// What the guards of a pool membership's steps look at.
struct PoolFacts {
    var membership: PoolMembership
    var principal: Principal
    var today: CalendarDate
    var document: String?
    var reason: String?
    var exitReason: ExitReason?
    var coolingUntil: CalendarDate?
    /// What is against the person (R-POL-01, R-POL-02, R-POL-05).
    var obstacles: [Refusal]
    /// The team in which the person serves now.
    var serving: String?

    func obstacle(_ rule: Rule) -> Refusal? { obstacles.first { $0.rule == rule } }
}

/// The steps of a pool membership (domain 4.21).
///
/// People go on assignment and come back by a team's authorisation and its end (``Candidates/beginService(_:in:_:)``), not by hand.
/// The reference lists no way out of resting but leaving; a rest that is over leads back into the pool.
enum PoolStates {
    static let table = StateTable<PoolState, PoolFacts>([
        .init(.nominated, to: .vetted, by: [.organisationDepartment], guards: [hasOpinion, notNominator] + mayComeIn),
        .init(
            .vetted, to: .admitted, by: [.leadingGroup, .districtCommittee],
            guards: [approver, recruited, hasDocument, secondPerson] + mayComeIn),
        .init(.admitted, to: .onAssignment, by: [.inspectionOffice], guards: [serves]),
        .init(.onAssignment, to: .admitted, by: [.inspectionOffice], guards: [isReleased]),
        .init(.admitted, to: .cooling, by: [.inspectionOffice], guards: [hasRest]),
        .init(.cooling, to: .admitted, by: [.inspectionOffice], guards: [restIsOver]),
        .init(.admitted, to: .exited, by: [.inspectionOffice, .leadingGroup], guards: [isReleased] + mayLeave),
        .init(.cooling, to: .exited, by: [.inspectionOffice, .leadingGroup], guards: [isReleased] + mayLeave),
        .init(.nominated, to: .exited, by: [.inspectionOffice, .organisationDepartment, .leadingGroup], guards: mayLeave),
        .init(.vetted, to: .exited, by: [.inspectionOffice, .leadingGroup], guards: mayLeave),
        .init(.exited, to: .nominated, by: [.inspectionOffice, .organisationDepartment], guards: mayComeIn),
    ])

    @Sendable private static func hasOpinion(_ facts: PoolFacts) -> Refusal? {
        switch facts.membership.opinion {
        case .clear: nil
        case .unsuitable: PersonnelRules.integrity.refused()
        case nil: Rule.illegalState.refused("noOpinion")
        }
    }

    /// R-SEP-01
    @Sendable private static func notNominator(_ facts: PoolFacts) -> Refusal? {
        facts.membership.nominatedBy == facts.principal.account
            ? PersonnelRules.successiveSteps.refused(["account": .text(facts.principal.account)]) : nil
    }

    /// Asked at each step into a pool, so that everything that stands against it is said at once.
    private static let mayComeIn = [isEligible, isClear, mayReturn]

    @Sendable private static func isEligible(_ facts: PoolFacts) -> Refusal? { facts.obstacle(PersonnelRules.eligibility) }

    @Sendable private static func isClear(_ facts: PoolFacts) -> Refusal? { facts.obstacle(PersonnelRules.integrity) }

    /// Inspectors are approved by the leading group, leaders and deputies by the committee.
    @Sendable private static func approver(_ facts: PoolFacts) -> Refusal? {
        let role: Role = facts.membership.pool == .inspector ? .leadingGroup : .districtCommittee
        return facts.principal.has(role)
            ? nil
            : Rule.notPermitted.refused(
                "transition", field: "to",
                [
                    "wanted": .key("poolState.admitted"), "account": .text(facts.principal.account),
                    "roles": .keys(["role.\(role.rawValue)"]),
                ])
    }

    /// R-POL-03: inspectors come in through joint recruitment only.
    @Sendable private static func recruited(_ facts: PoolFacts) -> Refusal? {
        facts.membership.pool == .inspector && facts.membership.campaignId == nil
            ? PersonnelRules.signatures.refused("notRecruited") : nil
    }

    @Sendable private static func hasDocument(_ facts: PoolFacts) -> Refusal? {
        (facts.document ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "document") : nil
    }

    @Sendable private static func secondPerson(_ facts: PoolFacts) -> Refusal? {
        facts.membership.vettedBy == facts.principal.account
            ? PersonnelRules.successiveSteps.refused(["account": .text(facts.principal.account)]) : nil
    }

    /// A team's authorisation puts people on assignment; by hand only what that left behind is put right.
    @Sendable private static func serves(_ facts: PoolFacts) -> Refusal? {
        facts.serving == nil ? Rule.illegalState.refused("notServing", field: "to") : nil
    }

    @Sendable private static func hasRest(_ facts: PoolFacts) -> Refusal? {
        guard let until = facts.coolingUntil else { return Rule.invalid.refused("empty", field: "until") }
        return until > facts.today ? nil : Rule.invalid.refused("restPast", field: "until", ["until": "\(until)"])
    }

    @Sendable private static func restIsOver(_ facts: PoolFacts) -> Refusal? {
        guard let until = facts.membership.coolingUntil, until > facts.today else { return nil }
        return Rule.illegalState.refused("resting", ["until": "\(until)"])
    }

    /// The team ends an assignment, by releasing the person or by its own end; whoever serves leaves the team before the pool.
    @Sendable static func isReleased(_ facts: PoolFacts) -> Refusal? {
        facts.serving.map { Rule.illegalState.refused("inTeam", ["team": .text($0)]) }
    }

    private static let mayLeave = [hasExitReason, isGrounded, isExplained]

    @Sendable private static func hasExitReason(_ facts: PoolFacts) -> Refusal? {
        facts.exitReason == nil ? Rule.invalid.refused("empty", field: "exit") : nil
    }

    /// R-POL-05: leaving for discipline bars for good, so it rests on a document …
    @Sendable private static func isGrounded(_ facts: PoolFacts) -> Refusal? {
        guard facts.exitReason == .discipline, (facts.document ?? "").trimmed.isEmpty else { return nil }
        return PersonnelRules.noReturn.refused("document", field: "document")
    }

    /// … and says why.
    @Sendable private static func isExplained(_ facts: PoolFacts) -> Refusal? {
        guard facts.exitReason == .discipline, (facts.reason ?? "").trimmed.isEmpty else { return nil }
        return PersonnelRules.noReturn.refused("reason", field: "reason")
    }

    /// R-POL-05: who left for discipline does not come back.
    @Sendable private static func mayReturn(_ facts: PoolFacts) -> Refusal? {
        facts.obstacle(PersonnelRules.noReturn)
            ?? (facts.membership.exitReason == .discipline ? PersonnelRules.noReturn.refused() : nil)
    }
}
