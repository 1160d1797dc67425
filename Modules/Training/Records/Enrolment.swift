import GRDB
import Operations
import Persistence
import PluginKit

/// 报名: somebody's place in a session, and what came of it (domain 4.22).
package struct Enrolment: Codable, Sendable, Hashable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "training_enrolment"

    /// Made in order of enrolment: the waiting list is in order of id.
    package var id: UniqueID
    package var version: Int
    package var sessionId: UniqueID
    package var courseId: UniqueID
    package var cadreId: UniqueID
    /// The unit whose quota is used.
    package var unitId: UniqueID?
    package var state: EnrolmentState
    /// Percent of the session that was attended.
    package var share: Int?
    /// In tenths of a point.
    package var score: Int?
    /// How often the exam was taken.
    package var attempts = 0
    /// Why a trainer let somebody in, or off, against R-CRS-01.
    package var exemption: String?
    /// Hours credited, in tenths.
    package var credited = 0
    package var creditNote: CreditNote?
    package var creditedOn: CalendarDate?
    /// The first day on which credited hours hold no more; nil where they hold for good.
    package var validUntil: CalendarDate?
    package var certificateNo: String?
    package var enrolledOn: CalendarDate
}

/// States of an enrolment (domain 4.22).
package enum EnrolmentState: String, Choice {
    case waitlisted, confirmed, attended, absent, excused, passed, failed, exempt, cancelled

    package static let vocabulary = "enrolmentState"

    /// Whether it takes one of the session's places.
    package var takesPlace: Bool { self != .waitlisted && self != .cancelled }
    /// Whether the course counts as taken with success.
    package var isSuccess: Bool { self == .passed || self == .exempt }
    /// Whether the person was there.
    package var wasThere: Bool { self == .attended || self == .passed || self == .failed }
}

/// Why hours were credited or not (R-CRS-04, R-CRS-06).
package enum CreditNote: String, Choice {
    case credited, repeated, attendanceLow, notPassed, exempt

    package static let vocabulary = "creditNote"
}

/// 省市班: a class held by the province or the city, with its certificate.
struct ExternalClass: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "training_external"

    var id: UniqueID
    var cadreId: UniqueID
    var title: String
    var organiserLevel: OrganiserLevel
    var organiser: String
    var fromDate: CalendarDate
    var toDate: CalendarDate
    /// In tenths of an hour.
    var hours: Int
    var certificateNo: String
}

/// Who holds an external class.
enum OrganiserLevel: String, Choice {
    case national, province, city

    static let vocabulary = "organiserLevel"
}

/// 学员层级
package enum LearnerLevel: String, Choice, Comparable {
    case beginner, intermediate, advanced, expert

    package static let vocabulary = "learnerLevel"

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package static func < (left: LearnerLevel, right: LearnerLevel) -> Bool { left.rank < right.rank }
    /// The one above; nil at the top.
    var next: LearnerLevel? { rank + 1 < Self.allCases.count ? Self.allCases[rank + 1] : nil }
}

/// One change of a learner's level, with what it rests on; never rewritten.
struct LevelChange: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "training_level"

    var id: UniqueID
    var cadreId: UniqueID
    var level: LearnerLevel
    var since: CalendarDate
    var evidence: String
    var decidedBy: String
}
