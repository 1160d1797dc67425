import Operations
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
    package var dueLimits = DueLimits.standard
    /// Largest file taken as evidence or document, in bytes.
    package var largestFile = 50 * 1024 * 1024

    package static let standard = RectificationSettings()
}

extension RectificationSettings {
    private static let months = Setting("rectification.longestFixMonths", standard: 12, in: 1...60, source: "domain 3.1")
    private static let quorum = Setting("rectification.panelQuorum", standard: 2, in: 1...50, source: "domain 4.16")
    private static let satisfied = Setting("rectification.weightSatisfied", standard: 100, in: 0...100, source: "domain 4.16")
    private static let basically = Setting("rectification.weightBasically", standard: 100, in: 0...100, source: "domain 4.16")
    private static let dissatisfied = Setting("rectification.weightDissatisfied", standard: 0, in: 0...100, source: "domain 4.16")
    private static let revisit = Setting("rectification.revisitMonths", standard: 6, in: 1...60, source: "domain 3.1")
    private static let green = Setting("rectification.greenDays", standard: 20, in: 0...365, source: "domain 3.3")
    private static let yellow = Setting("rectification.yellowDays", standard: 10, in: 0...365, source: "domain 3.3")
    private static let megabytes = Setting("rectification.largestFile", standard: 50, in: 1...500, source: "design")

    /// As an office sees and changes them.
    static let all = [months, quorum, satisfied, basically, dissatisfied, revisit, green, yellow, megabytes]

    /// What the colours of dates begin at, on pages too.
    static let dueColours = DueLimitSettings(green: green, yellow: yellow)

    /// The values in force, read at once.
    init(in context: ReadContext) throws {
        let values = try SettingValues(of: "rectification", in: context.db)
        longestFixMonths = values[Self.months] ?? longestFixMonths
        panelQuorum = values[Self.quorum] ?? panelQuorum
        weights.satisfied = values[Self.satisfied] ?? weights.satisfied
        weights.basicallySatisfied = values[Self.basically] ?? weights.basicallySatisfied
        weights.dissatisfied = values[Self.dissatisfied] ?? weights.dissatisfied
        revisitMonths = values[Self.revisit] ?? revisitMonths
        dueLimits.green = values[Self.green] ?? dueLimits.green
        dueLimits.yellow = values[Self.yellow] ?? dueLimits.yellow
        largestFile = values[Self.megabytes].map { $0 * 1024 * 1024 } ?? largestFile
    }
}

/// Weights of votes in hundredths: 1 is 100. The defaults make a rate of those who are at least basically satisfied; another
/// scheme in use is 100 / 70 / 30.
package struct BallotWeights: Sendable, Hashable {
    package var satisfied = 100
    package var basicallySatisfied = 100
    package var dissatisfied = 0
}

extension DueAlert {
    /// How near an item's date is (domain 3.3).
    /// - Parameter due: nil when there is no date; such an item and one that is done never warn.
    package static func of(
        due: CalendarDate?, status: ItemStatus, today: CalendarDate, settings: RectificationSettings
    ) -> DueAlert {
        guard let due, status.isPending else { return .none }
        return DueAlert(daysLeft: due.days(since: today), limits: settings.dueLimits)
    }
}
