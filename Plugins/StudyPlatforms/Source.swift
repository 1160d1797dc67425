import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import StudyLog
import Transfer

enum StudyPlatformsMigrations {
    static let all = [
        // 0001: where a platform offers its export. What lets us in is in the environment of the process, never here.
        Migration(
            "studyplatforms/0001-source",
            sql: """
                CREATE TABLE studyplatforms_source (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    platform TEXT NOT NULL UNIQUE,
                    address TEXT NOT NULL CHECK (length(address) > 0),
                    setBy TEXT NOT NULL,
                    fetchedAt TEXT
                ) STRICT;
                """)
    ]
}

/// Where a platform's export is fetched from.
struct Source: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "studyplatforms_source"

    var id: UniqueID
    var version: Int
    /// Code of the platform.
    var platform: String
    var address: String
    /// Account that set it.
    var setBy: String
    /// When something was last fetched and saved from it.
    var fetchedAt: Instant?

    /// The variable of the environment whose token is sent along; made from the code, so that nobody can name another variable and have it
    /// sent to an address of their own.
    static func variable(for platform: String) -> String {
        "XUNCHA_PLATFORM_TOKEN_" + platform.uppercased().replacing("-", with: "_")
    }

    /// - Throws: `E-NOTFOUND` where no address is set.
    static func of(_ platform: String, in db: Database) throws -> Source {
        let found = try Source.fetchOne(
            db, sql: "SELECT * FROM studyplatforms_source WHERE platform = ?", arguments: [platform])
        guard let found else {
            throw Rule.notFound.refused("platformSource", field: "platform", ["platform": .text(platform)])
        }
        return found
    }
}

extension Source: Tabular {
    static let columns: [TableColumn<Source>] = [
        TableColumn("platform") { .word(code: $0.platform, key: "studyPlatform.\($0.platform)") },
        .text("sourceAddress") { $0.address },
        .text("tokenVariable") { Source.variable(for: $0.platform) },
        .account("sourceSetBy") { $0.setBy },
        .text("fetchedAt") { $0.fetchedAt?.shanghai },
    ]
}

/// Sets where a platform's export is fetched from.
struct SetSource: Command {
    struct Input: Codable, Sendable {
        /// Code of the platform.
        var platform: String
        var address: String
    }
    static let name: OperationName = "platform.source.set"
    static let access = Access.roles([.administrator])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<Source> {
        let platform = try context.registry.importedPlatform(input.platform)
        let address = input.address.trimmed
        try Transfer(environment: ProcessInfo.processInfo.environment).check(address: address)
        let before = try Source.fetchOne(
            context.db, sql: "SELECT * FROM studyplatforms_source WHERE platform = ?", arguments: [platform.code])
        var source =
            before ?? Source(id: context.nextID(), version: 0, platform: platform.code, address: "", setBy: "", fetchedAt: nil)
        source.address = address
        source.setBy = context.principal.account
        source.version += 1
        try source.save(context.db)
        try context.noteChange(of: "platformSource", source.id, from: before, to: source)
        return RecordAnswer(source, sentence: Message("platform.source.set.done"))
    }
}

/// Lists where exports are fetched from.
struct ListSources: Query {
    static let name: OperationName = "platform.source.list"
    static let access = Access.roles([.administrator, .trainer, .inspectionOffice])

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<Source> {
        let rows = try Source.fetchAll(context.db, sql: "SELECT * FROM studyplatforms_source ORDER BY platform")
        return try .part(of: rows, limit: input.limit, after: input.after, key: \.platform)
    }
}
