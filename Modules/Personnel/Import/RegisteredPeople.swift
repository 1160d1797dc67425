import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Somebody in the register, with what a roster may say otherwise.
struct RegisteredPerson {
    var cadre: Cadre
    var idNumber: String?
    var posts: [Post]
    var kin: [Kin]
    /// 教育经历
    var studies: [Fact]
    /// Pools in which the person holds a place.
    var pools: Set<PoolKind>
    /// The day of the roster or entry that last changed the record.
    var lastSource: CalendarDate
}

/// Everybody in the register, as an import asks for them.
struct RegisteredPeople {
    private let ids: [PersonMark: UniqueID]
    let marks: [PersonMark]

    init(_ context: ReadContext) throws {
        let rows = try Row.fetchAll(
            context.db, sql: "SELECT id, name, birthMonth, phone FROM personnel_cadre WHERE mergedInto IS NULL ORDER BY seq")
        let people = try rows.map { row -> (PersonMark, UniqueID) in
            let phone = try PrivateFields.plainPhone(of: row[0], row[3], in: context)
            return (PersonMark(name: row[1], birthMonth: row[2], phone: phone), row[0])
        }
        marks = people.map(\.0)
        ids = Dictionary(people) { first, _ in first }
    }

    /// Who has a mark; the one registered first where several do.
    func id(of mark: PersonMark) -> UniqueID? { ids[mark] }

    /// Those whom rows are about, by the number of the row: six queries, however many they are.
    func people(of rows: [RosterRow], in context: ReadContext) throws -> [Int: RegisteredPerson] {
        guard !rows.isEmpty else { return [:] }
        let db = context.db
        let posts = try Post.fetchAll(db, sql: "SELECT * FROM personnel_post WHERE voidedBy IS NULL ORDER BY cadreId, ordinal")
        let kin = try Kin.fetchAll(db, sql: "SELECT * FROM personnel_kin WHERE voidedBy IS NULL ORDER BY cadreId, ordinal")
        let studies = try Fact.fetchAll(db, sql: "SELECT * FROM personnel_fact WHERE kind = 'education' AND voidedBy IS NULL")
        let pools = try Row.fetchAll(
            db, sql: "SELECT cadreId, pool FROM personnel_pool_membership WHERE state IN ('admitted', 'onAssignment', 'cooling')")
        let sources = try Row.fetchAll(
            db,
            sql: """
                SELECT s.cadreId, max(r.rosterDate) FROM (SELECT id AS cadreId, rosterId FROM personnel_cadre
                    UNION SELECT cadreId, rosterId FROM personnel_fact WHERE kind = 'change' AND voidedBy IS NULL) s
                JOIN personnel_roster r ON r.id = s.rosterId GROUP BY s.cadreId
                """)
        let postsOf = Dictionary(grouping: posts, by: \.cadreId), kinOf = Dictionary(grouping: kin, by: \.cadreId)
        let studiesOf = Dictionary(grouping: studies, by: \.cadreId)
        let poolsOf = Dictionary(grouping: pools) { $0[0] as UniqueID }.mapValues { Set($0.map { $0[1] as PoolKind }) }
        let sourceOf = Dictionary(sources.map { ($0[0] as UniqueID, $0[1] as CalendarDate) }) { first, _ in first }
        let cadres = try Cadre.fetchAll(db, sql: "SELECT * FROM personnel_cadre WHERE mergedInto IS NULL")
        let cadreOf = Dictionary(cadres.map { ($0.id, $0) }) { first, _ in first }
        var people: [Int: RegisteredPerson] = [:]
        for row in rows {
            guard let id = ids[row.mark], let cadre = cadreOf[id] else { continue }
            people[row.number] = RegisteredPerson(
                cadre: cadre, idNumber: try PrivateFields.plainIDNumber(of: cadre, in: context), posts: postsOf[id] ?? [],
                kin: kinOf[id] ?? [], studies: studiesOf[id] ?? [], pools: poolsOf[id] ?? [],
                lastSource: sourceOf[id] ?? .earliest)
        }
        return people
    }
}
