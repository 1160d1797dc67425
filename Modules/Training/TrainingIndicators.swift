import GRDB
import Operations
import Persistence
import PluginKit
import Statistics

/// Figures on training (domain 7, number 25), of everything or of days; people count only for those who see everybody's training.
/// They belong to no round.
enum TrainingIndicators {
    static let all = [
        indicator("training.sessions", .sessions, rows: IndicatorRows(ListSessions.name, ["held": "true"])) { days, context in
            .count(try count("count(*)", of: sessions, "s.state IN ('finished', 'scored')", days, context))
        },
        indicator("training.attendances", .attendances) { days, context in
            .count(try count("count(*)", of: enrolments, there, days, context))
        },
        indicator("training.hoursPerPerson", .hours) { days, context in
            let hours = try Hours.all(in: context.db, on: (days.from ?? .earliest)...(days.to ?? .latest))
            let total = hours.values.reduce(0, +), people = hours.values.count { $0 > 0 }
            return Figure(
                value: .hundredths(people > 0 ? (20 * total + people) / (2 * people) : nil), numerator: total / 10,
                denominator: people)
        },
        indicator("training.passRate", .percent) { days, context in
            .share(
                try count("count(*)", of: enrolments, "e.state = 'passed'", days, context),
                of: try count("count(*)", of: enrolments, "e.state IN ('passed', 'failed')", days, context))
        },
        indicator("training.poolCoverage", .percent) { days, context in
            .share(
                try count("count(DISTINCT e.cadreId)", of: enrolments, "\(there) AND e.cadreId IN (\(pool))", days, context),
                of: try Int.fetchOne(context.db.cachedStatement(sql: "SELECT count(*) FROM (\(pool))")) ?? 0)
        },
    ]

    private static let sessions = "training_session s"
    private static let enrolments = "training_enrolment e JOIN training_session s ON s.id = e.sessionId"
    /// Who was there.
    private static let there = "e.state IN ('attended', 'passed', 'failed')"
    /// Who is in a pool.
    private static let pool =
        "SELECT DISTINCT cadreId FROM personnel_pool_membership WHERE state IN ('admitted', 'onAssignment', 'cooling')"

    private static func indicator(
        _ id: String, _ unit: IndicatorUnit, rows: IndicatorRows? = nil,
        _ compute: @escaping @Sendable (DayRange, ReadContext) throws -> Figure
    ) -> Indicator {
        Indicator(id: id, unit: unit, position: 25, periods: [.days], rows: rows) { scope, context in
            // Sessions are no secret; who was there and how they did is.
            guard unit == .sessions || scope.principal.readsTraining else { return hidden(unit) }
            return try compute(scope.days, context)
        }
    }

    /// The figure of somebody who may see none of the people.
    private static func hidden(_ unit: IndicatorUnit) -> Figure {
        switch unit {
        case .percent: .share(0, of: 0)
        case .hours: Figure(value: .hundredths(nil), numerator: 0, denominator: 0)
        default: .count(0)
        }
    }

    /// Counts what belongs to sessions that began on these days.
    private static func count(
        _ what: String, of rows: String, _ condition: String, _ days: DayRange, _ context: ReadContext
    ) throws -> Int {
        var filter = Filter(condition)
        filter.and("s.startsAt", in: days)
        return try Int.fetchOne(
            context.db.cachedStatement(sql: "SELECT \(what) FROM \(rows) WHERE \(filter.sql)"), arguments: filter.arguments)
            ?? 0
    }

    /// Titles and definitions.
    static let strings = StringTable(
        plugin: "training",
        """
        indicatorUnit.sessions = 场 || sessions
        indicatorUnit.attendances = 人次 || attendances
        indicator.training.sessions = 培训场次 || training sessions
        indicator.training.sessions.definition = 已结束或已登分的培训场次，按开课日期 || sessions that are finished or scored, by the day they began
        indicator.training.attendances = 培训人次 || attendances
        indicator.training.attendances.definition = 实到培训的人次，按开课日期 || people counted once for each session they attended, by the day it began
        indicator.training.hoursPerPerson = 人均学时 || hours per person
        indicator.training.hoursPerPerson.definition = 已计学时（含省市班，按计学时日期）÷ 有学时的人数 || hours credited, external classes included, by the day of credit, over people with any
        indicator.training.passRate = 考核合格率 || pass rate
        indicator.training.passRate.definition = 合格人次 ÷ 有考核结果的人次 || passes over results
        indicator.training.poolCoverage = 人才库培训覆盖率 || coverage of the pools
        indicator.training.poolCoverage.definition = （期间内）参加过培训的在库人员 ÷ 现有在库人员 || people in the pools who attended anything in those days, over all who are in them now
        """)
}

extension IndicatorUnit {
    static let sessions = IndicatorUnit(rawValue: "sessions")
    static let attendances = IndicatorUnit(rawValue: "attendances")
}
