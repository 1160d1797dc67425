import Foundation
import GRDB
import GRDBSQLite
import PluginKit

/// An identity that can be made on any machine and merged later: UUIDv7, stored as a 16-byte blob.
///
/// People never type it; they use business numbers. Text form is the usual hyphenated one.
public struct UniqueID: Sendable, Hashable, Comparable, CustomStringConvertible {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// - Parameters:
    ///   - milliseconds: since 1970; the first 48 bits, so that ids sort by the time they were made.
    ///   - counter: 12 bits that order ids made within one millisecond.
    ///   - random: 62 bits.
    public init(milliseconds: UInt64, counter: UInt16, random: UInt64) {
        high = milliseconds << 16 | 0x7000 | UInt64(counter & 0x0FFF)
        low = 0x8000_0000_0000_0000 | random & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// Reads the hyphenated form.
    public init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.init(bytes: withUnsafeBytes(of: uuid.uuid) { Data($0) })
    }

    /// Reads 16 bytes.
    public init?(bytes: Data) {
        guard bytes.count == 16 else { return nil }
        self = bytes.withUnsafeBytes { buffer in
            UniqueID(
                high: UInt64(bigEndian: buffer.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    public var bytes: Data {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) }
    }

    public var description: String {
        let digits = String(hexadecimal: bytes).utf8
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (position, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(position) { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }

    public static func < (left: UniqueID, right: UniqueID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension UniqueID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = UniqueID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension UniqueID: DatabaseValueConvertible, StatementColumnConvertible {
    public var databaseValue: DatabaseValue { bytes.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> UniqueID? {
        Data.fromDatabaseValue(value).flatMap(UniqueID.init(bytes:))
    }

    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(bytes: Data(sqliteStatement: sqliteStatement, index: index))
    }

    /// Binds the bytes where they stand: an import binds three for each row.
    public func bind(to sqliteStatement: SQLiteStatement, at index: CInt) -> CInt {
        // SQLite's mark for bytes that it has to copy.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) {
            sqlite3_bind_blob(sqliteStatement, index, $0.baseAddress, CInt($0.count), transient)
        }
    }
}
