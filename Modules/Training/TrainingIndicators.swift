import GRDB
import Operations
import Persistence
import PluginKit
import Statistics

/// Figures on training (domain 7, number 25). They belong to no round, so they are counted over everything for every scope, and only
/// for those who see everybody's training.
enum TrainingIndicators {
    static let all = [
        Indicator(id: "training.sessions", unit: .sessions, position: 25) { scope, context in
            .count(try count(scope, context, "SELECT count(*) FROM training_session WHERE state IN ('finished', 'scored')"))
        },
        Indicator(id: "training.attendances", unit: .attendances, position: 25) { scope, context in
            .count(
                try count(
                    scope, context, "SELECT count(*) FROM training_enrolment WHERE state IN ('attended', 'passed', 'failed')"))
        },
        Indicator(id: "training.hoursPerPerson", unit: .hours, position: 25) { scope, context in
            guard scope.principal.readsTraining else { return Figure(value: .text("—")) }
            let hours = try Hours.all(in: context.db)
            let total = hours.values.reduce(0, +), people = hours.values.count { $0 > 0 }
            let mean = people > 0 ? Percent.text(hundredths: (20 * total + people) / (2 * people)) : "—"
            return Figure(value: .text(mean), numerator: total / 10, denominator: people)
        },
        Indicator(id: "training.passRate", unit: .percent, position: 25) { scope, context in
            .share(
                try count(scope, context, "SELECT count(*) FROM training_enrolment WHERE state = 'passed'"),
                of: try count(scope, context, "SELECT count(*) FROM training_enrolment WHERE state IN ('passed', 'failed')"))
        },
        Indicator(id: "training.poolCoverage", unit: .percent, position: 25) { scope, context in
            let pool =
                "SELECT DISTINCT cadreId FROM personnel_pool_membership WHERE state IN ('admitted', 'onAssignment', 'cooling')"
            return .share(
                try count(
                    scope, context,
                    """
                    SELECT count(*) FROM (\(pool)) p WHERE EXISTS (SELECT 1 FROM training_enrolment e
                        WHERE e.cadreId = p.cadreId AND e.state IN ('attended', 'passed', 'failed'))
                    """), of: try count(scope, context, "SELECT count(*) FROM (\(pool))"))
        },
    ]

    private static func count(_ scope: IndicatorScope, _ context: ReadContext, _ sql: String) throws -> Int {
        guard scope.principal.readsTraining else { return 0 }
        return try Int.fetchOne(context.db.cachedStatement(sql: sql)) ?? 0
    }

    /// Titles and definitions.
    static let strings = StringTable(
        plugin: "training",
        """
        indicatorUnit.sessions = 场 || sessions
        indicatorUnit.attendances = 人次 || attendances
        indicatorUnit.hours = 学时 || hours
        indicator.training.sessions = 培训场次 || training sessions
        indicator.training.sessions.definition = 已结束或已登分的培训场次，不分轮次 || sessions that are finished or scored, of all rounds
        indicator.training.attendances = 培训人次 || attendances
        indicator.training.attendances.definition = 实到培训的人次，不分轮次 || people counted once for each session they attended
        indicator.training.hoursPerPerson = 人均学时 || hours per person
        indicator.training.hoursPerPerson.definition = 已计学时（含省市班）÷ 有学时的人数 || hours credited, external classes included, over people with any
        indicator.training.passRate = 考核合格率 || pass rate
        indicator.training.passRate.definition = 合格人次 ÷ 有考核结果的人次 || passes over results
        indicator.training.poolCoverage = 人才库培训覆盖率 || coverage of the pools
        indicator.training.poolCoverage.definition = 参加过培训的在库人员 ÷ 在库人员 || people in the pools who attended anything, over all of them
        """)
}

extension IndicatorUnit {
    static let sessions = IndicatorUnit(rawValue: "sessions")
    static let attendances = IndicatorUnit(rawValue: "attendances")
    static let hours = IndicatorUnit(rawValue: "hours")
}
