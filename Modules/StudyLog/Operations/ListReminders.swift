import GRDB
import Operations
import Persistence
import PluginKit

/// Lists whom to remind of what on a day: people behind with the year's requirement, and entries that wait for confirmation.
struct ListReminders: Query {
    struct Input: Codable, Sendable {
        /// Today when not given.
        var asOf: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.reminders"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ReminderLine> {
        let day = input.asOf ?? context.today
        let yearEndDays = try context.value(of: StudySettings.yearEndDays)
        let short = try Standing.all(asOf: day, in: context).compactMap { standing in
            Self.line(standing, on: day, yearEndDays: yearEndDays)
        }
        let since = day.adding(days: -(try context.value(of: StudySettings.waitingDays)))
        return try .part(
            of: short + (try waiting(since: since, context)), limit: input.limit, after: input.after, key: Self.key)
    }

    /// The person, what it is about, and the entry or platform.
    private static func key(_ line: ReminderLine) -> String {
        let facts = line.message.arguments
        return "\(line.kind.rawValue) \(line.cadreId) \(line.message.key)"
            + ["no", "platform", "required"].map { facts[$0].map { " \($0)" } ?? "" }.joined()
    }

    private static func line(_ standing: Standing, on day: CalendarDate, yearEndDays: Int) -> ReminderLine? {
        guard standing.missing > 0 else { return nil }
        let end = CalendarDate(year: day.year, month: 12, day: 31) ?? day
        let left = end.dayNumber - day.dayNumber
        let kind: ReminderKind = left < yearEndDays ? .yearEnd : .behind
        guard kind == .yearEnd || standing.isBehind else { return nil }
        let requirement = standing.requirement
        var facts: [String: Message.Argument] = [
            "missing": .text(requirement.text(standing.missing)), "required": .text(requirement.text(requirement.amount)),
            "done": .text(requirement.text(standing.done)), "expected": .text(requirement.text(standing.expected)),
            "days": "\(left)",
        ]
        if let platform = requirement.platform { facts["platform"] = .key("studyPlatform.\(platform)") }
        let measure = requirement.isPoints ? "points" : "hours"
        return ReminderLine(
            kind: kind, cadre: standing.cadre, cadreId: standing.cadreId, unit: standing.unit,
            message: Message("study.reminders.\(kind.rawValue).\(measure)", facts))
    }

    private func waiting(since day: CalendarDate, _ context: ReadContext) throws -> [ReminderLine] {
        var filter = Filter("e.voidedOn IS NULL AND e.importId IS NULL AND e.verifiedOn IS NULL AND e.date <= ?", day)
        filter.and(StudyAccess.visible(to: context.principal))
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.name, c.id, c.unitName, e.no, e.date, e.topic
                FROM studylog_entry e JOIN personnel_cadre c ON c.id = e.cadreId WHERE \(filter.sql)
                ORDER BY e.date, e.seq LIMIT 1000
                """, arguments: filter.arguments)
        return rows.map { row in
            let no: String = row[3], date: String = row[4], topic: String = row[5]
            return ReminderLine(
                kind: .unverified, cadre: row[0], cadreId: row[1], unit: row[2],
                message: Message("study.reminders.unverified", ["no": no, "date": date, "topic": topic]))
        }
    }
}
