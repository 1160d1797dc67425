import GRDB
import PluginKit

/// Conditions joined by AND with their arguments, for queries whose filters the caller chooses.
public struct Filter {
    public private(set) var sql: String
    public private(set) var arguments: StatementArguments

    public init(_ sql: String = "1", _ arguments: (any DatabaseValueConvertible)?...) {
        self.sql = sql
        self.arguments = StatementArguments(arguments)
    }

    /// For as many values as there happen to be.
    public init(sql: String, arguments: StatementArguments) {
        self.sql = sql
        self.arguments = arguments
    }

    public mutating func and(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
        sql += " AND (\(condition))"
        arguments += StatementArguments(values)
    }

    public mutating func or(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
        sql = "(\(sql)) OR (\(condition))"
        arguments += StatementArguments(values)
    }

    public mutating func and(_ other: Filter) {
        sql += " AND (\(other.sql))"
        arguments += other.arguments
    }

    /// Only rows whose `column`, a day or a time of a day, lies in the range; what has no day lies in the range of every day only.
    public mutating func and(_ column: String, in days: DayRange) {
        if let from = days.from { and("\(column) >= ?", from) }
        if let to = days.to, to < .latest { and("\(column) < ?", to.adding(days: 1)) }
    }
}
