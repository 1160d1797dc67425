import GRDB
import Interchange

/// Months are stored as `1987-01`, so that they sort beside days; people read and write `1987.01`.
extension YearMonth: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { (month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)").databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> YearMonth? {
        let parts = String.fromDatabaseValue(value)?.split(separator: "-") ?? []
        guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]) else { return nil }
        return YearMonth(year: year, month: month)
    }
}
