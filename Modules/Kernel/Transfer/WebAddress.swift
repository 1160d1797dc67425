import Foundation
import PluginKit

/// An address that we would fetch from: scheme and host are clear, and nothing secret stands in it.
struct WebAddress: Sendable, Hashable {
    let text: String
    let scheme: String
    let host: String
    let port: Int

    /// - Throws: `E-VAL` for what is no web address, `E-TRANSFER-DENIED` for one that the policy does not allow.
    init(_ text: String, policy: TransferPolicy) throws {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty, text.utf8.count < 4096,
            !text.unicodeScalars.contains(where: { $0.value <= 0x20 })
        else { throw Rule.invalid.refused("webAddress", field: "address", ["address": .text(Self.shown(text))]) }
        guard parts.user == nil, parts.password == nil else {
            throw TransferRules.notAllowed.refused("credentials", field: "address", ["host": .text(host)])
        }
        guard scheme == "https" || policy.allowsPlainHTTP else {
            throw TransferRules.notAllowed.refused("plain", field: "address", ["host": .text(host)])
        }
        self.text = text
        self.scheme = scheme
        self.host = host.lowercased()
        port = parts.port ?? (scheme == "https" ? 443 : 80)
    }

    /// Whether a credential meant for one may be sent to the other.
    func isSameOrigin(as other: WebAddress) -> Bool { (scheme, host, port) == (other.scheme, other.host, other.port) }

    /// The address without its query, which may hold keys, for messages.
    private static func shown(_ text: String) -> String {
        String(text.prefix { $0 != "?" && $0 != "#" && $0 != "@" }.prefix(200))
    }
}

extension Transfer {
    /// Checks an address that somebody wants to keep for later.
    /// - Throws: `E-VAL`, `E-TRANSFER-DENIED`.
    public func check(address: String) throws { _ = try WebAddress(address, policy: policy) }
}
