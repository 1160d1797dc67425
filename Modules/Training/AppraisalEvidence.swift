import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// 工作鉴定 as a part of competence: the mean of the points of all confirmed grades, each grade being worth what the office has set
/// (decision 0050).
enum AppraisalEvidence {
    static let source = CompetenceSource("training.appraisals", part: .appraisal) { cadres, db in
        let settings = try TrainingSettings(db)
        return try AppraisalGrades.confirmed(in: db).filter { cadres.contains($0.key) }.mapValues { point($0, settings) }
    }

    static func point(_ grades: [AppraisalGrade: Int], _ settings: TrainingSettings) -> CompetencePoint {
        let count = grades.values.reduce(0, +)
        let sum = grades.reduce(0) { $0 + settings[$1.key.setting] * $1.value }
        var facts: [String: Message.Argument] = ["count": "\(count)"]
        for grade in AppraisalGrade.allCases { facts[grade.rawValue] = "\(grades[grade] ?? 0)" }
        return CompetencePoint(
            points: Percent.ratio(sum, of: count * 100) ?? 0, evidence: Message("training.appraisals.evidence", facts))
    }
}

extension AppraisalGrade {
    /// The setting that says how many points the grade is worth.
    fileprivate var setting: TrainingSetting {
        switch self {
        case .excellent: .gradeExcellent
        case .competent: .gradeCompetent
        case .basic: .gradeBasic
        case .incompetent: .gradeIncompetent
        }
    }
}
