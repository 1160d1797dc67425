import PluginKit

/// A set of deadlines as data: one term per key, under an id and a version. A place with other limits brings its own profile.
///
/// A published version is never edited; a change is a new version, and clocks keep the one they started under.
public struct DeadlineProfile: Sendable, Hashable, Codable {
    /// Lower-case word, `county3m`.
    public let id: String
    /// Counts from 1.
    public let version: Int
    /// Whether calendar-day, week and month deadlines that end on a rest day end on the next working day instead.
    public let rollForward: Bool
    /// How often a clock may be extended before the leading group has to override.
    public let extensionsAllowed: Int
    /// One term for every key.
    public let terms: [DeadlineTerm]

    /// - Throws: everything wrong with it as `E-VAL`: see ``DeadlineProfile/refusals``.
    public init(
        id: String, version: Int, rollForward: Bool = false, extensionsAllowed: Int = 1, terms: [DeadlineTerm]
    ) throws {
        self.init(unchecked: id, version: version, rollForward: rollForward, extensionsAllowed: extensionsAllowed, terms: terms)
        var checks = Checks()
        for refusal in refusals { checks.add(refusal) }
        try checks.finish()
    }

    init(unchecked id: String, version: Int, rollForward: Bool = false, extensionsAllowed: Int = 1, terms: [DeadlineTerm]) {
        self.id = id
        self.version = version
        self.rollForward = rollForward
        self.extensionsAllowed = extensionsAllowed
        self.terms = terms
    }

    /// Reads a profile and checks it as ``init(id:version:rollForward:extensionsAllowed:terms:)`` does.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(String.self, forKey: .id),
            version: container.decode(Int.self, forKey: .version),
            rollForward: container.decodeIfPresent(Bool.self, forKey: .rollForward) ?? false,
            extensionsAllowed: container.decodeIfPresent(Int.self, forKey: .extensionsAllowed) ?? 1,
            terms: container.decode([DeadlineTerm].self, forKey: .terms))
    }

    /// Key of its name in the string tables; a profile from elsewhere has none there and shows its id.
    public var label: String { "deadlineProfile.\(id)" }

    /// The term of a key.
    public func term(for key: DeadlineKey) -> DeadlineTerm? {
        terms.first { $0.key == key }
    }

    /// The same profile with one term replaced, as a new version under an id of its own.
    /// - Throws: as ``init(id:version:rollForward:extensionsAllowed:terms:)``.
    public func replacing(_ term: DeadlineTerm, id: String, version: Int) throws -> DeadlineProfile {
        try DeadlineProfile(
            id: id, version: version, rollForward: rollForward, extensionsAllowed: extensionsAllowed,
            terms: terms.map { $0.key == term.key ? term : $0 })
    }
}
