import Foundation
import GRDB
import PluginKit

/// A private value as it lies in the file: AES-256-GCM, bound to the place it was written for. Opened by ``FieldVault``.
///
/// Layout: one byte format (1), eight bytes id of the key, then nonce, ciphertext and tag.
public struct SealedText: Sendable, Hashable, Codable, DatabaseValueConvertible {
    static let format: UInt8 = 1
    static let headLength = 9

    public let bytes: Data

    init(bytes: Data) { self.bytes = bytes }

    init(key: Data, sealed: Data) { bytes = Data([Self.format]) + key + sealed }

    /// The id of the key it was sealed with; nil where the bytes are none of ours.
    var key: Data? {
        guard bytes.count > Self.headLength, bytes.first == Self.format else { return nil }
        return bytes.dropFirst().prefix(8)
    }

    var body: Data { bytes.dropFirst(Self.headLength) }

    public var databaseValue: DatabaseValue { bytes.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> SealedText? {
        Data.fromDatabaseValue(value).map(SealedText.init(bytes:))
    }
}

/// Where a private value stands. It is part of what is authenticated, so that nobody can move a value to another row unnoticed.
public struct FieldPlace: Sendable, Hashable {
    public var table: String
    public var column: String
    public var row: UniqueID

    public init(_ table: String, _ column: String, row: UniqueID) {
        self.table = table
        self.column = column
        self.row = row
    }

    var authenticated: Data { Data("\(table)\u{1F}\(column)\u{1F}".utf8) + row.bytes }
}

extension Rule {
    /// Private fields need their key.
    public static let missingKey = Rule("E-KEY-MISSING", .state, source: "decision 0020")
    public static let privacy: [Rule] = [missingKey]
}
