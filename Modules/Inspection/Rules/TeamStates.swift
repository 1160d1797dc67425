import Operations
import Personnel
import PluginKit

/// What the guards of a team's steps look at.
struct TeamFacts {
    var team: Team
    var principal: Principal
    var document: String?
    var reason: String?
    /// Names of members without a declaration.
    var undeclared: [String] = []
    /// Names of members with a declaration that the office has not confirmed.
    var unconfirmed: [String] = []
    /// Numbers and names of recusal cases about members and targets that nobody has decided.
    var undecided: [String] = []
    /// Names of members without a signed pledge of secrecy.
    var unpledged: [String] = []
    /// Names of units whose inspection is not reported yet.
    var unreported: [String] = []
}

/// The steps of a team: proposed, vetted with the organisation department, reviewed, authorised for this round only, on site,
/// dissolved (domain 4.7). The leading group may take it back from anywhere; its authorisation is then revoked.
enum TeamStates {
    static let table = StateTable<TeamState, TeamFacts>([
        .init(.proposed, to: .vetted, by: [.organisationDepartment], guards: [allDeclared, allConfirmed, allDecided]),
        .init(.vetted, to: .reviewed, by: [.leadingGroup], guards: [notSame(\.vettedBy), allDecided]),
        .init(.reviewed, to: .authorised, by: [.districtCommittee], guards: [hasDocument, notSame(\.reviewedBy), allDecided]),
        .init(.vetted, to: .proposed, by: [.leadingGroup], guards: [hasReason]),
        .init(.reviewed, to: .proposed, by: [.leadingGroup], guards: [hasReason]),
        .init(.authorised, to: .proposed, by: [.leadingGroup], guards: [hasReason]),
        .init(.active, to: .proposed, by: [.leadingGroup], guards: [hasReason]),
        .init(.authorised, to: .active, by: [.inspectionOffice], guards: [allDecided, allPledged]),
        .init(.active, to: .dissolved, by: [.inspectionOffice], guards: [allReported]),
    ])

    @Sendable private static func allDeclared(_ facts: TeamFacts) -> Refusal? {
        facts.undeclared.isEmpty
            ? nil
            : InspectionRules.declaration.refused([
                "team": .text(facts.team.code), "members": .text(facts.undeclared.joined(separator: "、")),
            ])
    }

    /// Declared is not cleared: somebody has to look at it (domain 4.7).
    @Sendable private static func allConfirmed(_ facts: TeamFacts) -> Refusal? {
        refusal(InspectionRules.declaration, "unconfirmed", facts, facts.undeclared.isEmpty ? facts.unconfirmed : [])
    }

    @Sendable private static func allDecided(_ facts: TeamFacts) -> Refusal? {
        refusal(PersonnelRules.objection, "undecided", facts, facts.undecided)
    }

    @Sendable private static func allPledged(_ facts: TeamFacts) -> Refusal? {
        refusal(Rule.illegalState, "unpledged", facts, facts.unpledged)
    }

    @Sendable private static func allReported(_ facts: TeamFacts) -> Refusal? {
        refusal(Rule.illegalState, "unreported", facts, facts.unreported)
    }

    private static func refusal(_ rule: Rule, _ variant: String, _ facts: TeamFacts, _ names: [String]) -> Refusal? {
        names.isEmpty
            ? nil
            : rule.refused(variant, ["team": .text(facts.team.code), "names": .text(names.joined(separator: "、"))])
    }

    @Sendable private static func hasReason(_ facts: TeamFacts) -> Refusal? {
        (facts.reason ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "reason") : nil
    }

    @Sendable private static func hasDocument(_ facts: TeamFacts) -> Refusal? {
        (facts.document ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "document") : nil
    }

    private static func notSame(_ earlier: @Sendable @escaping (Team) -> String?) -> @Sendable (TeamFacts) -> Refusal? {
        { facts in
            guard earlier(facts.team) == facts.principal.account else { return nil }
            return InspectionRules.successiveSteps.refused(["account": .text(facts.principal.account)])
        }
    }
}
