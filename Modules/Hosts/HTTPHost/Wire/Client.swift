#if HTTPHost
    import HTTPTypes
    import NIOCore

    /// Who is at the other end, as far as it can be believed.
    struct Client: Sendable, Equatable {
        /// Network address; for IPv6 its first half, which is what one household or office has.
        var address: String
        /// Whether the whole way to the person is encrypted.
        var isSecure: Bool
        /// Host and port the person typed, `xuncha.example:8443`.
        var host: String?

        var origin: String? { host.map { "\(isSecure ? "https" : "http")://\($0)" } }
    }

    /// The addresses of reverse proxies whose word counts.
    struct TrustedProxies: Sendable {
        let ranges: [AddressRange]

        /// Reads the address of the client, the scheme and the host. `X-Forwarded-*` count only when the peer is trusted; of the
        /// addresses the last one that is not itself a trusted proxy counts.
        func client(peer: SocketAddress?, headers: HTTPFields, authority: String?, isSecure: Bool) -> Client {
            let peerAddress = peer?.ipAddress ?? ""
            var client = Client(address: peerAddress, isSecure: isSecure, host: authority ?? headers[.host])
            if isTrusted(peerAddress) {
                let hops = Self.values(headers, .forwardedFor)
                client.address = hops.last { !isTrusted($0) } ?? hops.first ?? peerAddress
                if let scheme = Self.values(headers, .forwardedProto).last { client.isSecure = scheme.lowercased() == "https" }
                if let host = Self.values(headers, .forwardedHost).last { client.host = host }
            }
            client.address = Self.counted(client.address)
            return client
        }

        private func isTrusted(_ address: String) -> Bool { ranges.contains { $0.contains(address) } }

        private static func values(_ headers: HTTPFields, _ name: HTTPField.Name) -> [String] {
            headers[values: name].flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                !$0.isEmpty
            }
        }

        private static func counted(_ address: String) -> String {
            guard let bytes = AddressRange.bytes(address) else { return "?" }
            guard bytes.count == 16 else { return address }
            return bytes.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    /// One address, or all that begin alike: `10.0.0.0/8`.
    struct AddressRange: Sendable, Equatable {
        private let bytes: [UInt8]
        private let bits: Int

        /// Nil for what is no address.
        init?(_ text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count <= 2, let bytes = Self.bytes(String(parts[0])) else { return nil }
            guard parts.count == 2 else {
                (self.bytes, bits) = (bytes, bytes.count * 8)
                return
            }
            guard let bits = Int(parts[1]), (0...bytes.count * 8).contains(bits) else { return nil }
            (self.bytes, self.bits) = (bytes, bits)
        }

        func contains(_ address: String) -> Bool {
            guard let other = Self.bytes(address), other.count == bytes.count else { return false }
            return (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                return bytes[bit / 8] & mask == other[bit / 8] & mask
            }
        }

        /// The bytes of an address; an IPv4 address inside an IPv6 one is taken out.
        static func bytes(_ address: String) -> [UInt8]? {
            guard let socket = try? SocketAddress(ipAddress: address, port: 0) else { return nil }
            switch socket {
            case .v4(let v4): return withUnsafeBytes(of: v4.address.sin_addr) { Array($0) }
            case .v6(let v6):
                let bytes = withUnsafeBytes(of: v6.address.sin6_addr) { Array($0) }
                let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
                return isMapped ? Array(bytes.suffix(4)) : bytes
            case .unixDomainSocket: return nil
            }
        }
    }

    extension HTTPField.Name {
        static let forwardedFor = HTTPField.Name.own("X-Forwarded-For")
        static let forwardedProto = HTTPField.Name.own("X-Forwarded-Proto")
        static let forwardedHost = HTTPField.Name.own("X-Forwarded-Host")
        static let host = HTTPField.Name.own("Host")
    }
#endif
