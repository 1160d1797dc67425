import GRDB
import Operations
import Persistence
import PluginKit

/// A team as the room knows it that forms teams.
public struct RoundTeam: Sendable, Hashable {
    /// `14-3-1`
    public var code: String
    /// Code of its round, `14-3`.
    public var round: String
    /// The units it inspects.
    public var units: Set<UniqueID>

    public init(code: String, round: String, units: Set<UniqueID>) {
        self.code = code
        self.round = round
        self.units = units
    }
}

/// Who knows the rounds and their teams.
public struct RoundTeamSource: Sendable {
    /// `inspection.rounds`
    public let name: String
    package let hasRound: @Sendable (String, Database) throws -> Bool
    package let team: @Sendable (String, Database) throws -> RoundTeam?

    public init(
        _ name: String, hasRound: @escaping @Sendable (String, Database) throws -> Bool,
        team: @escaping @Sendable (String, Database) throws -> RoundTeam?
    ) {
        self.name = name
        self.hasRound = hasRound
        self.team = team
    }
}

/// Slot for rounds and teams, so that what people do in them is recorded for those that exist. Where nothing fills it, every code is
/// taken as it is.
public enum RoundTeams: ContributionKind {
    public static let slot = "roundTeams"
    public static let keysAreNamespaced = true
    public static func key(of value: RoundTeamSource) -> String { value.name }

    /// - Throws: `E-NOTFOUND` for a round that nobody knows.
    static func requireRound(_ code: String, field: String = "round", in context: ReadContext) throws {
        let sources = context.registry.values(Self.self)
        guard try sources.isEmpty || sources.contains(where: { try $0.hasRound(code.trimmed, context.db) }) else {
            throw Rule.notFound.refused("roundUnknown", field: field, ["round": .text(code)])
        }
    }

    /// The same for those who look for something in a round: an older one that only a record here names is a round too.
    package static func requireKnownRound(_ code: String?, in context: ReadContext) throws {
        guard let code else { return }
        let isRecorded = try Bool.fetchOne(
            context.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM personnel_service WHERE round = ?1)
                OR EXISTS (SELECT 1 FROM personnel_declaration WHERE round = ?1)
                OR EXISTS (SELECT 1 FROM personnel_evaluation WHERE round = ?1)
                """, arguments: [code.trimmed])
        if isRecorded != true { try requireRound(code, in: context) }
    }

    /// The team of a code; nil where nothing fills the slot.
    /// - Throws: `E-NOTFOUND` for a team that nobody knows.
    static func team(_ code: String, field: String = "team", in context: ReadContext) throws -> RoundTeam? {
        let sources = context.registry.values(Self.self)
        for source in sources {
            if let team = try source.team(code.trimmed, context.db) { return team }
        }
        guard sources.isEmpty else { throw Rule.notFound.refused("teamUnknown", field: field, ["team": .text(code)]) }
        return nil
    }
}
