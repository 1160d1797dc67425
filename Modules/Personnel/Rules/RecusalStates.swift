import Operations
import PluginKit

/// What the guards of a recusal case look at.
struct RecusalFacts {
    var recusal: RecusalCase
    var principal: Principal
    var reason: String?
}

/// The steps of a recusal case (domain 4.21). Overriding a soft one takes two people of the leading group (R-RCU-01).
enum RecusalStates {
    static let table = StateTable<RecusalState, RecusalFacts>([
        .init(.raised, to: .verifying, by: [.inspectionOffice]),
        .init(.verifying, to: .upheld, by: [.leadingGroup], guards: [hasReason]),
        .init(.verifying, to: .dismissed, by: [.leadingGroup], guards: [hasReason, isNotHard]),
        .init(.verifying, to: .overrideProposed, by: [.leadingGroup], guards: [isSoft, longReason]),
        .init(.upheld, to: .overrideProposed, by: [.leadingGroup], guards: [isSoft, longReason]),
        .init(.overrideProposed, to: .overridden, by: [.leadingGroup], guards: [isSoft, secondPerson]),
        .init(.overrideProposed, to: .upheld, by: [.leadingGroup], guards: [hasReason]),
        .init(.overridden, to: .upheld, by: [.leadingGroup], guards: [hasReason]),
    ])

    @Sendable private static func hasReason(_ facts: RecusalFacts) -> Refusal? {
        (facts.reason ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "reason") : nil
    }

    /// A hard rule that the record itself shows cannot be dismissed; the record has to be corrected first.
    @Sendable private static func isNotHard(_ facts: RecusalFacts) -> Refusal? {
        facts.recusal.isHard && facts.recusal.raisedBy == .system ? PersonnelRules.hardRecusal.refused("dismiss") : nil
    }

    @Sendable private static func isSoft(_ facts: RecusalFacts) -> Refusal? {
        facts.recusal.isHard ? PersonnelRules.hardRecusal.refused("hard") : nil
    }

    @Sendable private static func longReason(_ facts: RecusalFacts) -> Refusal? {
        (facts.reason ?? "").trimmed.count < 10 ? PersonnelRules.hardRecusal.refused("reason", field: "reason") : nil
    }

    @Sendable private static func secondPerson(_ facts: RecusalFacts) -> Refusal? {
        facts.recusal.overrideBy == facts.principal.account
            ? PersonnelRules.successiveSteps.refused(["account": .text(facts.principal.account)]) : nil
    }
}
