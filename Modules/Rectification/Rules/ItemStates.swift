import Operations
import PluginKit

/// What the guards of an item's steps look at.
struct ItemFacts {
    var item: Item
    var principal: Principal
    var reason: String?
    /// Whether the target's plan passed the third tier.
    var planPassed = false
    var measures = 0
    var evidence = 0
    var nextCheck: CalendarDate?
    var today: CalendarDate
    /// Reference of the discipline commission's agreement, for reconciled items.
    var confirmation: String?
    /// In how many places the target's ledger differs from its issued list.
    var differences = 0
}

/// The steps of an item (domain 4.17). What is returned or reopened is worked on and submitted again.
enum ItemStates {
    private static let unitSide: Set<Role> = [.unitPrincipal, .unitLiaison, .inspectionOffice, .leadingGroup]
    /// The principal answers for what is submitted; the office records what came on paper.
    private static let submitters: Set<Role> = [.unitPrincipal, .inspectionOffice]
    private static let office: Set<Role> = [.inspectionOffice]

    static let table = StateTable<ItemStatus, ItemFacts>([
        .init(.open, to: .inProgress, by: unitSide, guards: [planPassed]),
        .init(.inProgress, to: .submitted, by: submitters, guards: [hasEvidence, hasResult]),
        .init(.returned, to: .submitted, by: submitters, guards: [hasEvidence, hasResult]),
        .init(.reopened, to: .submitted, by: submitters, guards: [hasEvidence, hasResult]),
        .init(.submitted, to: .checked, by: office, guards: [notHandler]),
        .init(.checked, to: .closed, by: [.teamLeader, .inspectionOffice], guards: [thirdPerson, reconciled]),
        .init(.submitted, to: .returned, by: office, guards: [hasReason]),
        .init(.checked, to: .returned, by: office, guards: [hasReason]),
        .init(.inProgress, to: .longTerm, by: office, guards: [measuresDone, nextCheckSet]),
        .init(.returned, to: .longTerm, by: office, guards: [measuresDone, nextCheckSet]),
        .init(.reopened, to: .longTerm, by: office, guards: [measuresDone, nextCheckSet]),
        .init(.longTerm, to: .closed, by: office, guards: [thirdPerson, reconciled]),
        .init(.longTerm, to: .inProgress, by: office, guards: [hasReason]),
        .init(.closed, to: .reopened, by: [.inspectionOffice, .leadingGroup], guards: [hasReason]),
    ])

    @Sendable private static func planPassed(_ facts: ItemFacts) -> Refusal? {
        facts.planPassed ? nil : Rule.illegalState.refused("planNotPassed", ["no": .text(facts.item.no)])
    }

    /// R-RCT-03: nothing is submitted without evidence.
    @Sendable private static func hasEvidence(_ facts: ItemFacts) -> Refusal? {
        facts.evidence > 0 ? nil : RectificationRules.evidence.refused(field: "evidence", ["no": .text(facts.item.no)])
    }

    @Sendable private static func hasResult(_ facts: ItemFacts) -> Refusal? {
        let missing = [
            (facts.item.resultText ?? "").isEmpty ? "field.result" : nil,
            facts.item.systemsNew == nil ? "field.systemsNew" : nil,
            facts.item.systemsRevised == nil ? "field.systemsRevised" : nil,
            facts.item.lossFen == nil ? "field.loss" : nil,
            facts.item.personsDisciplined == nil ? "field.personsDisciplined" : nil,
        ].compactMap { $0 }
        return missing.isEmpty ? nil : Rule.invalid.refused("resultIncomplete", field: "result", ["parts": .keys(missing)])
    }

    /// R-RCT-04: who handed it in does not check it.
    @Sendable private static func notHandler(_ facts: ItemFacts) -> Refusal? {
        facts.item.submittedBy == facts.principal.account ? samePerson(facts) : nil
    }

    /// R-RCT-04: who writes it off neither handed it in nor checked it.
    @Sendable private static func thirdPerson(_ facts: ItemFacts) -> Refusal? {
        [facts.item.submittedBy, facts.item.checkedBy].contains(facts.principal.account) ? samePerson(facts) : nil
    }

    private static func samePerson(_ facts: ItemFacts) -> Refusal {
        RectificationRules.threePersons.refused(["no": .text(facts.item.no), "account": .text(facts.principal.account)])
    }

    /// R-RCT-05: a reconciled item needs an agreeing ledger and the discipline commission's agreement.
    @Sendable private static func reconciled(_ facts: ItemFacts) -> Refusal? {
        guard facts.item.isReconciled else { return nil }
        if facts.differences > 0 {
            return RectificationRules.reconciliation.refused([
                "no": .text(facts.item.no), "differences": "\(facts.differences)",
            ])
        }
        guard (facts.confirmation ?? "").trimmed.isEmpty else { return nil }
        return RectificationRules.reconciliation.refused("confirmation", field: "confirmation", ["no": .text(facts.item.no)])
    }

    @Sendable private static func hasReason(_ facts: ItemFacts) -> Refusal? {
        (facts.reason ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "reason") : nil
    }

    /// Measures must be known, by their texts or counted by an older ledger.
    @Sendable private static func measuresDone(_ facts: ItemFacts) -> Refusal? {
        facts.measures + (facts.item.importedMeasures ?? 0) > 0
            ? nil : Rule.illegalState.refused("noMeasures", ["no": .text(facts.item.no)])
    }

    @Sendable private static func nextCheckSet(_ facts: ItemFacts) -> Refusal? {
        guard let next = facts.nextCheck else { return Rule.invalid.refused("empty", field: "nextCheck") }
        return next > facts.today
            ? nil : Rule.invalid.refused("nextCheckPast", field: "nextCheck", ["date": "\(next)", "today": "\(facts.today)"])
    }
}
