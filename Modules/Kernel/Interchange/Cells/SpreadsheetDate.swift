import PluginKit

/// Dates as spreadsheet programs store them: days counted from the start of 1900 or of 1904.
public enum SpreadsheetDate {
    /// The system that counts 1900-01-01 as day 1 believes in a 29 February 1900, which it counts as day 60.
    private static let dayThatNeverWas = 60
    private static let before1900 = CalendarDate(year: 1900, month: 1, day: 1).map { $0.dayNumber - 1 } ?? 0
    private static let start1904 = CalendarDate(year: 1904, month: 1, day: 1).map(\.dayNumber) ?? 0

    /// The day of a serial number.
    /// - Parameter from1904: whether the workbook counts from 1904-01-01 as day 0.
    /// - Returns: nil for 0 and below, for the day that never was, and past the year 2999.
    public static func date(serial: Int, from1904: Bool = false) -> CalendarDate? {
        guard serial >= (from1904 ? 0 : 1), serial < 500_000, from1904 || serial != dayThatNeverWas else { return nil }
        let start = from1904 ? start1904 : before1900 - (serial > dayThatNeverWas ? 1 : 0)
        let date = CalendarDate(dayNumber: start + serial)
        return date.year <= 2999 ? date : nil
    }
}
