import Crypto
import Foundation

/// A secret nobody can guess: 32 random bytes, given away once. Only its SHA-256 is stored.
struct RandomSecret: Sendable {
    /// URL-safe text, 43 characters after the prefix.
    let text: String

    /// - Parameter prefix: tells people and scanners what it is.
    init(prefix: String = "") {
        let encoded = Self.bytes(32).base64EncodedString()
        text = prefix + encoded.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What is stored of it.
    var hash: Data { Self.hash(of: text) }

    static func hash(of text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }

    static func bytes(_ count: Int) -> Data {
        var generator = SystemRandomNumberGenerator()
        return Data((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
}
