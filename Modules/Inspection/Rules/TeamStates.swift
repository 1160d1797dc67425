import Operations
import PluginKit

/// What the guards of a team's steps look at.
struct TeamFacts {
    var team: Team
    var principal: Principal
    var document: String?
    /// Names of members without a declaration.
    var undeclared: [String]
}

/// The steps of a team: proposed, vetted with the organisation department, reviewed, authorised for this round (domain 4.7).
enum TeamStates {
    static let table = StateTable<TeamState, TeamFacts>([
        .init(.proposed, to: .vetted, by: [.organisationDepartment], guards: [allDeclared]),
        .init(.vetted, to: .reviewed, by: [.leadingGroup], guards: [notSame(\.vettedBy)]),
        .init(.reviewed, to: .authorised, by: [.districtCommittee], guards: [hasDocument, notSame(\.reviewedBy)]),
        .init(.vetted, to: .proposed, by: [.leadingGroup]),
        .init(.reviewed, to: .proposed, by: [.leadingGroup]),
        .init(.authorised, to: .active, by: [.inspectionOffice]),
        .init(.active, to: .dissolved, by: [.inspectionOffice]),
    ])

    @Sendable private static func allDeclared(_ facts: TeamFacts) -> Refusal? {
        facts.undeclared.isEmpty
            ? nil
            : InspectionRules.declaration.refused([
                "team": .text(facts.team.code), "members": .text(facts.undeclared.joined(separator: "、")),
            ])
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
