import GRDB
import Operations
import Persistence
import PluginKit
import Statistics

/// Figures that count people (domain 7, numbers 22, 23, 24 and 27). They are about everything in the file, not about one round, except
/// the evaluations; who may not look at cadres counts none.
enum PersonnelIndicators {
    static let all = pools + careers + honours + [evaluations]

    private static let pools = PoolKind.allCases.map { pool in
        Indicator(
            id: "pool.\(pool.rawValue)", unit: .persons, position: 22,
            rows: IndicatorRows(ListPool.name, ["pool": pool.rawValue])
        ) { scope, context in
            try counted(scope, context) {
                try Int.fetchOne(
                    context.db.cachedStatement(
                        sql: """
                            SELECT count(*) FROM personnel_pool_membership m JOIN personnel_cadre c ON c.id = m.cadreId
                            WHERE c.mergedInto IS NULL AND m.pool = ? AND m.state <> 'exited'
                            """), arguments: [pool]) ?? 0
            }
        }
    }

    private static let careers: [Indicator] =
        [
            Indicator(id: "career.total", unit: .persons, position: 23, rows: IndicatorRows(ListMoves.name)) { scope, context in
                try counted(scope, context) { try OutcomeCounts.persons(nil, period(context), in: context.db) }
            }
        ]
        + MoveKind.allCases.map { kind in
            Indicator(
                id: "career.\(kind.rawValue)", unit: .persons, position: 23,
                rows: IndicatorRows(ListMoves.name, ["kind": kind.rawValue])
            ) { scope, context in
                try counted(scope, context) { try OutcomeCounts.persons(kind, period(context), in: context.db) }
            }
        }

    private static let honours: [Indicator] =
        [
            Indicator(id: "honour.total", unit: .personTimes, position: 24, rows: IndicatorRows(ListHonours.name)) {
                scope, context in
                try counted(scope, context) { try OutcomeCounts.honours(nil, OutcomePeriod(), in: context.db) }
            }
        ]
        + HonourLevel.allCases.map { level in
            Indicator(
                id: "honour.\(level.rawValue)", unit: .personTimes, position: 24,
                rows: IndicatorRows(ListHonours.name, ["level": level.rawValue])
            ) { scope, context in
                try counted(scope, context) { try OutcomeCounts.honours(level, OutcomePeriod(), in: context.db) }
            }
        }

    /// Teams evaluated, of those that finished their service.
    private static let evaluations = Indicator(
        id: "evaluation.share", unit: .percent, position: 27, rows: IndicatorRows(ListEvaluations.name)
    ) { scope, context in
        guard scope.principal.hasAny(of: cadreReaders) else { return .share(0, of: 0) }
        // What was taken over from rosters was not in teams of this program.
        var filter = Filter("endedOn IS NOT NULL AND rosterId IS NULL")
        if let round = scope.round { filter.and("round = ?", round) }
        let counts = try Row.fetchOne(
            context.db.cachedStatement(
                sql: """
                    SELECT count(DISTINCT team), count(DISTINCT team) FILTER (WHERE team IN
                        (SELECT team FROM personnel_evaluation WHERE conclusion IS NOT NULL))
                    FROM personnel_service WHERE \(filter.sql)
                    """), arguments: filter.arguments)
        return .share(counts?[1] ?? 0, of: counts?[0] ?? 0)
    }

    private static func period(_ context: ReadContext) throws -> OutcomePeriod {
        OutcomePeriod(since: try PersonnelSettings(context.db).careerStart)
    }

    private static func counted(_ scope: IndicatorScope, _ context: ReadContext, _ count: () throws -> Int) throws -> Figure {
        .count(scope.principal.hasAny(of: cadreReaders) ? try count() : 0)
    }

    /// Titles and definitions.
    static let strings = StringTable(
        plugin: "personnel",
        """
        indicator.pool.leader = 组长库人数 || leaders in the pool
        indicator.pool.leader.definition = 组长库中未出库的人数 || persons in the pool of leaders who have not left
        indicator.pool.deputy = 副组长库人数 || deputy leaders in the pool
        indicator.pool.deputy.definition = 副组长库中未出库的人数 || persons in the pool of deputies who have not left
        indicator.pool.inspector = 巡察专员库人数 || inspectors in the pool
        indicator.pool.inspector.definition = 专员库中未出库的人数 || persons in the pool of inspectors who have not left
        indicator.career.total = 交流使用或提拔任用 || moved or promoted
        indicator.career.total.definition = 起算日以来交流使用或提拔任用的干部，按人计，一人多次计一人；起算日默认 2017-01-01 \
        || persons moved or promoted since the day counted from (2017-01-01 unless set otherwise), each once
        indicator.career.lateralUse = 其中：交流使用 || of these: moved
        indicator.career.lateralUse.definition = 起算日以来交流使用的人数，一人计一次；既交流又提拔的在两类中各计一人 \
        || persons moved, each once; who was both moved and promoted counts in each kind
        indicator.career.promotion = 其中：提拔任用 || of these: promoted
        indicator.career.promotion.definition = 起算日以来提拔任用的人数，一人计一次 || persons promoted, each once
        indicator.honour.total = 表彰 || honours
        indicator.honour.total.definition = 表彰人次合计；集体表彰计 1 人次，列明成员的按成员计 || honours counted by person; a group counts once unless its members are listed
        indicator.honour.national = 其中：国家级 || of these: national
        indicator.honour.national.definition = 国家级表彰人次 || national honours by person
        indicator.honour.province = 其中：省级 || of these: province
        indicator.honour.province.definition = 省级表彰人次 || honours of the province by person
        indicator.honour.city = 其中：市级 || of these: city
        indicator.honour.city.definition = 市级表彰人次 || honours of the city by person
        indicator.honour.district = 其中：区级 || of these: district
        indicator.honour.district.definition = 区级表彰人次 || honours of the district by person
        indicator.evaluation.share = 后评估覆盖率 || teams evaluated
        indicator.evaluation.share.definition = 已作出后评估结论的组 ÷ 已结束工作的组 || teams whose evaluation is concluded ÷ teams whose work is over
        """)
}
