import GRDB
import Persistence

/// Everybody in the register by name and telephone, as sign-in sheets and study platforms tell people apart.
package struct CadreDirectory: Sendable {
    private struct Entry: Sendable {
        var id: UniqueID
        var phone: String?
    }

    private let entries: [String: [Entry]]

    package init(_ db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT name, id, phone FROM personnel_cadre ORDER BY seq")
        entries = Dictionary(grouping: rows) { $0[0] as String }.mapValues { $0.map { Entry(id: $0[1], phone: $0[2]) } }
    }

    /// The cadres of a name; only those whose telephone ends in the digits, where digits are given.
    package func cadres(named name: String, phoneEnding digits: String?) -> [UniqueID] {
        let named = entries[name] ?? []
        guard let digits, !digits.isEmpty else { return named.map(\.id) }
        return named.filter { $0.phone?.hasSuffix(digits) == true }.map(\.id)
    }

    /// The last four digits of a cadre's telephone; nil where none is on record.
    package func lastDigits(of cadre: UniqueID) -> String? {
        entries.values.lazy.flatMap { $0 }.first { $0.id == cadre }?.phone.map { String($0.suffix(4)) }
    }
}
