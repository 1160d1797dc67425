import GRDB
import Operations
import Persistence
import PluginKit

/// 场次: one holding of a course (domain 4.22).
package struct Session: Codable, Sendable, Hashable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "training_session"

    package var id: UniqueID
    package var version: Int
    package var code: String
    package var courseId: UniqueID
    package var startsAt: SessionTime
    package var endsAt: SessionTime
    /// Nil for a session without a room, such as study online.
    package var room: String?
    /// Nil for study without a teacher.
    package var teacher: String?
    package var capacity: Int
    /// 报名截止: the last day of enrolment.
    package var deadline: CalendarDate?
    package var state: SessionState
    /// The recurring study it is an occurrence of.
    package var seriesId: UniqueID?

    package var span: TimeSpan { TimeSpan(startsAt, endsAt) }
}

/// States of a session (domain 4.22).
package enum SessionState: String, Choice {
    case planned, open, running, finished, scored, cancelled

    package static let vocabulary = "sessionState"

    /// Whether it is over.
    package var isOver: Bool { self == .finished || self == .scored }
    /// Whether it has begun, so that results can be entered.
    package var hasBegun: Bool { self == .running || isOver }
    /// Whether it is still to come.
    package var isAhead: Bool { self == .planned || self == .open }
}
