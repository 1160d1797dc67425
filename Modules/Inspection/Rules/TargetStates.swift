import Operations
import PluginKit

/// What the guards of a target's steps look at.
struct TargetFacts {
    var target: Target
    var round: Round
    var date: CalendarDate
    var hasAuthorisedTeam: Bool
}

/// The steps of a target until its feedback (domain 4.4); rectification moves it on from there.
enum TargetStates {
    static let table = StateTable<TargetState, TargetFacts>([
        .init(.planned, to: .notified, by: [.inspectionOffice], guards: [teamAuthorised]),
        .init(.notified, to: .onSite, by: [.teamLeader, .inspectionOffice], guards: [roundOnSite, after(\.noticeDate)]),
        .init(.onSite, to: .exited, by: [.teamLeader, .inspectionOffice], guards: [after(\.entryDate)]),
        .init(.exited, to: .reported, by: [.inspectionOffice], guards: [after(\.exitDate)]),
        .init(.reported, to: .fedBack, by: [.teamLeader, .inspectionOffice], guards: [roundInFeedback, after(\.exitDate)]),
    ])

    @Sendable private static func teamAuthorised(_ facts: TargetFacts) -> Refusal? {
        facts.hasAuthorisedTeam ? nil : InspectionRules.authorisation.refused()
    }

    @Sendable private static func roundOnSite(_ facts: TargetFacts) -> Refusal? { stage(facts, .onSite) }
    @Sendable private static func roundInFeedback(_ facts: TargetFacts) -> Refusal? { stage(facts, .feedback) }

    private static func stage(_ facts: TargetFacts, _ stage: RoundStage) -> Refusal? {
        guard facts.round.stage != stage else { return nil }
        return Rule.illegalState.refused(
            "roundStage",
            [
                "round": .text(facts.round.code), "stage": .key("roundStage.\(facts.round.stage.rawValue)"),
                "needed": .key("roundStage.\(stage.rawValue)"),
            ])
    }

    private static func after(_ earlier: @Sendable @escaping (Target) -> CalendarDate?) -> @Sendable (TargetFacts) -> Refusal? {
        { facts in
            guard let before = earlier(facts.target), facts.date < before else { return nil }
            return Rule.invalid.refused("dateOrder", field: "date", ["start": "\(before)", "end": "\(facts.date)"])
        }
    }
}
