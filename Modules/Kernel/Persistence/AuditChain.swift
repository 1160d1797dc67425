import Crypto
import Foundation
import GRDB
import PluginKit

/// One thing somebody did or was refused, as it goes into the chain.
public struct AuditEntry: Sendable {
    public enum Outcome: String, Sendable { case done, denied }

    public var at: Instant
    public var actor: String
    public var roles: String
    public var action: String
    public var outcome: Outcome
    public var changes: [AuditChange]
    public var reason: String?

    public init(
        at: Instant, actor: String, roles: String, action: String, outcome: Outcome, changes: [AuditChange] = [],
        reason: String? = nil
    ) {
        self.at = at
        self.actor = actor
        self.roles = roles
        self.action = action
        self.outcome = outcome
        self.changes = changes
        self.reason = reason
    }
}

/// A record touched by an operation: digests of what it was and what it became, never its content.
public struct AuditChange: Sendable {
    public var entity: String
    public var id: String
    public var before: String?
    public var after: String?

    public init(entity: String, id: String, before: String?, after: String?) {
        self.entity = entity
        self.id = id
        self.before = before
        self.after = after
    }
}

/// The append-only chain: each row carries the SHA-256 of its canonical text and of the row before it.
public enum AuditChain {
    static let genesis = Data(repeating: 0, count: 32)

    /// Appends one row.
    public static func append(_ entry: AuditEntry, in db: Database) throws {
        let last = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT seq, hash FROM kernel_audit ORDER BY seq DESC LIMIT 1"))
        let seq: Int64 = (last?[0] ?? 0) + 1
        let previous: Data = last?[1] ?? genesis
        let changes = canonicalChanges(entry.changes)
        let text = canonical(
            seq: seq, at: entry.at.description, actor: entry.actor, roles: entry.roles, action: entry.action,
            outcome: entry.outcome.rawValue, changes: changes, reason: entry.reason)
        try PreparedInsert(cached: insertion, columnCount: 10, in: db).add([
            seq, entry.at.description, entry.actor, entry.roles, entry.action, entry.outcome.rawValue, changes, entry.reason,
            previous, digest(previous, text),
        ])
    }

    private static let insertion = """
        INSERT INTO kernel_audit (seq, at, actor, roles, action, outcome, changes, reason, previousHash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// How many rows the chain has and where it ends, to be printed and kept on paper.
    public struct Head: Sendable, Equatable {
        public var count: Int
        /// Hexadecimal hash of the last row; the same for everybody who checks.
        public var hash: String
    }

    /// Reads the whole chain and recomputes every hash.
    /// - Throws: `E-INTEGRITY` naming the first row that does not fit, or the rows that are missing.
    public static func verify(_ db: Database) throws -> Head {
        var previous = genesis
        var expected: Int64 = 1
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM kernel_audit ORDER BY seq")
        while let row = try rows.next() {
            let seq: Int64 = row["seq"]
            guard seq == expected else { throw gap(expected, before: seq) }
            let stored: Data = row["hash"]
            let link: Data = row["previousHash"]
            let text = canonical(
                seq: seq, at: row["at"], actor: row["actor"], roles: row["roles"], action: row["action"],
                outcome: row["outcome"], changes: row["changes"], reason: row["reason"])
            guard link == previous, digest(previous, text) == stored else {
                throw Rule.integrity.refused("auditRow", ["seq": "\(seq)"])
            }
            previous = stored
            expected += 1
        }
        let highest = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'kernel_audit'") ?? 0
        guard highest == expected - 1 else { throw gap(expected, before: highest + 1) }
        return Head(count: Int(expected - 1), hash: String(hexadecimal: previous))
    }

    private static func gap(_ first: Int64, before: Int64) -> Refusal {
        Rule.integrity.refused("auditGap", ["first": "\(first)", "last": "\(before - 1)"])
    }

    private static func digest(_ previous: Data, _ text: String) -> Data {
        var hash = SHA256()
        hash.update(data: previous)
        hash.update(data: Data(text.utf8))
        return Data(hash.finalize())
    }

    private static func canonical(
        seq: Int64, at: String, actor: String, roles: String, action: String, outcome: String, changes: String, reason: String?
    ) -> String {
        let words = [at, actor, roles, action, outcome].map(CanonicalJSON.string).joined(separator: ",")
        return "[\(seq),\(words),\(changes),\(CanonicalJSON.string(reason))]"
    }

    private static func canonicalChanges(_ changes: [AuditChange]) -> String {
        let items = changes.map { change in
            let words = [change.entity, change.id, change.before, change.after].map { CanonicalJSON.string($0) }
            return "[\(words.joined(separator: ","))]"
        }
        return "[\(items.joined(separator: ","))]"
    }
}

/// JSON strings written one way only, so that equal content has equal hashes.
enum CanonicalJSON {
    static func string(_ text: String?) -> String {
        guard let text else { return "null" }
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) { return "\"\(text)\"" }
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}

/// Fingerprints of records and files.
public enum Digest {
    /// SHA-256 in hexadecimal.
    public static func sha256(_ data: Data) -> String { String(hexadecimal: Array(SHA256.hash(data: data))) }

    /// First 16 hexadecimal digits over the record's columns, or over its JSON with sorted keys where it has none: enough to tell
    /// two versions apart in the audit.
    public static func of(_ record: some Encodable) throws -> String {
        guard let row = record as? any EncodableRecord else { return short(try encoder.encode(record)) }
        return of(columns: try row.databaseDictionary.sorted { $0.key < $1.key })
    }

    /// The digest of a record by its columns in alphabetical order.
    static func of(columns: [(key: String, value: DatabaseValue)]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(columns.count * 32)
        for (column, value) in columns {
            text.append(contentsOf: column.utf8)
            text.append(UInt8(ascii: " "))
            switch value.storage {
            case .null: text.append(contentsOf: "null".utf8)
            case .int64(let number): text.append(contentsOf: String(number).utf8)
            case .double(let number): text.append(contentsOf: "\(number)".utf8)
            case .string(let string): text.append(contentsOf: CanonicalJSON.string(string).utf8)
            case .blob(let bytes): text.append(contentsOf: bytes)
            }
            text.append(UInt8(ascii: "\n"))
        }
        return short(text)
    }

    private static func short(_ content: some DataProtocol) -> String {
        String(hexadecimal: Array(SHA256.hash(data: content).prefix(8)))
    }

    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}
