import Foundation
import PluginKit

/// A sentence shown once on the next page, carried by a cookie.
struct Flash: Codable {
    static let cookie = "xuncha_flash"
    /// Browsers keep about 4 kB a cookie; a longer sentence is replaced by a short one.
    private static let limit = 3000

    var key: String
    var texts: [String: String] = [:]
    var keys: [String: [String]] = [:]

    init(_ message: Message) {
        key = message.key
        for (name, argument) in message.arguments {
            switch argument {
            case .text(let text): texts[name] = text
            case .key(let key): keys[name] = [key]
            case .keys(let list): keys[name] = list
            }
        }
    }

    /// Reads a cookie; nil for one that is not ours.
    init?(cookie: String) {
        let base64 = cookie.replacing("-", with: "+").replacing("_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), let flash = try? JSONDecoder().decode(Flash.self, from: data) else {
            return nil
        }
        self = flash
    }

    var message: Message {
        Message(
            key, texts.mapValues { .text($0) }.merging(keys.mapValues { .keys($0) }) { text, _ in text })
    }

    /// The header that keeps it until the next page.
    var header: (name: String, value: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = (try? encoder.encode(self)) ?? Data()
        let text = data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        guard text.count <= Self.limit else { return Flash(Message("pages.done")).header }
        return ("Set-Cookie", "\(Self.cookie)=\(text); Path=/; Max-Age=60; SameSite=Lax; HttpOnly")
    }

    static let clearing: (name: String, value: String) =
        ("Set-Cookie", "\(cookie)=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly")
}
