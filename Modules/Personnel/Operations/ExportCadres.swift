import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Writes the register as a roster in the shape that is imported, under its Chinese headings. A private
/// field that the reader sees only in part stays empty: what is masked could not be read again.
struct ExportCadres: Query {
    struct Input: Codable, Sendable {
        var out: DownloadName
        var pool: PoolKind?
    }
    static let name: OperationName = "cadre.export"
    static let access = Access.roles(cadreKeepers)

    func run(_ input: Input, in context: ReadContext) throws -> ExportedForm {
        var filter = Filter("c.mergedInto IS NULL")
        if let pool = input.pool {
            filter.and("EXISTS (SELECT 1 FROM personnel_pool_membership m WHERE m.cadreId = c.id AND m.pool = ?)", pool)
        }
        let rows = try RosterLine.fetch(filter, in: context)
        let writer = PaperWriter(context)
        // The day of the roster stands where an import looks for it (``RosterDate``).
        let table = writer.table(
            "干部名册", Answer(list: rows), columns: RosterLine.columns.map(\.key), headings: RosterLine.headings,
            notes: [Message("personnel.roster.filledOn", ["date": "\(context.today)"])])
        let paper = Paper(
            scope: [Paper.part("field.pool", input.pool.map { .key("poolKind.\($0.rawValue)") })], secrecy: .sensitive)
        return ExportedForm(count: rows.count, document: try writer.document(table, paper, as: input.out.path))
    }
}

/// One person as a roster writes them.
struct RosterLine: Tabular {
    var cadre: Cadre
    var career: String
    var kin: String?
    var pools: [PoolKind]
    var phone: String?
    var idNumber: String?

    /// The first of the names under which each column is read again.
    static let headings = Dictionary(uniqueKeysWithValues: RosterFields.all.map { ($0.key, $0.names[0]) })

    private static let words = RosterVocabulary.standard

    static let columns: [TableColumn<RosterLine>] = [
        .text("name") { $0.cadre.name },
        TableColumn("gender") { word($0.cadre.gender, in: words.genders) },
        .text("birthMonth") { "\($0.cadre.birthMonth)" },
        TableColumn("politicalStatus") { word($0.cadre.politicalStatus, in: words.politicalStatuses) },
        .text("partyJoinMonth") { $0.cadre.partyJoinMonth?.description },
        .text("education") { $0.cadre.education },
        .text("unit") { $0.cadre.unitName },
        .text("postTitle") { $0.cadre.postTitle },
        .text("rank") { $0.cadre.rank },
        .text("inPostSince") { $0.cadre.inPostSince?.description },
        .text("career") { $0.career },
        .text("specialties") { $0.cadre.specialties },
        .text("recommendedBy") { $0.cadre.recommendedBy },
        .text("pool") { $0.pools.compactMap { words.pools.word(for: $0) }.joined(separator: "|") },
        .text("kin") { $0.kin },
        .text("phone") { $0.phone },
        .text("idNumber") { $0.idNumber },
        .text("ethnicity") { $0.cadre.ethnicity },
        .text("nativePlace") { $0.cadre.nativePlace },
        .text("growthPlace") { $0.cadre.growthPlace },
        .text("workStartMonth") { $0.cadre.workStartMonth?.description },
        TableColumn("managedBy") { word($0.cadre.managedBy, in: words.managers) },
        TableColumn("inService") { word($0.cadre.inService, in: words.service) },
        .text("health") { $0.cadre.health },
        .text("remark") { $0.cadre.remark },
    ]

    private static func word<Meaning: Equatable>(_ meaning: Meaning?, in words: RosterVocabulary.Words<Meaning>) -> Value {
        .optional(meaning.flatMap { words.word(for: $0) })
    }

    /// Everybody with posts, relatives and pools, in one query.
    static func fetch(_ filter: Filter, in context: ReadContext) throws -> [RosterLine] {
        try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.*,
                    (SELECT group_concat(entry, ';') FROM (SELECT replace(p.fromMonth, '-', '.') || '-'
                        || coalesce(replace(p.toMonth, '-', '.'), '至今') || ' ' || p.unitName || coalesce(' ' || p.title, '') AS entry
                        FROM personnel_post p WHERE p.cadreId = c.id AND p.voidedBy IS NULL ORDER BY p.ordinal)) AS career,
                    (SELECT group_concat(raw, ';') FROM (SELECT k.raw FROM personnel_kin k WHERE k.cadreId = c.id
                        AND k.voidedBy IS NULL ORDER BY k.ordinal)) AS kin,
                    (SELECT group_concat(pool, ' ') FROM (SELECT m.pool FROM personnel_pool_membership m
                        WHERE m.cadreId = c.id AND m.state IN ('admitted', 'onAssignment', 'cooling') ORDER BY m.pool DESC)) AS pools
                FROM personnel_cadre c WHERE \(filter.sql) ORDER BY c.nameKey, c.seq
                """, arguments: filter.arguments
        ).map { row in
            let cadre = try Cadre(row: row)
            let pools: String? = row["pools"], kin: String? = row["kin"]
            return RosterLine(
                cadre: cadre, career: row["career"] ?? "", kin: kin ?? (cadre.kinStated ? "无" : nil),
                pools: (pools ?? "").split(separator: " ").compactMap { PoolKind(rawValue: String($0)) },
                phone: try PrivateFields.wholePhone(of: cadre, for: context),
                idNumber: try PrivateFields.wholeIDNumber(of: cadre, for: context))
        }
    }
}

extension RosterVocabulary.Words where Meaning: Equatable {
    /// The word for a meaning.
    func word(for meaning: Meaning) -> String? { meanings.first { $0.meaning == meaning }?.word }
}
