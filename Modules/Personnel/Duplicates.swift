import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Two records that may be one person, and what they agree in.
struct DuplicatePair: Tabular {
    var first: Cadre
    var second: Cadre
    var agrees: [PersonFeature]
    /// Telephone and first post of each, for whoever has to tell; both are for the keepers of the register.
    var phones: [String?] = []
    var firstPosts: [String?] = []

    static let columns: [TableColumn<DuplicatePair>] = [
        .text("cadre") { $0.first.name },
        .text("birthMonth") { "\($0.first.birthMonth)" },
        .text("homeUnit") { $0.first.unitName },
        .text("otherCadre") { $0.second.name },
        .text("otherBirthMonth") { "\($0.second.birthMonth)" },
        .text("otherUnit") { $0.second.unitName },
        TableColumn("agrees") { .list($0.agrees.map(\.value)) },
        .text("cadreId") { "\($0.first.id)" },
        .text("otherCadreId") { "\($0.second.id)" },
    ]
}

/// What tells people apart.
enum PersonFeature: String, Choice {
    case name, birthMonth, phone, firstPost, partyJoinMonth

    static let vocabulary = "personFeature"
}

/// Finds records that may be one person: those that agree in two features at least, one of which is more than a name.
enum Duplicates {
    /// People with what tells them apart, read in two queries.
    private struct Person {
        var cadre: Cadre
        var phone: String?
        var firstPost: String?

        func agreement(with other: Person) -> [PersonFeature] {
            var features: [PersonFeature] = []
            if cadre.name == other.cadre.name { features.append(.name) }
            if cadre.birthMonth == other.cadre.birthMonth { features.append(.birthMonth) }
            if let phone, phone == other.phone { features.append(.phone) }
            if let firstPost, firstPost == other.firstPost { features.append(.firstPost) }
            if let joined = cadre.partyJoinMonth, joined == other.cadre.partyJoinMonth { features.append(.partyJoinMonth) }
            return features
        }
    }

    static func pairs(in context: ReadContext) throws -> [DuplicatePair] {
        let people = try people(context)
        var buckets: [String: [Int]] = [:]
        for (index, person) in people.enumerated() {
            buckets["name " + person.cadre.name, default: []].append(index)
            if let phone = person.phone { buckets["phone " + phone, default: []].append(index) }
            if let post = person.firstPost { buckets["post \(post) \(person.cadre.birthMonth)", default: []].append(index) }
        }
        let decided = try decided(context.db)
        var found: Set<[Int]> = []
        for bucket in buckets.values {
            for (place, one) in bucket.enumerated() {
                for other in bucket[(place + 1)...] { found.insert([min(one, other), max(one, other)]) }
            }
        }
        return found.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { pair in
            let first = people[pair[0]], second = people[pair[1]]
            let agrees = first.agreement(with: second)
            guard isSuspicious(agrees), !decided.contains([first.cadre.id, second.cadre.id]) else { return nil }
            return DuplicatePair(
                first: first.cadre, second: second.cadre, agrees: agrees, phones: [first.phone, second.phone],
                firstPosts: [first.firstPost, second.firstPost])
        }
    }

    /// A telephone alone tells who it may be; anything else needs company.
    static func isSuspicious(_ agrees: [PersonFeature]) -> Bool {
        agrees.contains(.phone) && agrees.count >= 2 || agrees.contains(.name) && agrees.contains(.birthMonth)
            || agrees.contains(.name) && agrees.contains(.firstPost)
            || agrees.contains(.birthMonth) && agrees.contains(.firstPost)
                && agrees.contains(.partyJoinMonth)
    }

    private static func people(_ context: ReadContext) throws -> [Person] {
        let posts = try Row.fetchAll(
            context.db, sql: "SELECT cadreId, unitName, fromMonth FROM personnel_post WHERE ordinal = 1 AND voidedBy IS NULL")
        let first = Dictionary(posts.map { ($0[0] as UniqueID, "\($0[1] as String) \($0[2] as String)") }) { one, _ in one }
        return try Cadre.fetchAll(
            context.db, sql: "SELECT * FROM personnel_cadre WHERE mergedInto IS NULL ORDER BY nameKey, seq"
        ).map {
            let phone = try PrivateFields.plainPhone(of: $0.id, $0.phone, in: context)
            let mark = PersonMark(name: $0.name, birthMonth: $0.birthMonth, phone: phone)
            return Person(cadre: $0, phone: mark.personalPhone, firstPost: first[$0.id])
        }
    }

    private static func decided(_ db: Database) throws -> Set<Set<UniqueID>> {
        let rows = try Row.fetchAll(db, sql: "SELECT firstId, secondId FROM personnel_distinct")
        return Set(rows.map { [$0[0], $0[1]] })
    }
}

/// Lists records that may be one person.
struct ListDuplicates: Query {
    static let name: OperationName = "cadre.duplicates"
    static let access = Access.roles(cadreKeepers)

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<DuplicatePair> {
        let pairs = try Duplicates.pairs(in: context)
        return try .part(
            of: pairs, limit: input.limit, after: input.after,
            sentence: Message("cadre.duplicates.sentence", ["count": "\(pairs.count)"])
        ) { "\($0.first.id) \($0.second.id)" }
    }
}

/// Decides that two records are two people: they are not asked about again.
struct DistinguishCadres: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        /// The other record.
        var other: String
        var reason: String
    }
    static let name: OperationName = "cadre.distinguish"
    static let access = Access.roles(cadreKeepers)

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        let first = try Cadres.cadre(input.cadre, in: context.db)
        let second = try Cadres.cadre(input.other, field: "other", in: context.db)
        var checks = Checks()
        checks.require(first.id != second.id, Rule.invalid.refused("sameRecord", field: "other"))
        checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        try checks.finish()
        let (low, high) = first.id < second.id ? (first.id, second.id) : (second.id, first.id)
        try context.db.execute(
            sql: "INSERT OR REPLACE INTO personnel_distinct VALUES (?, ?, ?, ?)",
            arguments: [low, high, context.principal.account, input.reason.trimmed])
        context.reason = input.reason.trimmed
        try context.noteChange(of: "cadre", first.id, to: ["distinct": second.id.description])
        return Done("cadre.distinguish.done", ["cadre": .text(first.name), "other": .text(second.name)])
    }
}
