import Crypto
import CryptoExtras
import Foundation

/// A password as it is stored: the scrypt key with its salt and cost, `$scrypt$ln=15,r=8,p=3$SALT$KEY`.
struct StoredPassword: Sendable, Equatable {
    var cost: ScryptCost
    var salt: Data
    var key: Data

    private static let keyLength = 32
    private static let saltLength = 16

    /// Hashes a new password. Slow and hungry by intention.
    init(_ password: String, cost: ScryptCost) throws {
        let salt = RandomSecret.bytes(Self.saltLength)
        self.init(cost: cost, salt: salt, key: try Self.derive(password, salt, cost))
    }

    init(cost: ScryptCost, salt: Data, key: Data) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Reads the stored form; nil when it is none or asks for too much.
    init?(text: String) {
        let parts = text.split(separator: "$")
        guard parts.count == 4, parts[0] == "scrypt", let salt = Data(base64Encoded: String(parts[2])),
            let key = Data(base64Encoded: String(parts[3])), key.count == Self.keyLength
        else { return nil }
        let numbers = parts[1].split(separator: ",").compactMap { $0.split(separator: "=").last.flatMap { Int($0) } }
        guard numbers.count == 3 else { return nil }
        let cost = ScryptCost(logN: numbers[0], blockSize: numbers[1], passes: numbers[2])
        guard cost.isBearable else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    var text: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.passes)$\(salt.base64EncodedString())$\(key.base64EncodedString())"
    }

    /// Whether this is the password. Takes the same time for every wrong one.
    func matches(_ password: String) -> Bool {
        guard let derived = try? Self.derive(password, salt, cost), derived.count == key.count else { return false }
        return zip(derived, key).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }

    private static func derive(_ password: String, _ salt: Data, _ cost: ScryptCost) throws -> Data {
        let normal = password.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        let key = try KDF.Scrypt.deriveKey(
            from: Data(normal.utf8), salt: salt, outputByteCount: keyLength, rounds: 1 << cost.logN, blockSize: cost.blockSize,
            parallelism: cost.passes)
        return key.withUnsafeBytes { Data($0) }
    }
}
