import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// 能力画像: how good somebody is on each track, with every part that it is made of (domain 4.22).
struct Competence: Sendable, Hashable {
    /// Mean of the best scores of the courses of the track, in hundredths; nil where none was examined.
    var exams: Int?
    var examCount = 0
    /// In hundredths; nil where there is none on record.
    var appraisal: Int?
    var quality: Int?

    /// 0 to 100 in hundredths: the mean of the parts that are there, each with its weight; nil where nothing is known.
    func score(_ settings: TrainingSettings) -> Int? {
        let parts = [
            (exams, settings[.examWeight]), (appraisal, settings[.appraisalWeight]), (quality, settings[.qualityWeight]),
        ].compactMap { part, weight in part.map { (points: $0, weight: weight) } }
        let weight = parts.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return nil }
        let sum = parts.reduce(0) { $0 + $1.points * $1.weight }
        return (2 * sum + weight) / (2 * weight)
    }
}

/// Computes profiles, in so many queries whatever the number of people.
struct CompetenceProfiles {
    /// By person and track.
    private(set) var all: [UniqueID: [String: Competence]] = [:]
    /// What appraisals and quality were counted from, by person.
    private(set) var evidence: [UniqueID: [Message]] = [:]

    init(of cadres: Set<UniqueID>, in context: ReadContext) throws {
        let best = try Row.fetchAll(
            context.db,
            sql: """
                SELECT cadreId, track, count(*) AS courses, sum(score) AS total FROM (
                    SELECT e.cadreId, c.track, c.id, max(e.score) AS score FROM training_enrolment e
                    JOIN training_course c ON c.id = e.courseId WHERE e.score IS NOT NULL AND e.state IN ('passed', 'failed')
                    GROUP BY e.cadreId, c.id)
                GROUP BY cadreId, track
                """)
        for row in best where cadres.contains(row["cadreId"]) {
            let courses: Int = row["courses"], total: Int = row["total"]
            all[row["cadreId"], default: [:]][row["track"]] = Competence(
                exams: (20 * total + courses) / (2 * courses), examCount: courses)
        }
        try addWork(of: cadres, in: context)
    }

    /// Appraisals and quality of drafts say nothing of a track, so they count for each.
    private mutating func addWork(of cadres: Set<UniqueID>, in context: ReadContext) throws {
        let tracks = context.registry.values(Tracks.self).map(\.code)
        for source in context.registry.values(CompetenceEvidence.self) {
            for (cadre, point) in try source.points(cadres, context.db) {
                evidence[cadre, default: []].append(point.evidence)
                for track in tracks {
                    var profile = all[cadre]?[track] ?? Competence()
                    switch source.part {
                    case .appraisal: profile.appraisal = point.points
                    case .quality: profile.quality = point.points
                    }
                    all[cadre, default: [:]][track] = profile
                }
            }
        }
    }
}
