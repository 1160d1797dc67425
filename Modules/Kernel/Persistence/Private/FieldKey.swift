import Crypto
import Foundation
import PluginKit

/// The key of an office's private fields, with the id that tells keys apart.
struct FieldKey: Sendable {
    let key: SymmetricKey

    init?(_ bytes: Data) {
        guard bytes.count == 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    init() { key = SymmetricKey(size: .bits256) }

    /// Eight bytes that say which key it is and nothing about it.
    var id: Data { Data(HMAC<SHA256>.authenticationCode(for: Data("xuncha field key id".utf8), using: key).prefix(8)) }

    /// Another key for marks, so that a mark and a ciphertext share nothing.
    var markKey: SymmetricKey {
        SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Data("xuncha field mark".utf8), using: key))
    }

    var text: String { key.withUnsafeBytes { Data($0) }.base64EncodedString() }
}

/// The keys that are here, the newest last. Older ones open what was sealed before a change, in backups for instance.
struct FieldKeyRing: Sendable {
    var keys: [FieldKey] = []

    /// The key of an id.
    subscript(id: Data) -> FieldKey? { keys.last { $0.id == id } }

    /// Keys in base64, with space or lines between; what is none is left out.
    init(_ text: String) {
        keys = text.split(whereSeparator: \.isWhitespace).compactMap { Data(base64Encoded: String($0)).flatMap(FieldKey.init) }
    }

    init(_ keys: [FieldKey]) { self.keys = keys }

    var text: String { keys.map { $0.text + "\n" }.joined() }
}

/// Where the keys come from.
public enum FieldKeySource: Sendable {
    /// 32 bytes in base64, handed in by whoever starts the program: `XUNCHA_FIELD_KEY`. Several with space between, the newest last.
    case given(String)
    /// A file of lines of base64, which the program makes at the first private value of a new office. A changed key is a further line.
    case file(String)
    /// A key that lives as long as the store, for stores in memory.
    case memory

    /// `XUNCHA_FIELD_KEY`, else the file `XUNCHA_FIELD_KEY_FILE`, else the file beside the database: `xuncha.sqlite.key`.
    public static func standard(database: String, environment: [String: String]) -> FieldKeySource {
        if let given = environment["XUNCHA_FIELD_KEY"], !given.isEmpty { return .given(given) }
        if let file = environment["XUNCHA_FIELD_KEY_FILE"], !file.isEmpty { return .file(file) }
        return .file(database + ".key")
    }

    /// The path of the key file; nil where there is none.
    var path: String? { if case .file(let path) = self { path } else { nil } }

    /// The keys as they are now; none where there are none or they cannot be read.
    func load() -> FieldKeyRing {
        switch self {
        case .given(let text): FieldKeyRing(text)
        case .file(let path): FieldKeyRing((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
        case .memory: FieldKeyRing([])
        }
    }

    /// Makes a new key where it is kept. An existing file is never overwritten.
    func make() throws -> FieldKey {
        let key = FieldKey()
        guard case .file(let path) = self else { return key }
        try Self.write(FieldKeyRing([key]), path)
        return key
    }

    /// Makes a further key beside those that are here. The file is replaced as a whole, so that no key is ever lost.
    /// - Throws: `E-KEY-MISSING` where keys are handed in and the program cannot keep one.
    func add(to ring: FieldKeyRing) throws -> FieldKeyRing {
        let longer = FieldKeyRing(ring.keys + [FieldKey()])
        switch self {
        case .memory: break
        case .given: throw Rule.missingKey.refused("given")
        case .file(let path):
            let next = path + ".next"
            unlink(next)
            try Self.write(longer, next)
            guard rename(next, path) == 0 else { throw Rule.missingKey.refused("unwritable", ["path": .text(path)]) }
        }
        return longer
    }

    private static func write(_ ring: FieldKeyRing, _ path: String) throws {
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw Rule.missingKey.refused("unwritable", ["path": .text(path)]) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(ring.text.utf8))
        try file.synchronize()
        try file.close()
    }
}
