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
        return CadreDetail(
            record: try CadreRecord(cadre, for: context), posts: try PostLine.of(cadre.id, in: context.db),
            kin: try rows("personnel_kin", of: cadre, by: "ordinal", context),
            pools: try rows("personnel_pool_membership", of: cadre, by: "pool DESC", context),
            facts: try FactLine.of(cadre.id, for: context),
            services: try ServiceLine.fetch(Filter("s.cadreId = ?", cadre.id), in: context.db),
            moves: try MoveLine.fetch(Filter("m.voidedBy IS NULL AND m.cadreId = ?", cadre.id), in: context.db),
            honours: try HonourLine.fetch(HonourLine.ofCadre(cadre.id), in: context.db))
    }

    private func rows<Line: FetchableRecord>(
        _ table: String, of cadre: Cadre, by order: String, _ context: ReadContext
    ) throws -> [Line] {
        try Line.fetchAll(context.db, sql: "SELECT * FROM \(table) WHERE cadreId = ? ORDER BY \(order)", arguments: [cadre.id])
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
        TableColumn("cadre") { .text($0.cadre.name) },
        TableColumn("gender") { $0.cadre.gender?.value ?? .none },
        TableColumn("birthMonth") { .text("\($0.cadre.birthMonth)") },
        TableColumn("politicalStatus") { $0.cadre.politicalStatus?.value ?? .none },
        TableColumn("partyJoinMonth") { .optional($0.cadre.partyJoinMonth?.description) },
        TableColumn("education") { .optional($0.cadre.education) },
        TableColumn("homeUnit") { .text($0.cadre.unitName) },
        TableColumn("postTitle") { .optional($0.cadre.postTitle) },
        TableColumn("rank") { .optional($0.cadre.rank) },
        TableColumn("inPostSince") { .optional($0.cadre.inPostSince?.description) },
        TableColumn("specialties") { .list($0.cadre.specialtyList.map(Value.text)) },
        TableColumn("recommendedBy") { .optional($0.cadre.recommendedBy) },
        TableColumn("kinStated") { .flag($0.cadre.kinStated) },
        TableColumn("phone") { .optional($0.phone) },
        TableColumn("idNumber") { .optional($0.idNumber) },
        TableColumn("ethnicity") { .optional($0.cadre.ethnicity) },
        TableColumn("nativePlace") { .optional($0.cadre.nativePlace) },
        TableColumn("growthPlace") { .optional($0.cadre.growthPlace) },
        TableColumn("workStartMonth") { .optional($0.cadre.workStartMonth?.description) },
        TableColumn("managedBy") { $0.cadre.managedBy?.value ?? .none },
        TableColumn("inService") { $0.cadre.inService.map(Value.flag) ?? .none },
        TableColumn("health") { .optional($0.cadre.health) },
        TableColumn("remark") { .optional($0.cadre.remark) },
        TableColumn("rosterFile") { .optional($0.roster?.fileName) },
        TableColumn("rosterDate") { .optional($0.roster?.rosterDate) },
        TableColumn("cadreId") { .text("\($0.cadre.id)") },
        TableColumn("version") { .integer($0.cadre.version) },
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
        TableColumn("fromMonth") { .text("\($0.post.fromMonth)") },
        TableColumn("toMonth") { .optional($0.post.toMonth?.description) },
        TableColumn("postUnit") { .text($0.post.unitName) },
        TableColumn("postTitle") { .optional($0.post.title) },
        TableColumn("source") { .text($0.source) },
        TableColumn("sourceDate") { .date($0.sourceDate) },
    ]

    static func of(_ cadre: UniqueID, in db: Database) throws -> [PostLine] {
        try fetchAll(
            db,
            sql: """
                SELECT p.*, r.fileName AS sourceName, r.rosterDate AS sourceDay FROM personnel_post p
                JOIN personnel_roster r ON r.id = p.rosterId WHERE p.cadreId = ? ORDER BY p.ordinal
                """, arguments: [cadre])
    }
}

extension Kin: Tabular {
    package static let columns: [TableColumn<Kin>] = [
        TableColumn("relation") { .text($0.relation) },
        TableColumn("kinUnit") { $0.unitName.isEmpty ? .none : .text($0.unitName) },
        TableColumn("kinName") { .optional($0.kinName) },
        TableColumn("kinPost") { .optional($0.kinPost) },
        TableColumn("kinRaw") { .text($0.raw) },
    ]
}

extension PoolMembership: Tabular {
    package static let columns: [TableColumn<PoolMembership>] = [
        TableColumn("pool") { $0.pool.value },
        TableColumn("poolState") { $0.state.value },
        TableColumn("poolRoute") { $0.route.value },
        TableColumn("admittedOn") { .optional($0.admittedOn) },
        TableColumn("roundsServed") { .integer($0.roundsServed) },
        TableColumn("refusals") { .integer($0.refusals) },
        TableColumn("reviewDue") { .optional($0.reviewDue) },
        TableColumn("coolingUntil") { .optional($0.coolingUntil) },
        TableColumn("exitReason") { $0.exitReason?.value ?? .none },
    ]
}
