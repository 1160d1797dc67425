import PluginKit

/// What varies from place to place in rectification, with the domain reference's defaults. Nothing of it is law.
package struct RectificationSettings: Sendable {
    /// `rectification.all` (domain 3.1): no item is due more months after the feedback.
    package var longestFixMonths = 12
    /// How many people make a tier's decision, the chair counted (domain 4.16 asks for a quorum and names no number).
    package var panelQuorum = 2
    /// What a vote of each kind counts.
    package var weights = BallotWeights()
    /// `revisit.window` (domain 3.1): a revisit after a failed review is due within so many months.
    package var revisitMonths = 6
    /// `AlertPolicy` (domain 3.3): days left at which an item turns green and yellow; overdue ones are red.
    package var greenDays = 20
    package var yellowDays = 10
    /// Largest file taken as evidence or document, in bytes.
    package var largestFile = 50 * 1024 * 1024

    package static let standard = RectificationSettings()
}

/// Weights of votes in hundredths: 1 is 100. The defaults make a rate of those who are at least basically satisfied; another
/// scheme in use is 100 / 70 / 30.
package struct BallotWeights: Sendable, Hashable {
    package var satisfied = 100
    package var basicallySatisfied = 100
    package var dissatisfied = 0
}

/// How near an item's date is (domain 3.3).
package enum DueAlert: String, CaseIterable, Sendable {
    case none, green, yellow, red

    /// - Parameter due: nil when there is no date; such an item and one that is done never warn.
    package static func of(
        due: CalendarDate?, status: ItemStatus, today: CalendarDate, settings: RectificationSettings = .standard
    ) -> DueAlert {
        guard let due, status.isPending else { return .none }
        let daysLeft = due.days(since: today)
        if daysLeft < 0 { return .red }
        if daysLeft <= settings.yellowDays { return .yellow }
        return daysLeft <= settings.greenDays ? .green : .none
    }
}
