import Foundation
import GRDB
import Personnel

/// The office's own settings for teams; the documented defaults where it has none.
enum TeamSettingsStore {
    static func settings(in db: Database) throws -> TeamSettings {
        guard let json = try Data.fetchOne(db, sql: "SELECT settings FROM inspection_team_settings") else { return .standard }
        return try JSONDecoder().decode(TeamSettings.self, from: json)
    }

    static func keep(_ settings: TeamSettings, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO inspection_team_settings(id, settings) VALUES (1, ?)
                ON CONFLICT (id) DO UPDATE SET settings = excluded.settings
                """, arguments: [try text(settings)])
    }

    /// The settings as people read and change them.
    static func text(_ settings: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(settings)
    }
}
