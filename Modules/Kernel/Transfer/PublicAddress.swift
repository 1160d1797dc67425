/// Tells addresses of the public network from those of this machine and of private networks (RFC 6890 and its successors).
enum PublicAddress {
    /// - Parameter bytes: 4 of IPv4 or 16 of IPv6, in network order; anything else is not public.
    static func isPublic(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: isPublicV4(bytes)
        case 16: isPublicV6(bytes)
        default: false
        }
    }

    private static let privateV4: [(network: [UInt8], bits: Int)] = [
        ([0, 0, 0, 0], 8), ([10, 0, 0, 0], 8), ([100, 64, 0, 0], 10), ([127, 0, 0, 0], 8), ([169, 254, 0, 0], 16),
        ([172, 16, 0, 0], 12), ([192, 0, 0, 0], 24), ([192, 0, 2, 0], 24), ([192, 88, 99, 0], 24), ([192, 168, 0, 0], 16),
        ([198, 18, 0, 0], 15), ([198, 51, 100, 0], 24), ([203, 0, 113, 0], 24), ([224, 0, 0, 0], 4), ([240, 0, 0, 0], 4),
    ]

    private static func isPublicV4(_ bytes: [UInt8]) -> Bool {
        !privateV4.contains { matches(bytes, $0.network, bits: $0.bits) }
    }

    /// Of IPv6 only 2000::/3 is public; in it, what wraps an IPv4 address is judged by that one or not at all.
    private static func isPublicV6(_ bytes: [UInt8]) -> Bool {
        if matches(bytes, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], bits: 96) { return isPublicV4(Array(bytes[12...])) }
        if matches(bytes, [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96) { return isPublicV4(Array(bytes[12...])) }
        guard matches(bytes, [0x20], bits: 3) else { return false }
        if matches(bytes, [0x20, 0x02], bits: 16) { return isPublicV4(Array(bytes[2..<6])) }
        // Teredo and other protocol assignments; documentation.
        return !matches(bytes, [0x20, 0x01, 0x00], bits: 23) && !matches(bytes, [0x20, 0x01, 0x0D, 0xB8], bits: 32)
            && !matches(bytes, [0x3F, 0xFF, 0x00], bits: 20)
    }

    private static func matches(_ bytes: [UInt8], _ network: [UInt8], bits: Int) -> Bool {
        (0..<bits).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return bytes[bit / 8] & mask == network[bit / 8] & mask
        }
    }
}
