import Operations
import Persistence
import Personnel
import PluginKit

/// What a tier of the pools owes in a calendar year: hours of study, or points of one platform.
struct Requirement: Sendable, Hashable {
    /// 组长库、副组长库、专员库; who stands in several owes what the highest asks.
    var tier: PoolKind
    /// The first year it holds for; it holds until a later one takes its place.
    var fromYear: Int
    /// The platform whose points are counted; nil where hours are.
    var platform: String?
    /// Only hours studied in this mode.
    var mode: StudyMode?
    /// Minutes, or points; 0 asks for nothing.
    var amount: Int
    /// Where it comes from.
    var basis: String?

    /// Hours a year for those in the pools, where the office sets nothing else: 56 for those who lead, 32 for the others, after the
    /// national rule for members and for those who head a branch. From memory and unverified: an office sets its own.
    static let standard = [
        Requirement(tier: .leader, fromYear: 1900, amount: 56 * 60),
        Requirement(tier: .deputy, fromYear: 1900, amount: 56 * 60),
        Requirement(tier: .inspector, fromYear: 1900, amount: 32 * 60),
    ]

    /// What two requirements must share for the later one to replace the earlier.
    struct Subject: Hashable {
        var tier: PoolKind
        var platform: String?
        var mode: StudyMode?
    }

    var subject: Subject { Subject(tier: tier, platform: platform, mode: mode) }
    /// The subject in one word, by which lists are continued.
    var mark: String { "\(tier.rawValue) \(platform ?? "-") \(mode?.rawValue ?? "-")" }
    var isPoints: Bool { platform != nil }

    /// The requirements that hold in a year: of each subject the latest that has begun, without those that ask for nothing.
    static func effective(_ set: [Requirement], in year: Int) -> [Requirement] {
        var latest: [Subject: Requirement] = [:]
        for requirement in standard + set where requirement.fromYear <= year {
            guard let other = latest[requirement.subject] else {
                latest[requirement.subject] = requirement
                continue
            }
            if other.fromYear <= requirement.fromYear { latest[requirement.subject] = requirement }
        }
        return latest.values.filter { $0.amount > 0 }.sorted { $0.order < $1.order }
    }

    private var order: (Int, String, String) {
        (PoolKind.allCases.firstIndex(of: tier) ?? 0, platform ?? "", mode?.rawValue ?? "")
    }

    /// How much of a year's amount should be there by the end of a day, if it came evenly; rounded down.
    static func expected(_ amount: Int, by day: CalendarDate) -> Int {
        guard let first = CalendarDate(year: day.year, month: 1, day: 1),
            let last = CalendarDate(year: day.year, month: 12, day: 31)
        else { return amount }
        return amount * (day.dayNumber - first.dayNumber + 1) / (last.dayNumber - first.dayNumber + 1)
    }

    /// An amount as people write it: hours, or points.
    func text(_ amount: Int) -> String { isPoints ? "\(amount)" : Hours.text(minutes: amount) }
}
