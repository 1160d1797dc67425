import GRDB
import Persistence

/// Name and workplace of a cadre, for lists of other modules.
package struct CadreCard: Sendable {
    package var name: String
    package var unitName: String
}

extension Candidates {
    /// Cards by id; ids that are nobody's are left out.
    package static func cards(of ids: [UniqueID], in db: Database) throws -> [UniqueID: CadreCard] {
        var cards: [UniqueID: CadreCard] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let part = ids[start..<min(start + 500, ids.count)]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT id, name, unitName FROM personnel_cadre WHERE id IN (\(databaseQuestionMarks(count: part.count)))",
                arguments: StatementArguments(part))
            while let row = try rows.next() { cards[row[0]] = CadreCard(name: row[1], unitName: row[2]) }
        }
        return cards
    }
}
