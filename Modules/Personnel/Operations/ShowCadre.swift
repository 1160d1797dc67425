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
        let roster = try Roster.fetchOne(
            context.db, sql: "SELECT * FROM personnel_roster WHERE id = ?", arguments: [cadre.rosterId])
        return CadreDetail(
            record: CadreRecord(cadre: cadre, phone: PhonePrivacy.shown(cadre.phone, to: context.principal), roster: roster),
            posts: try rows("personnel_post", of: cadre, by: "ordinal", context),
            kin: try rows("personnel_kin", of: cadre, by: "ordinal", context),
            pools: try rows("personnel_pool_membership", of: cadre, by: "pool DESC", context))
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
    var posts: [Post]
    var kin: [Kin]
    var pools: [PoolMembership]

    static var columnKeys: [String] {
        CadreRecord.columns.map(\.key) + Post.columns.map(\.key) + Kin.columns.map(\.key) + PoolMembership.columns.map(\.key)
    }
    var answer: Answer {
        var answer = Answer(record: record)
        answer.sections = [
            ("section.posts", Answer(list: posts)), ("section.kin", Answer(list: kin)), ("section.pools", Answer(list: pools)),
        ]
        return answer
    }
}

/// The main record of a cadre, as a reader may see it.
struct CadreRecord: Tabular {
    var cadre: Cadre
    var phone: String?
    var roster: Roster?

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
        TableColumn("remark") { .optional($0.cadre.remark) },
        TableColumn("rosterFile") { .optional($0.roster?.fileName) },
        TableColumn("rosterDate") { .optional($0.roster?.rosterDate) },
        TableColumn("cadreId") { .text("\($0.cadre.id)") },
        TableColumn("version") { .integer($0.cadre.version) },
    ]
}

extension Post: Tabular {
    package static let columns: [TableColumn<Post>] = [
        TableColumn("fromMonth") { .text("\($0.fromMonth)") },
        TableColumn("toMonth") { .optional($0.toMonth?.description) },
        TableColumn("postUnit") { .text($0.unitName) },
        TableColumn("postTitle") { .optional($0.title) },
    ]
}

extension Kin: Tabular {
    package static let columns: [TableColumn<Kin>] = [
        TableColumn("relation") { .text($0.relation) },
        TableColumn("kinUnit") { $0.unitName.isEmpty ? .none : .text($0.unitName) },
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
    ]
}
