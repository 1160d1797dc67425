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

/// Where the key comes from.
public enum FieldKeySource: Sendable {
    /// 32 bytes in base64, handed in by whoever starts the program: `XUNCHA_FIELD_KEY`.
    case given(String)
    /// A file of one line of base64, which the program makes at the first private value of a new office.
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

    /// The key as it is now; nil where there is none or it cannot be read.
    func load() -> FieldKey? {
        switch self {
        case .given(let text): Self.key(text)
        case .file(let path): (try? String(contentsOfFile: path, encoding: .utf8)).flatMap(Self.key)
        case .memory: nil
        }
    }

    /// Makes a new key where it is kept. An existing file is never overwritten.
    func make() throws -> FieldKey {
        let key = FieldKey()
        guard case .file(let path) = self else { return key }
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw Rule.missingKey.refused("unwritable", ["path": .text(path)]) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data((key.text + "\n").utf8))
        try file.synchronize()
        try file.close()
        return key
    }

    private static func key(_ text: String) -> FieldKey? { Data(base64Encoded: text.trimmed).flatMap(FieldKey.init) }
}
