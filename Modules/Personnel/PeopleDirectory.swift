import GRDB
import Operations
import Persistence

/// Who a written name leads to, for files from systems that know neither our ids nor the whole telephone number.
package struct PeopleDirectory: Sendable {
    package struct Person: Sendable, Hashable {
        package var id: UniqueID
        package var name: String
        package var unitName: String
        /// The last four digits of the telephone number.
        package var phoneTail: String?
    }

    package enum Match: Sendable, Hashable {
        case one(Person)
        /// Several people fit; only somebody who knows them can tell.
        case several([Person])
        /// People of that name are known, but with other digits.
        case otherDigits([Person])
        case none
    }

    private let byName: [String: [Person]]

    /// Reads everybody in one query; a telephone number is opened for its last digits only.
    package init(in context: ReadContext) throws {
        var byName: [String: [Person]] = [:]
        let rows = try Row.fetchAll(
            context.db, sql: "SELECT id, name, unitName, phone FROM personnel_cadre WHERE mergedInto IS NULL ORDER BY seq")
        for row in rows {
            let phone = try PrivateFields.plainPhone(of: row[0], row[3], in: context)
            let tail = phone.flatMap { $0.count >= 4 ? String($0.suffix(4)) : nil }
            let person = Person(id: row[0], name: row[1], unitName: row[2], phoneTail: tail)
            byName[person.name, default: []].append(person)
        }
        self.byName = byName
    }

    /// - Parameter phoneTail: the last four digits where the file has them. A name alone is enough only where one person bears it.
    package func match(_ name: String, phoneTail: String?) -> Match {
        let namesakes = byName[name] ?? []
        let found = phoneTail.map { tail in namesakes.filter { $0.phoneTail == tail } } ?? namesakes
        if found.count == 1 { return .one(found[0]) }
        if !found.isEmpty { return .several(found) }
        return namesakes.isEmpty ? .none : .otherDigits(namesakes)
    }
}
