import Deadlines
import PluginKit

/// R-RCT-02: nothing is due later than the limit for all items after the feedback.
enum DueLimit {
    /// - Parameter feedback: nil for targets an older ledger brought, whose feedback is not known; they have no limit.
    static func refusal(
        due: CalendarDate, feedback: CalendarDate?, settings: RectificationSettings
    ) -> Refusal? {
        guard let feedback else { return nil }
        if due < feedback {
            return Rule.invalid.refused("dateOrder", field: "due", ["start": "\(feedback)", "end": "\(due)"])
        }
        let limit = feedback.adding(months: settings.longestFixMonths)
        guard due > limit else { return nil }
        return DeadlineRules.dueBeforeEnd.refused(field: "due", ["date": "\(due)", "latest": "\(limit)"])
    }
}
