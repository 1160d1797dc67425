import Operations
import PluginKit

/// One day on which the yearly notice departs from the ordinary week.
public struct HolidayEntry: Sendable, Hashable, Codable {
    /// What the notice makes of the day.
    public enum Kind: String, Hashable, Choice {
        /// A public holiday.
        case rest
        /// A day that is worked in exchange (调休), nearly always a Saturday or Sunday.
        case work

        public static let vocabulary = "holidayKind"
    }

    public var date: CalendarDate
    /// The holiday it belongs to, such as 国庆节.
    public var name: String
    public var kind: Kind
    /// The notice that says so: its address or document number.
    public var notice: String

    public init(date: CalendarDate, name: String, kind: Kind, notice: String) {
        self.date = date
        self.name = name
        self.kind = kind
        self.notice = notice
    }
}
