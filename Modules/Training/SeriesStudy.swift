import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Sessions of recurring internal study (mission row 105), told to the study log as group study. Sessions of other courses earn hours
/// of training and are not told: the yearly requirement of study is a separate one (decision 0051).
enum SeriesStudy {
    /// Those that are over, with everybody who was there and the share of the time they stayed.
    static let source = GroupStudySource("training.series") { days, db in
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT s.code, s.startsAt, s.endsAt, c.title, e.cadreId, e.share
                    FROM training_session s JOIN training_course c ON c.id = s.courseId
                    JOIN training_enrolment e ON e.sessionId = s.id AND e.state IN ('attended', 'passed', 'failed')
                    WHERE s.seriesId IS NOT NULL AND s.state IN ('finished', 'scored') AND s.startsAt >= ? AND s.startsAt < ?
                    ORDER BY s.startsAt, s.code, e.id
                    """), arguments: ["\(days.lowerBound)", "\(days.upperBound.adding(days: 1))"])
        var studies: [GroupStudy] = []
        for row in rows {
            let code: String = row["code"], span = TimeSpan(row["startsAt"], row["endsAt"]), share: Int? = row["share"]
            if studies.last?.code != code {
                studies.append(GroupStudy(code: code, date: span.start.day, topic: row["title"], people: [:]))
            }
            studies[studies.count - 1].people[row["cadreId"]] = span.minutes * (share ?? 100) / 100
        }
        return studies
    }
}
