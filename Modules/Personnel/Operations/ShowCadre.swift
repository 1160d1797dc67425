import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Shows one cadre with posts, relatives and pools.
struct ShowCadre: Query {
    struct Input: Codable, Sendable {
        /// A name borne by one person only, or an id from the list.
        var cadre: String
    }
    static let name: OperationName = "cadre.show"
    static let access = Access.roles(cadreReaders)
    static let positional = ["cadre"]

    func run(_ input: Input, in context: ReadContext) throws -> CadreDetail {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        var services = Services.valid(for: context.principal)
        services.and("s.cadreId = ?", cadre.id)
        return CadreDetail(
            record: try CadreRecord(cadre, for: context), posts: try PostLine.of(cadre.id, in: context.db),
            kin: try Kin.of(cadre.id, in: context.db), pools: try Pools.memberships(of: cadre.id, in: context.db),
            facts: try FactLine.of(cadre.id, for: context),
            services: try ServiceLine.fetch(services, in: context.db),
            moves: try MoveLine.fetch(Filter("m.voidedBy IS NULL AND m.cadreId = ?", cadre.id), in: context.db),
            honours: try HonourLine.fetch(HonourLine.ofCadre(cadre.id), in: context.db))
    }
}

/// One cadre with everything the register says about the person.
struct CadreDetail: Answerable {
    var record: CadreRecord
    var posts: [PostLine]
    var kin: [Kin]
    var pools: [PoolMembership]
    var facts: [FactLine]
    var services: [ServiceLine]
    var moves: [MoveLine]
    var honours: [HonourLine]

    static var columnKeys: [String] {
        [
            CadreRecord.columns.map(\.key), PostLine.columns.map(\.key), Kin.columns.map(\.key),
            PoolMembership.columns.map(\.key), FactLine.columns.map(\.key), ServiceLine.columns.map(\.key),
            MoveLine.columns.map(\.key), HonourLine.columns.map(\.key),
        ].flatMap(\.self)
    }
    var answer: Answer {
        var answer = Answer(record: record)
        answer.sections = [
            ("section.posts", Answer(list: posts)), ("section.kin", Answer(list: kin)), ("section.pools", Answer(list: pools)),
            ("section.facts", Answer(list: facts)), ("section.services", Answer(list: services)),
            ("section.moves", Answer(list: moves)), ("section.honours", Answer(list: honours)),
        ]
        return answer
    }
}

/// The main record of a cadre, as a reader may see it.
struct CadreRecord: Tabular {
    var cadre: Cadre
    var phone: String?
    var idNumber: String?
    var roster: Roster?

    init(_ cadre: Cadre, for context: ReadContext) throws {
        self.cadre = cadre
        phone = try PrivateFields.phone(of: cadre, for: context)
        idNumber = try PrivateFields.idNumber(of: cadre, for: context)
        roster = try Roster.fetchOne(
            context.db, sql: "SELECT * FROM personnel_roster WHERE id = ?", arguments: [cadre.rosterId])
    }

    static let columns: [TableColumn<CadreRecord>] = [
        .text("cadre") { $0.cadre.name },
        .word("gender") { $0.cadre.gender },
        .text("birthMonth") { "\($0.cadre.birthMonth)" },
        .word("politicalStatus") { $0.cadre.politicalStatus },
        .text("partyJoinMonth") { $0.cadre.partyJoinMonth?.description },
        .text("education") { $0.cadre.education },
        .text("homeUnit") { $0.cadre.unitName },
        .text("postTitle") { $0.cadre.postTitle },
        .text("rank") { $0.cadre.rank },
        .text("inPostSince") { $0.cadre.inPostSince?.description },
        .texts("specialties") { $0.cadre.specialtyList },
        .text("recommendedBy") { $0.cadre.recommendedBy },
        .flag("kinStated") { $0.cadre.kinStated },
        .text("phone") { $0.phone },
        .text("idNumber") { $0.idNumber },
        .text("ethnicity") { $0.cadre.ethnicity },
        .text("nativePlace") { $0.cadre.nativePlace },
        .text("growthPlace") { $0.cadre.growthPlace },
        .text("workStartMonth") { $0.cadre.workStartMonth?.description },
        .word("managedBy") { $0.cadre.managedBy },
        .flag("inService") { $0.cadre.inService },
        .text("health") { $0.cadre.health },
        .text("remark") { $0.cadre.remark },
        .text("rosterFile") { $0.roster?.fileName },
        .date("rosterDate") { $0.roster?.rosterDate },
        .text("cadreId") { "\($0.cadre.id)" },
        .integer("version") { $0.cadre.version },
    ]
}

/// A post with what it rests on.
struct PostLine: Tabular, FetchableRecord {
    var post: Post
    var source: String
    var sourceDate: CalendarDate

    init(row: Row) throws {
        post = try Post(row: row)
        source = row["sourceName"]
        sourceDate = row["sourceDay"]
    }

    static let columns: [TableColumn<PostLine>] = [
        .text("fromMonth") { "\($0.post.fromMonth)" },
        .text("toMonth") { $0.post.toMonth?.description },
        .text("postUnit") { $0.post.unitName },
        .text("postTitle") { $0.post.title },
        .text("source") { $0.source },
        .date("sourceDate") { $0.sourceDate },
        .text("entryId") { "\($0.post.id)" },
    ]

    static func of(_ cadre: UniqueID, in db: Database) throws -> [PostLine] {
        try fetchAll(
            db,
            sql: """
                SELECT p.*, r.fileName AS sourceName, r.rosterDate AS sourceDay FROM personnel_post p
                JOIN personnel_roster r ON r.id = p.rosterId WHERE p.cadreId = ? AND p.voidedBy IS NULL
                ORDER BY p.ordinal
                """, arguments: [cadre])
    }
}

extension Kin: Tabular {
    package static let columns: [TableColumn<Kin>] = [
        .text("relation") { $0.relation },
        .text("kinUnit") { $0.unitName.isEmpty ? nil : $0.unitName },
        .text("kinName") { $0.kinName },
        .text("kinPost") { $0.kinPost },
        .text("kinRaw") { $0.raw },
        .text("entryId") { "\($0.id)" },
    ]
}

extension PoolMembership: Tabular {
    package static let columns: [TableColumn<PoolMembership>] = [
        .word("pool") { $0.pool },
        .word("poolState") { $0.state },
        .word("poolRoute") { $0.route },
        .date("admittedOn") { $0.admittedOn },
        .integer("roundsServed") { $0.roundsServed },
        .integer("refusals") { $0.refusals },
        .date("reviewDue") { $0.reviewDue },
        .date("coolingUntil") { $0.coolingUntil },
        .word("exitReason") { $0.exitReason },
    ]
}
