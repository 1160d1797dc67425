import GRDB
import Operations
import Persistence
import PluginKit
import Statistics

/// Figures on findings (domain 7, number 3), counted over what a person may see. Cancelled rounds count nowhere (R-RND-10).
enum InspectionIndicators {
    static let all =
        [indicator("findings.issued", nil)] + FindingCategory.allCases.map { indicator("findings.\($0.rawValue)", $0) }

    private static func indicator(_ id: String, _ category: FindingCategory?) -> Indicator {
        let fields = ["state": FindingState.issued.rawValue].merging(category.map { ["category": $0.rawValue] } ?? [:]) { $1 }
        return Indicator(id: id, unit: .items, position: 3, rows: IndicatorRows(ListFindings.name, fields)) {
            .count(try issued($0, category: category, $1))
        }
    }

    private static func issued(_ scope: IndicatorScope, category: FindingCategory?, _ context: ReadContext) throws -> Int {
        var filter = Filter(
            "f.state = 'issued' AND f.roundId NOT IN (SELECT id FROM inspection_round WHERE stage = 'cancelled')")
        if let round = scope.round { filter.and("f.roundId = ?", try Rounds.round(round, in: context.db).id) }
        if let category { filter.and("f.category = ?", category) }
        Visibility.restrict(&filter, alias: "f", issued: "f.state = 'issued'", for: scope.principal)
        return try Int.fetchOne(
            context.db.cachedStatement(sql: "SELECT count(*) FROM inspection_finding f WHERE \(filter.sql)"),
            arguments: filter.arguments) ?? 0
    }

    /// Titles and definitions.
    static let strings = StringTable(
        plugin: "inspection",
        """
        indicator.findings.issued = 发现问题数 || findings issued
        indicator.findings.issued.definition = 已下发的问题总数（含历史台账导入），不含已取消的轮次 || issued findings, those of older ledgers included, cancelled rounds left out
        indicator.findings.political = 其中：党的政治建设 || of these: political
        indicator.findings.political.definition = 已下发问题中类别为党的政治建设的个数 || issued findings of the political category
        indicator.findings.ideological = 其中：党的思想建设 || of these: ideological
        indicator.findings.ideological.definition = 已下发问题中类别为党的思想建设的个数 || issued findings of the ideological category
        indicator.findings.organisational = 其中：党的组织建设 || of these: organisational
        indicator.findings.organisational.definition = 已下发问题中类别为党的组织建设的个数 || issued findings of the organisational category
        indicator.findings.integrity = 其中：党风廉政建设和作风建设 || of these: integrity
        indicator.findings.integrity.definition = 已下发问题中类别为党风廉政建设和作风建设的个数 || issued findings of the integrity category
        """)
}
