import GRDB
import Inspection
import Operations
import Organization
import Persistence
import PluginKit

/// Roles that read the ledger; which items they see is decided by `Visibility`.
let ledgerReaders: Set<Role> = Role.districtWide.union(Role.team).union(Role.unit)

/// The one condition for every list, count, search, export and figure of the ledger. The items stand under the alias `i`.
enum LedgerFilter {
    /// Everything a person may see.
    static func visible(to principal: Principal) -> Filter {
        var filter = Filter()
        Visibility.restrict(&filter, alias: "i", issued: "1", for: principal)
        return filter
    }

    /// What a person may see of what was asked for.
    /// - Throws: `E-NOTFOUND` for a round or unit that does not exist.
    static func of(
        round: String?, unit: String?, status: ItemStatus?, words: String?, in context: ReadContext
    ) throws -> Filter {
        var filter = Filter()
        if let round { filter.and("i.roundId = ?", try Rounds.round(round, in: context.db).id) }
        if let unit { filter.and("i.unitId = ?", try Units.unit(code: unit, in: context.db).id) }
        if let status { filter.and("i.status = ?", status) }
        if let words, let pattern = SearchIndex.pattern(words) {
            filter.and(
                "i.seq IN (SELECT rowid FROM rectification_item_search WHERE rectification_item_search MATCH ?)", pattern)
        }
        filter.and(visible(to: context.principal))
        return filter
    }
}

/// Finding what an operation is about, as far as the person may see it: hidden and absent are the same answer.
enum Lookup {
    /// - Throws: `E-NOTFOUND`.
    static func item(_ no: String, in context: ReadContext) throws -> Item {
        var filter = Filter("i.no = ?", no.trimmed)
        filter.and(LedgerFilter.visible(to: context.principal))
        let found = try Item.fetchOne(
            context.db, sql: "SELECT i.* FROM rectification_item i WHERE \(filter.sql)", arguments: filter.arguments)
        guard let found else { throw Rule.notFound.refused("item", field: "no", ["no": .text(no)]) }
        return found
    }

    /// The target of a unit in a round.
    /// - Parameter unit: its code; the account's own unit when nil.
    /// - Throws: `E-NOTFOUND`; `E-VAL` when no unit is named and the account has none.
    static func target(unit code: String?, round: Round, in context: ReadContext) throws -> (target: Target, unit: Unit) {
        let unit = try unit(code, in: context)
        var filter = Filter("i.roundId = ? AND i.unitId = ?", round.id, unit.id)
        filter.and(LedgerFilter.visible(to: context.principal))
        let id = try UniqueID.fetchOne(
            context.db, sql: "SELECT i.id FROM (SELECT t.*, t.id AS targetId FROM inspection_target t) i WHERE \(filter.sql)",
            arguments: filter.arguments)
        guard let id, let target = try Rounds.target(id: id, in: context.db) else {
            throw Rule.notFound.refused("target", field: "unit", ["unit": .text(unit.code), "round": .text(round.code)])
        }
        return (target, unit)
    }

    private static func unit(_ code: String?, in context: ReadContext) throws -> Unit {
        if let code { return try Units.unit(code: code, in: context.db) }
        guard let own = context.principal.unit, let unit = try Units.unit(id: own, in: context.db) else {
            throw Rule.invalid.refused("missing", field: "unit")
        }
        return unit
    }
}
