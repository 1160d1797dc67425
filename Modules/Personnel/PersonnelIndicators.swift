import GRDB
import Operations
import Persistence
import PluginKit
import Statistics

/// Figures that count people (domain 7, numbers 22, 23, 24 and 27). Pools are as they stand now; moves and honours are of days,
/// evaluations of a round or of days. Who may not look at the rows counts none.
enum PersonnelIndicators {
    static let all = pools + careers + honours + evaluations

    private static let pools = PoolKind.allCases.map { pool in
        Indicator(
            id: "pool.\(pool.rawValue)", unit: .persons, position: 22, periods: [],
            rows: IndicatorRows(ListPool.name, ["pool": pool.rawValue])
        ) { scope, context in
            try counted(scope) {
                let filter = ListPool.filter(pool)
                return try Int.fetchOne(
                    context.db.cachedStatement(
                        sql: """
                            SELECT count(*) FROM personnel_pool_membership m JOIN personnel_cadre c ON c.id = m.cadreId
                            WHERE c.mergedInto IS NULL AND \(filter.sql)
                            """), arguments: filter.arguments) ?? 0
            }
        }
    }

    private static let careers = [move("career.total", nil)] + MoveKind.allCases.map { move("career.\($0.rawValue)", $0) }

    private static func move(_ id: String, _ kind: MoveKind?) -> Indicator {
        Indicator(
            id: id, unit: .persons, position: 23, periods: [.days],
            rows: IndicatorRows(ListMoves.name, kind.map { ["kind": $0.rawValue] } ?? [:])
        ) { scope, context in
            try counted(scope) {
                let days = try OutcomeCounts.careerDays(scope.days.from, scope.days.to, in: context.db)
                return try OutcomeCounts.persons(kind, days, in: context.db)
            }
        }
    }

    private static let honours = [honour("honour.total", nil)] + HonourLevel.allCases.map { honour("honour.\($0.rawValue)", $0) }

    private static func honour(_ id: String, _ level: HonourLevel?) -> Indicator {
        Indicator(
            id: id, unit: .personTimes, position: 24, periods: [.days],
            rows: IndicatorRows(ListHonours.name, level.map { ["level": $0.rawValue] } ?? [:])
        ) { scope, context in
            try counted(scope) { try OutcomeCounts.honours(level, scope.days, in: context.db) }
        }
    }

    /// Teams evaluated, of those whose work is over, and how they were judged.
    private static let evaluations = [
        Indicator(
            id: "evaluation.share", unit: .percent, position: 27, periods: [.round, .days],
            rows: IndicatorRows(ListEvaluatedTeams.name)
        ) { scope, context in
            let teams = try teams(scope, context)
            return .share(teams.count { $0.conclusion != nil }, of: teams.count)
        },
        Indicator(
            id: "evaluation.score", unit: .points, position: 27, periods: [.round, .days],
            rows: IndicatorRows(ListEvaluatedTeams.name)
        ) { scope, context in
            let scored = try teams(scope, context).filter(\.isScored)
            let counts = scored.reduce([0, 0, 0, 0]) { sums, team in zip(sums, team.counts).map { $0 + $1 } }
            return Figure(value: .hundredths(EvaluationMarks(try PersonnelSettings(context.db)).score(counts)))
        },
    ]

    private static func teams(_ scope: IndicatorScope, _ context: ReadContext) throws -> [EvaluatedTeamLine] {
        guard ListEvaluatedTeams.access.allows(scope.principal) else { return [] }
        try RoundTeams.requireKnownRound(scope.round, in: context)
        return try EvaluatedTeamLine.all(round: scope.round, on: scope.days, for: scope.principal, in: context.db)
    }

    private static func counted(_ scope: IndicatorScope, _ count: () throws -> Int) throws -> Figure {
        .count(scope.principal.hasAny(of: cadreReaders) ? try count() : 0)
    }

    /// Titles and definitions.
    static let strings = StringTable(
        plugin: "personnel",
        """
        indicator.pool.leader = 组长库人数 || leaders in the pool
        indicator.pool.leader.definition = 组长库中现有（未出库）人数；按专业、年龄、职级、参加轮次的构成见 pool structure || persons in the pool of leaders now; how it is made up: pool structure
        indicator.pool.deputy = 副组长库人数 || deputy leaders in the pool
        indicator.pool.deputy.definition = 副组长库中现有（未出库）人数 || persons in the pool of deputies now
        indicator.pool.inspector = 巡察专员库人数 || inspectors in the pool
        indicator.pool.inspector.definition = 专员库中现有（未出库）人数 || persons in the pool of inspectors now
        indicator.career.total = 交流使用或提拔任用 || moved or promoted
        indicator.career.total.definition = 交流使用或提拔任用的干部，按人计，一人多次计一人；不指定日期时从起算日（默认 2017-01-01）起 \
        || persons moved or promoted, each once; since the day counted from (2017-01-01 unless set otherwise) where no days are given
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
        indicator.evaluation.share.definition = 已作出后评估结论的组 ÷ 已结束工作的组；按日期时按组的结束日期 || teams whose evaluation is concluded ÷ teams whose work is over; of days, those whose work ended then
        indicator.evaluation.score = 后评估得分 || score of evaluations
        indicator.evaluation.score.definition = 已作出结论的各组全部答卷各项的平均分：优 100，良 80、中 60、差 0 为默认，可在设置中调整；组的范围同后评估覆盖率 || mean of all answers about the teams whose evaluation is concluded: 优 100, and 良 80, 中 60, 差 0 unless set otherwise; of the same teams as the share
        """)
}
