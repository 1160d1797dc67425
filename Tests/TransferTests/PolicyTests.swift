import Testing

@testable import PluginKit
@testable import Transfer

@Suite struct PolicyTests {
    @Test(
        arguments: [
            ([8, 8, 8, 8], true), ([223, 5, 5, 5], true), ([127, 0, 0, 1], false), ([10, 1, 2, 3], false),
            ([172, 15, 0, 1], true),
            ([172, 16, 0, 1], false), ([172, 31, 255, 255], false), ([172, 32, 0, 1], true), ([192, 168, 1, 1], false),
            ([169, 254, 169, 254], false), ([100, 63, 0, 1], true), ([100, 64, 0, 1], false), ([100, 128, 0, 1], true),
            ([0, 0, 0, 0], false),
            ([224, 0, 0, 1], false), ([255, 255, 255, 255], false), ([198, 17, 0, 1], true), ([198, 18, 0, 1], false),
            ([1, 2, 3], false),
        ] as [([UInt8], Bool)])
    func addressesOfVersionFour(bytes: [UInt8], isPublic: Bool) {
        #expect(PublicAddress.isPublic(bytes) == isPublic)
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
        if bytes.count == 4 { #expect(PublicAddress.isPublic(mapped) == isPublic) }
    }

    @Test(
        arguments: [
            ("2400:3200::1", [0x24, 0x00, 0x32, 0x00] + [UInt8](repeating: 0, count: 11) + [1], true),
            ("::1", [UInt8](repeating: 0, count: 15) + [1], false), ("::", [UInt8](repeating: 0, count: 16), false),
            ("fe80::1", [0xFE, 0x80] + [UInt8](repeating: 0, count: 13) + [1], false),
            ("fd00::1", [0xFD] + [UInt8](repeating: 0, count: 14) + [1], false),
            ("ff02::1", [0xFF, 0x02] + [UInt8](repeating: 0, count: 13) + [1], false),
            ("2001:db8::1", [0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [1], false),
            ("2002:7f00:1::", [0x20, 0x02, 0x7F, 0x00, 0x00, 0x01] + [UInt8](repeating: 0, count: 10), false),
            ("64:ff9b::10.0.0.1", [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + [10, 0, 0, 1], false),
            ("64:ff9b::8.8.8.8", [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + [8, 8, 8, 8], true),
        ] as [(String, [UInt8], Bool)])
    func addressesOfVersionSix(name: String, bytes: [UInt8], isPublic: Bool) {
        #expect(PublicAddress.isPublic(bytes) == isPublic, "\(name)")
    }

    @Test func onlyTheEnvironmentWidensThePolicy() {
        #expect(TransferPolicy(environment: [:]) == TransferPolicy())
        #expect(
            TransferPolicy(environment: ["XUNCHA_TRANSFER_ALLOW": "http, private", "XUNCHA_TRANSFER_CA": "/ca.pem"])
                == TransferPolicy(allowsPlainHTTP: true, allowsPrivateAddresses: true, certificates: "/ca.pem"))
        #expect(TransferPolicy(environment: ["XUNCHA_TRANSFER_ALLOW": "all"]) == TransferPolicy())
    }
}
