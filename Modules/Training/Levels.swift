import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Levels of learners: the last change counts, and whoever has none is a beginner.
enum Levels {
    static func level(of cadre: UniqueID, in db: Database) throws -> LearnerLevel {
        try LearnerLevel.fetchOne(
            db.cachedStatement(sql: "SELECT level FROM training_level WHERE cadreId = ? ORDER BY id DESC LIMIT 1"),
            arguments: [cadre]) ?? .beginner
    }

    static func all(in db: Database) throws -> [UniqueID: LearnerLevel] {
        let rows = try Row.fetchAll(db, sql: "SELECT cadreId, level FROM training_level ORDER BY id")
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { _, last in last })
    }

    /// What learners have shown, in so many queries whatever their number.
    /// - Parameter cadres: everybody on record where nil.
    static func facts(in context: ReadContext) throws -> [UniqueID: LearnerFacts] {
        let db = context.db
        var facts: [UniqueID: LearnerFacts] = [:]
        for (cadre, hours) in try Hours.all(in: db) { facts[cadre, default: LearnerFacts()].hours = hours }
        let tier = try GeneralTier(db)
        let specialist = try UniqueID.fetchSet(db, sql: "SELECT id FROM training_course WHERE tier = 'specialist'")
        for (cadre, passed) in try Passes.all(in: db) {
            facts[cadre, default: LearnerFacts()].hasGeneral = tier.isPassed(passed)
            facts[cadre, default: LearnerFacts()].specialistPasses = passed.intersection(specialist).count
        }
        let served = try Row.fetchAll(
            db, sql: "SELECT cadreId, max(roundsServed) FROM personnel_pool_membership GROUP BY cadreId")
        for row in served { facts[row[0], default: LearnerFacts()].rounds = row[1] }
        let people = Set(facts.keys)
        for source in context.registry.values(CompetenceEvidence.self) where source.part == .appraisal {
            for (cadre, point) in try source.points(people, db) { facts[cadre, default: LearnerFacts()].appraisal = point.points }
        }
        return facts
    }
}

/// Hours credited.
enum Hours {
    /// By person, external classes included, in tenths.
    /// - Parameter days: only those credited on these days; all where nil.
    static func all(in db: Database, on days: ClosedRange<CalendarDate>? = nil) throws -> [UniqueID: Int] {
        let (from, to) = (days?.lowerBound ?? .earliest, days?.upperBound ?? .latest)
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT cadreId, sum(hours) FROM (
                        SELECT cadreId, credited AS hours FROM training_enrolment WHERE creditedOn BETWEEN ?1 AND ?2
                        UNION ALL SELECT cadreId, hours FROM training_external WHERE toDate BETWEEN ?1 AND ?2)
                    GROUP BY cadreId
                    """), arguments: [from, to])
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    /// The days over which hours are counted before a day, as the office has set it.
    static func window(before day: CalendarDate, _ settings: TrainingSettings) -> ClosedRange<CalendarDate>? {
        let months = settings[.hoursMonths]
        return months > 0 ? day.adding(months: -months).adding(days: 1)...day : nil
    }
}
