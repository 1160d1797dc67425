import Foundation
import GRDB
import Operations
import PluginKit

/// Slot for deadline profiles that plugins bring, and what other modules may ask about all of them.
public enum DeadlineProfiles: ContributionKind {
    public static let slot = "deadlineProfiles"
    public static func key(of value: DeadlineProfile) -> String { "\(value.id)/\(value.version)" }

    /// Every version of every profile: those of plugins, then those imported into the office's file.
    public static func all(in context: ReadContext) throws -> [DeadlineProfile] {
        let stored = try String.fetchAll(context.db, sql: "SELECT content FROM deadlines_profile ORDER BY id, version")
        return try context.registry.values(Self.self)
            + stored.map { try JSONDecoder().decode(DeadlineProfile.self, from: Data($0.utf8)) }
    }

    /// A profile by its id: the version asked for, or the newest.
    /// - Throws: `E-NOTFOUND` naming the profiles there are.
    public static func profile(
        _ id: String, version: Int? = nil, field: String = "profile", in context: ReadContext
    ) throws -> DeadlineProfile {
        let all = try all(in: context)
        let found = all.filter { $0.id == id && (version == nil || $0.version == version) }
        if let profile = found.max(by: { $0.version < $1.version }) { return profile }
        let known = all.map { "\($0.id) (\($0.version))" }.joined(separator: ", ")
        throw Rule.notFound.refused("deadlineProfile", field: field, ["id": .text(id), "known": .text(known)])
    }

    /// Keeps a profile for good.
    static func save(_ profile: DeadlineProfile, in context: WriteContext) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try context.db.execute(
            sql: "INSERT INTO deadlines_profile (id, version, content, addedAt) VALUES (?, ?, ?, ?)",
            arguments: [
                profile.id, profile.version, String(decoding: try encoder.encode(profile), as: UTF8.self), context.instant,
            ])
    }
}
