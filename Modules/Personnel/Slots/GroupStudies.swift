import GRDB
import Operations
import Persistence
import PluginKit

/// 集中学习: something people studied together, as the room knows it that called them together.
public struct GroupStudy: Sendable, Hashable {
    /// What tells it apart inside its source, such as the code of a session.
    public var code: String
    public var date: CalendarDate
    /// What was studied.
    public var topic: String
    /// Who was there, and for how many minutes.
    public var people: [UniqueID: Int]

    public init(code: String, date: CalendarDate, topic: String, people: [UniqueID: Int]) {
        self.code = code
        self.date = date
        self.topic = topic
        self.people = people
    }
}

/// Who holds group studies and records attendance, so that nobody has to enter it in the study log again.
public struct GroupStudySource: Sendable {
    /// `training.series`; its title is the string `groupStudySource.NAME`.
    public let name: String
    package let held: @Sendable (ClosedRange<CalendarDate>, Database) throws -> [GroupStudy]

    /// - Parameter held: what was held on these days and whose attendance is settled, in so many queries whatever their number.
    public init(_ name: String, held: @escaping @Sendable (ClosedRange<CalendarDate>, Database) throws -> [GroupStudy]) {
        self.name = name
        self.held = held
    }
}

/// Slot for group studies; taken over by whoever keeps a log of what people study.
public enum GroupStudies: ContributionKind {
    public static let slot = "groupStudies"
    public static let keysAreNamespaced = true
    public static func key(of value: GroupStudySource) -> String { value.name }

    public static func problems(in contributions: [Contribution<GroupStudySource>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { registry.strings.missing(["groupStudySource.\($0.key)"], plugin: $0.plugin) }
    }
}
