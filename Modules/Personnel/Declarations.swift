import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Declarations of recusal: what other modules may ask and cause.
package enum Declarations {
    /// The units of a round that somebody has declared for.
    package static func units(declaredBy cadre: UniqueID, for round: String, in db: Database) throws -> Set<UniqueID> {
        try UniqueID.fetchSet(
            db, sql: "SELECT unitId FROM personnel_declaration WHERE cadreId = ? AND round = ? AND state <> 'untrue'",
            arguments: [cadre, round])
    }

    /// Those among some people who lack a confirmed declaration for one of the units, in the order given. One query.
    package static func unconfirmed(
        among people: [UniqueID], for units: [UniqueID], round: String, in db: Database
    ) throws -> [UniqueID] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT cadreId, unitId FROM personnel_declaration WHERE round = ? AND state = 'confirmed'
                AND cadreId IN (\(databaseQuestionMarks(count: people.count)))
                """, arguments: [round] + StatementArguments(people))
        let confirmed = Dictionary(grouping: rows) { $0["cadreId"] as UniqueID }
            .mapValues { Set($0.map { $0["unitId"] as UniqueID }) }
        return people.filter { !(confirmed[$0] ?? []).isSuperset(of: units) }
    }

    /// Records that people declared for all units of a team, as the signed sheets say. What they declared before in the same role
    /// stays as it is. Where the record shows a reason the sheet does not, a potential case is opened.
    package static func record(
        _ people: [Assignment], for units: [UniqueID], round: String, reference: String, in context: WriteContext
    ) throws {
        try context.acting(for: PersonnelPlugin.manifest.id) {
            for person in people {
                let known = try UniqueID.fetchSet(
                    context.db,
                    sql: """
                        SELECT unitId FROM personnel_declaration WHERE cadreId = ? AND round = ? AND role = ? AND state <> 'untrue'
                        """, arguments: [person.cadre, round, person.role])
                for unit in units where !known.contains(unit) {
                    try make(
                        person.cadre, unit, round: round, role: person.role, relation: nil, reference: reference, in: context)
                }
                try RecusalCases.recheck(person.cadre, in: context)
            }
        }
    }

    /// Notes one unit's declaration; a later one takes the place of an earlier one, which the audit keeps.
    @discardableResult
    static func make(
        _ cadre: UniqueID, _ unit: UniqueID, round: String, role: PoolKind, relation: String?, reference: String?,
        in context: WriteContext
    ) throws -> Declaration {
        let before = try Declaration.fetchOne(
            context.db, sql: "SELECT * FROM personnel_declaration WHERE cadreId = ? AND unitId = ? AND round = ?",
            arguments: [cadre, unit, round])
        var declaration =
            before
            ?? Declaration(
                id: context.nextID(), cadreId: cadre, unitId: unit, round: round, role: role, relation: relation,
                declaredOn: context.today, declaredBy: context.principal.account, reference: reference, state: .made)
        declaration.role = role
        declaration.relation = relation
        declaration.declaredOn = context.today
        declaration.declaredBy = context.principal.account
        declaration.reference = reference
        declaration.state = .made
        declaration.confirmedBy = nil
        declaration.confirmedOn = nil
        if before == nil { try declaration.insert(context.db) } else { try declaration.update(context.db) }
        try context.noteChange(of: "declaration", declaration.id, from: before, to: declaration)
        return declaration
    }
}

/// One declaration with what the record says about it.
struct DeclarationLine: Tabular, FetchableRecord {
    var declaration: Declaration
    var cadre: String
    var homeUnit: String
    var postTitle: String?
    var unit: String
    var unitCode: String
    /// Open or decided cases about the same cadre and unit.
    var cases: String

    init(row: Row) throws {
        declaration = try Declaration(row: row)
        cadre = row["cadreName"]
        homeUnit = row["cadreUnit"]
        postTitle = row["postTitle"]
        unit = row["targetName"]
        unitCode = row["targetCode"]
        cases = row["cases"] ?? ""
    }

    static let columns: [TableColumn<DeclarationLine>] = [
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.homeUnit },
        .text("postTitle") { $0.postTitle },
        .text("unit") { $0.unit },
        .text("unitCode") { $0.unitCode },
        .text("round") { $0.declaration.round },
        TableColumn("role") { $0.declaration.role.asTeamRole },
        .text("declaredRelation") { $0.declaration.relation },
        .text("systemCheck") { $0.cases.isEmpty ? nil : $0.cases },
        .word("declarationState") { $0.declaration.state },
        .date("declaredOn") { $0.declaration.declaredOn },
        .account("declaredBy") { $0.declaration.declaredBy },
        .account("confirmedBy") { $0.declaration.confirmedBy },
        .date("confirmedOn") { $0.declaration.confirmedOn },
        .text("reference") { $0.declaration.reference },
        .text("cadreId") { "\($0.declaration.cadreId)" },
    ]
    static let briefColumns: [String]? = ["cadre", "unit", "round", "declaredRelation", "systemCheck", "declarationState"]

    static func fetch(_ filter: Filter, limit: Int, in db: Database) throws -> [DeclarationLine] {
        try fetchAll(
            db,
            sql: """
                SELECT d.*, c.name AS cadreName, c.unitName AS cadreUnit, c.postTitle, u.name AS targetName, u.code AS targetCode,
                    (SELECT group_concat(coalesce(r.rule, r.no) || ' ' || r.facts, '；') FROM personnel_recusal r
                        WHERE r.cadreId = d.cadreId AND r.unitId = d.unitId AND r.state <> 'dismissed') AS cases
                FROM personnel_declaration d JOIN personnel_cadre c ON c.id = d.cadreId
                JOIN organization_unit u ON u.id = d.unitId
                WHERE \(filter.sql) ORDER BY d.seq LIMIT \(limit)
                """, arguments: filter.arguments)
    }
}
