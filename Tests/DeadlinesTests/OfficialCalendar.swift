import Deadlines
import Foundation
import PluginKit

/// The official holiday tables of 2016 to 2026, read from the data file of the tests.
enum OfficialCalendar {
    static let data: Data = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Data/calendar/china-holidays-2016-2027.csv")
        return (try? Data(contentsOf: file)) ?? Data()
    }()

    /// Its rows, split by hand: no cell of the file has a comma or a quote in it.
    static let rows: [[String]] = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }

    static func entries() throws -> [HolidayEntry] { try CalendarImport.entries(from: rows) }
    static func calendar() throws -> WorkingCalendar { try shared.get() }

    private static let shared = Result { try WorkingCalendar(entries()) }
}

/// A date in a test; a mistyped one fails the test instead of ending the run.
struct NotADate: Error { let text: String }

func day(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else { throw NotADate(text: text) }
    return date
}

/// The refusals a piece of work ends in; empty when it succeeds.
func refusals(_ work: () throws -> some Any) -> [Refusal] {
    do {
        _ = try work()
        return []
    } catch let error as any UserFacingError {
        return error.refusals
    } catch {
        return []
    }
}
