import Foundation
import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Lists cadres by name in pinyin order.
struct ListCadres: Query {
    struct Input: Codable, Sendable {
        var pool: PoolKind?
        /// Code of the unit where they work now.
        var unit: String?
        /// Words of the name, unit, post or specialties. Telephone numbers are not searched.
        var words: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "cadre.list"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<CadreLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter("c.mergedInto IS NULL")
        if let pool = input.pool {
            filter.and("EXISTS (SELECT 1 FROM personnel_pool_membership m WHERE m.cadreId = c.id AND m.pool = ?)", pool)
        }
        if let unit = input.unit { filter.and("c.unitId = ?", try Units.unit(code: unit, in: context.db).id) }
        if let words = input.words, let pattern = SearchIndex.pattern(words) {
            filter.and("c.seq IN (SELECT rowid FROM personnel_cadre_search WHERE personnel_cadre_search MATCH ?)", pattern)
        }
        if let mark = try PageMark(page.after, parts: 2) {
            filter.and("(c.nameKey, c.seq) > (?, ?)", try Self.nameKey(mark.parts[0]), try mark.integer(1))
        }
        let rows = try Row.fetchAll(
            context.db.cachedStatement(
                sql: "\(CadreLine.selection) WHERE \(filter.sql) ORDER BY c.nameKey, c.seq LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        return page.cut(try rows.map { try CadreLine(row: $0, for: context) }) {
            PageMark([$0.cadre.nameKey.base64EncodedString(), "\($0.cadre.seq ?? 0)"])
        }
    }

    private static func nameKey(_ text: String) throws -> Data {
        guard let key = Data(base64Encoded: text) else { throw Rule.invalid.refused("cursor", field: "after") }
        return key
    }
}
