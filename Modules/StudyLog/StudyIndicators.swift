import GRDB
import Operations
import Persistence
import Personnel
import PluginKit
import Statistics

/// Figures on study (domain 7, number 26), counted over what a person may see. Of a round they count the study of its list.
package enum StudyIndicators {
    private static let periods: Set<IndicatorPeriod> = [.round, .days]
    private static let rows = IndicatorRows(ListStudy.name)

    static let all = [
        Indicator(id: "study.entries", unit: .items, position: 26, periods: periods, rows: rows) { scope, context in
            .count(try sum("count(*)", "1", scope, context))
        },
        Indicator(id: "study.hours", unit: .hours, position: 26, periods: periods, rows: rows) { scope, context in
            let minutes = try sum("sum(e.minutes)", "1", scope, context)
            return Figure(value: .hundredths((100 * minutes + 30) / 60))
        },
        Indicator(id: "study.materials", unit: .items, position: 26, periods: periods) { scope, context in
            .count(try sum("count(DISTINCT e.materialId)", "1", scope, context))
        },
        Indicator(id: "study.applied", unit: .percent, position: 26, periods: periods, rows: rows) { scope, context in
            .share(
                try sum("count(e.application)", "1", scope, context), of: try sum("count(*)", "1", scope, context))
        },
    ]

    /// The points of one platform; for the plugin that brings the platform (R-LOG-03: there is no figure over several). Its title is
    /// the string `indicator.study.points.CODE`.
    package static func points(ofPlatform code: String) -> Indicator {
        Indicator(
            id: "study.points.\(code)", unit: .points, position: 26, periods: periods,
            rows: IndicatorRows(ListStudy.name, ["platform": code])
        ) { scope, context in
            .count(try sum("sum(e.points)", "e.platform = '\(code)'", scope, context))
        }
    }

    private static func sum(_ what: String, _ condition: String, _ scope: IndicatorScope, _ context: ReadContext) throws -> Int {
        try RoundTeams.requireKnownRound(scope.round, in: context)
        var filter = Filter("e.voidedOn IS NULL AND \(condition)")
        filter.and(StudyFilter.of(round: scope.round, on: scope.days))
        filter.and(StudyAccess.visible(to: scope.principal))
        return try Int.fetchOne(
            context.db.cachedStatement(sql: "SELECT coalesce(\(what), 0) FROM studylog_entry e WHERE \(filter.sql)"),
            arguments: filter.arguments) ?? 0
    }
}
