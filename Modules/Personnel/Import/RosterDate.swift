import Interchange
import PluginKit

/// The day as of which a roster was drawn up.
struct RosterDate {
    let day: CalendarDate

    /// The day somebody said; else the date in a remark around the table (`填表日期：2024.06`); else the last day of the newest month
    /// of a post or of joining the Party that is not in the future; else today. The time in the present post is no witness: the
    /// work history says it again, and where the two differ one of them is wrong.
    init(said: CalendarDate?, remarks: [SourceRow], rows: [RosterRow], today: CalendarDate) {
        let months = rows.flatMap { row in row.posts.flatMap { [$0.from, $0.to] } + [row.partyJoinMonth] }.compactMap(\.self)
        let newest = months.filter { $0 <= YearMonth(today) }.max()
        day = said ?? Self.remarked(remarks) ?? newest.map { min(Self.lastDay(of: $0), today) } ?? today
    }

    private static func remarked(_ remarks: [SourceRow]) -> CalendarDate? {
        for cell in remarks.flatMap(\.cells) where cell.contains("日期") || cell.lowercased().contains("date") {
            guard let mark = cell.firstIndex(where: { ":：".contains($0) }) else { continue }
            let text = String(cell[cell.index(after: mark)...])
            if let day = Cells.date(text).certain ?? Cells.yearMonth(text).certain.map(lastDay) { return day }
        }
        return nil
    }

    private static func lastDay(of month: YearMonth) -> CalendarDate {
        let days = CalendarDate.daysInMonth(year: month.year, month: month.month)
        return CalendarDate(year: month.year, month: month.month, day: days) ?? CalendarDate(dayNumber: 0)
    }

    /// What a row says about months after the roster was drawn up.
    func notes(_ row: RosterRow) -> [(field: String, value: String, note: CellNote)] {
        let limit = YearMonth(day)
        let months = [("inPostSince", row.inPostSince), ("partyJoinMonth", row.partyJoinMonth)].compactMap { field, month in
            month.map { (field, $0) }
        }
        let later = months + row.posts.flatMap { [$0.from, $0.to].compactMap(\.self) }.map { ("career", $0) }
        return later.filter { $0.1 > limit }.map { field, month in
            (field, "\(month)", .hint("afterRoster", ["month": "\(month)", "roster": "\(limit)"]))
        }
    }
}
