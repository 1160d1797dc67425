import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// A file waiting between the steps of an import, and what became of it. It belongs to the account that sent it.
struct ShelvedUpload: Sendable {
    enum State: String { case waiting, running, done, refused }

    var id: UniqueID
    var operation: String
    /// The other fields of the form.
    var fields: [String: [String]]
    var file: Upload
    /// Which column of the file is which field, by column number from 0; nil while the file speaks for itself.
    var columns: [Int: String]?
    var state: State
    /// What was said at the end, or why it was refused.
    var outcome: Outcome?
    var rejects: Data?

    /// The end of an import as it is kept for its last page. It is kept as messages, because whoever looks at it may read it in
    /// another language than it was started in.
    struct Outcome: Codable, Sendable {
        var sentences: [Sentence] = []
        var faults: [[Message]] = []
    }

    /// What was said, or refused: by which rule, about which row and column.
    struct Sentence: Codable, Sendable {
        var message: Message
        var rule: String?
        var row: String?
        var column: String?
    }
}

/// Keeps uploads between the steps, for one day.
struct UploadShelf: Sendable {
    let store: Store
    let account: String
    /// Uploads are thrown away after this many seconds.
    static let lifetime: TimeInterval = 86_400

    func put(_ upload: ShelvedUpload, now: Date) throws {
        let fields = String(decoding: try JSONEncoder().encode(upload.fields), as: UTF8.self)
        try store.write(owner: PagesPlugin.manifest.id) { db in
            try db.execute(sql: "DELETE FROM pages_upload WHERE expiresAt < ?", arguments: [Instant(now)])
            try db.execute(
                sql: """
                    INSERT INTO pages_upload (id, account, operation, fields, fileName, data, state, createdAt, expiresAt)
                    VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?)
                    """,
                arguments: [
                    upload.id, account, upload.operation, fields, upload.file.name, upload.file.data, Instant(now),
                    Instant(now.addingTimeInterval(Self.lifetime)),
                ])
        }
    }

    /// - Throws: `E-NOTFOUND` for an upload that is gone, is not there, or is somebody else's.
    func find(_ id: String, operation: OperationName, now: Date) throws -> ShelvedUpload {
        let found = try store.read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM pages_upload WHERE id = ? AND account = ? AND operation = ? AND expiresAt >= ?",
                arguments: [UniqueID(id), account, operation.text, Instant(now)]
            ).map(Self.upload)
        }
        guard let found else { throw Rule.notFound.refused("page") }
        return found
    }

    private static func upload(_ row: Row) -> ShelvedUpload {
        func decoded<Value: Decodable>(_ type: Value.Type, _ column: String) -> Value? {
            (row[column] as String?).flatMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
        }
        return ShelvedUpload(
            id: row["id"], operation: row["operation"], fields: decoded([String: [String]].self, "fields") ?? [:],
            file: Upload(name: row["fileName"], data: row["data"]), columns: decoded([Int: String].self, "columns"),
            state: ShelvedUpload.State(rawValue: row["state"]) ?? .waiting,
            outcome: decoded(ShelvedUpload.Outcome.self, "outcome"),
            rejects: row["rejects"])
    }

    func keep(columns: [Int: String], of id: UniqueID) throws {
        let text = String(decoding: try JSONEncoder().encode(columns), as: UTF8.self)
        try update(id, "columns = ?", [text])
    }

    /// Marks an upload as being read in.
    /// - Returns: false when somebody did so before: a form sent twice starts one import.
    func start(_ id: UniqueID) throws -> Bool {
        try store.write(owner: PagesPlugin.manifest.id) { db in
            try db.execute(
                sql: "UPDATE pages_upload SET state = 'running' WHERE id = ? AND account = ? AND state IN ('waiting', 'refused')",
                arguments: [id, account])
            return db.changesCount == 1
        }
    }

    func finish(_ id: UniqueID, _ state: ShelvedUpload.State, _ outcome: ShelvedUpload.Outcome, rejects: Data?) throws {
        let text = String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self)
        try update(id, "state = ?, outcome = ?, rejects = ?", [state.rawValue, text, rejects])
    }

    private func update(_ id: UniqueID, _ assignments: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        try store.write(owner: PagesPlugin.manifest.id) { db in
            try db.execute(
                sql: "UPDATE pages_upload SET \(assignments) WHERE id = ? AND account = ?",
                arguments: StatementArguments(values + [id, account]))
        }
    }
}
