import GRDB
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

    /// Reads everybody in one query.
    package init(_ db: Database) throws {
        var byName: [String: [Person]] = [:]
        let cadres = try Cadre.fetchCursor(db, sql: "SELECT * FROM personnel_cadre ORDER BY seq")
        while let cadre = try cadres.next() {
            let tail = cadre.phone.flatMap { $0.count >= 4 ? String($0.suffix(4)) : nil }
            let person = Person(id: cadre.id, name: cadre.name, unitName: cadre.unitName, phoneTail: tail)
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
