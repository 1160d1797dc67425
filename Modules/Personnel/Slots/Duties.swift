import GRDB
import Operations
import Persistence
import PluginKit

/// What a cadre is drafted for: a place in a team of a round that has not ended.
public struct Duty: Sendable, Hashable {
    public var cadre: UniqueID
    /// Code of the round, `14-3`.
    public var round: String
    /// Code of the team, `14-3-1`; nil where the source knows no teams.
    public var team: String?
    /// The day on which the round begins.
    public var roundStart: CalendarDate
    /// The days on which the team is on site; nil while it has not entered. One assignment for each unit inspected.
    public var onSite: ClosedRange<CalendarDate>?
    /// The units that the team inspects.
    public var units: Set<UniqueID>

    public init(
        cadre: UniqueID, round: String, team: String? = nil, roundStart: CalendarDate, onSite: ClosedRange<CalendarDate>?,
        units: Set<UniqueID> = []
    ) {
        self.cadre = cadre
        self.round = round
        self.team = team
        self.roundStart = roundStart
        self.onSite = onSite
        self.units = units
    }
}

/// Who knows what people are drafted for.
public struct DutySource: Sendable {
    /// `inspection.teams`
    public let name: String
    package let duties: @Sendable (Database) throws -> [Duty]

    /// - Parameter duties: those of rounds that have not ended, in a few queries whatever their number.
    public init(_ name: String, duties: @escaping @Sendable (Database) throws -> [Duty]) {
        self.name = name
        self.duties = duties
    }
}

/// Slot for what people are drafted for; asked by whoever wants some of their time, such as Training.
public enum Duties: ContributionKind {
    public static let slot = "duties"
    public static let keysAreNamespaced = true
    public static func key(of value: DutySource) -> String { value.name }

    /// Everything that anybody knows.
    package static func all(in context: ReadContext) throws -> [Duty] {
        try context.registry.values(Self.self).flatMap { try $0.duties(context.db) }
    }
}
