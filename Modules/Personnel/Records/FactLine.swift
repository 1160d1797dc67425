import GRDB
import Operations
import Persistence
import PluginKit

/// A fact with what it rests on, as people see it.
package struct FactLine: Tabular, FetchableRecord {
    package var fact: Fact
    package var source: String
    package var sourceDate: CalendarDate

    package init(row: Row) throws {
        fact = try Fact(row: row)
        source = row["sourceName"]
        sourceDate = row["sourceDay"]
    }

    package static let columns: [TableColumn<FactLine>] = [
        .word("factKind") { $0.fact.kind },
        TableColumn("factValue") { $0.value },
        TableColumn("factDetail") { $0.detail },
        .text("factUnit") { $0.fact.unitName },
        .text("factPerson") { $0.fact.person },
        .date("fromDay") { $0.fact.fromDay },
        .date("toDay") { $0.fact.toDay },
        .text("source") { $0.source },
        .date("sourceDate") { $0.sourceDate },
        .text("factId") { "\($0.fact.id)" },
    ]
    package static let briefColumns: [String]? = [
        "factKind", "factValue", "factUnit", "fromDay", "toDay", "source", "sourceDate",
    ]

    private var changed: (field: CadreField, content: String)? {
        fact.kind == .change || fact.kind == .merge ? CadreField.read(fact.value) : nil
    }

    private var value: Value { changed.map { $0.field.told($0.content) } ?? .text(fact.value) }

    /// Of a change, what was there before.
    private var detail: Value {
        guard fact.kind == .change, let field = changed?.field, let before = fact.detail else { return .optional(fact.detail) }
        return field.shown(before)
    }

    /// Facts of a cadre that hold, as somebody may see them.
    static func of(_ cadre: UniqueID, for context: ReadContext) throws -> [FactLine] {
        var filter = Filter("f.cadreId = ? AND f.voidedBy IS NULL", cadre)
        if !context.principal.hasAny(of: Fact.confidants) { filter.and("f.kind NOT IN ('sanction', 'investigation')") }
        return try fetchAll(
            context.db,
            sql: """
                SELECT f.*, r.fileName AS sourceName, r.rosterDate AS sourceDay FROM personnel_fact f
                JOIN personnel_roster r ON r.id = f.rosterId WHERE \(filter.sql) ORDER BY f.kind, f.fromDay DESC, f.seq DESC
                """, arguments: filter.arguments)
    }
}
