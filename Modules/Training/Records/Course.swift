import GRDB
import Operations
import Persistence
import PluginKit

/// 课程: something that is taught, again and again, in sessions (domain 4.22).
package struct Course: Codable, Sendable, Hashable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "training_course"

    package var id: UniqueID
    package var version: Int
    package var code: String
    package var title: String
    package var tier: CourseTier
    /// Code of a ``Track``.
    package var track: String
    package var area: ContentArea
    /// In tenths of an hour.
    package var hours: Int
    package var form: CourseForm
    package var exam: ExamKind
    /// In tenths of a point.
    package var passMark: Int
    /// 必修
    package var isRequired: Bool
    package var audience: Audience
    /// How long credited hours hold; nil where they hold for good.
    package var validMonths: Int?
    package var objectives: String?
    /// What it is studied from: titles, document numbers or addresses.
    package var materials: [String] = []
    /// How often its exam may be taken; nil for as often as needed.
    package var attempts: Int?
}

/// 层级: all-round knowledge for beginners, or a speciality.
package enum CourseTier: String, Choice {
    case general, specialist

    package static let vocabulary = "courseTier"
}

/// The two areas that courses are about (domain 4.22): 纪律监督 and 巡察工作.
package enum ContentArea: String, Choice {
    case discipline, inspection

    package static let vocabulary = "contentArea"
}

/// 授课形式
package enum CourseForm: String, Choice {
    case lecture, selfStudy, caseStudy, practice

    package static let vocabulary = "courseForm"
}

/// 考核方式
package enum ExamKind: String, Choice {
    case openBook, closedBook, essay, practical, none

    package static let vocabulary = "examKind"
}

/// 适用对象
package enum Audience: String, Choice {
    case everybody, leaders, inspectors, newcomers

    package static let vocabulary = "audience"
}
