import Operations
import Persistence
import PluginKit

extension Standing: Tabular {
    static let columns: [TableColumn<Standing>] = [
        .text("cadre") { $0.cadre },
        .text("cadreId") { "\($0.cadreId)" },
        .text("homeUnit") { $0.unit },
        .word("studyTier") { $0.requirement.tier },
        TableColumn("studyMeasure") { $0.requirement.measure },
        .word("platform", of: "studyPlatform") { $0.requirement.platform },
        .word("studyMode") { $0.requirement.mode },
        .decimal("required") { $0.requirement.text($0.requirement.amount) },
        .decimal("achieved") { $0.requirement.text($0.done) },
        .decimal("shortfall") { $0.requirement.text($0.missing) },
        .decimal("expectedByNow") { $0.requirement.text($0.expected) },
        TableColumn("pace") {
            .word(code: $0.isBehind ? "behind" : "onTrack", key: "studyPace.\($0.isBehind ? "behind" : "onTrack")")
        },
    ]
    static let briefColumns: [String]? = [
        "cadre", "homeUnit", "studyTier", "studyMeasure", "required", "achieved", "shortfall", "pace",
    ]
}

/// Lists everybody in the pools who lacks something of the year's requirement on a day. The whole list at once: it is as long as the
/// pools are.
struct ListShortfalls: Query {
    struct Input: Codable, Sendable {
        /// Study up to this day counts, for the year of this day; today when not given.
        var asOf: CalendarDate?
        var cadre: String?
        /// Only those who are behind an even pace.
        var behind: Bool?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.shortfall"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<Standing> {
        let day = input.asOf ?? context.today
        let cadre = try input.cadre.filled.map { try StudyAccess.person($0, among: StudyAccess.all, in: context).id }
        let standings = try Standing.all(asOf: day, cadre: cadre, in: context)
        let rows = standings.filter { $0.missing > 0 && (input.behind != true || $0.isBehind) }
        return try .part(
            of: rows, limit: input.limit, after: input.after,
            sentence: Message(
                "study.shortfall.sentence",
                [
                    "date": "\(day)", "people": "\(Set(standings.map(\.cadreId)).count)",
                    "short": "\(Set(rows.map(\.cadreId)).count)",
                    "behind": "\(Set(rows.filter(\.isBehind).map(\.cadreId)).count)",
                ])
        ) { "\($0.cadreId) \($0.requirement.mark)" }
    }
}

/// One thing somebody is to be reminded of.
struct ReminderLine: Tabular {
    var kind: ReminderKind
    var cadre: String
    var cadreId: UniqueID
    var unit: String
    var message: Message

    static let columns: [TableColumn<ReminderLine>] = [
        .word("reminder") { $0.kind },
        .text("cadre") { $0.cadre },
        .text("cadreId") { "\($0.cadreId)" },
        .text("homeUnit") { $0.unit },
        .sentence("reminderText") { $0.message },
    ]
    static let briefColumns: [String]? = ["reminder", "cadre", "homeUnit", "reminderText"]
}

/// Why somebody is reminded.
enum ReminderKind: String, Choice {
    /// Less is done than an even pace asks.
    case behind
    /// The year is nearly over and something is missing.
    case yearEnd
    /// An entry waits for somebody's confirmation.
    case unverified

    static let vocabulary = "reminderKind"
}
