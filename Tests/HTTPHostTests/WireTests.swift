#if HTTPHost
    import CZlib
    import Foundation
    import HTTPTypes
    import NIOCore
    import PluginKit
    import Testing

    @testable import HTTPHost

    /// Addresses, headers, compression.
    @Suite struct WireTests {
        private let peer = try? SocketAddress(ipAddress: "10.0.0.1", port: 5000)

        private func client(_ headers: HTTPFields, trusted: [String]) -> Client {
            TrustedProxies(ranges: trusted.compactMap(AddressRange.init))
                .client(peer: peer, headers: headers, authority: "inside:8080", isSecure: false)
        }

        @Test func aStrangerCannotSayWhoTheyAre() {
            let headers: HTTPFields = [.forwardedFor: "192.0.2.1", .forwardedProto: "https", .forwardedHost: "evil.example"]
            #expect(client(headers, trusted: []) == Client(address: "10.0.0.1", isSecure: false, host: "inside:8080"))
            #expect(client(headers, trusted: ["10.0.0.2"]).address == "10.0.0.1")
        }

        @Test(arguments: [
            ("192.0.2.1", "192.0.2.1"), ("203.0.113.9, 192.0.2.1", "192.0.2.1"), ("192.0.2.1, 10.0.0.7", "192.0.2.1"),
            ("spoofed, 192.0.2.1, 10.0.0.7, 10.0.0.8", "192.0.2.1"), ("2001:db8::1", "20010db800000000"), ("rubbish", "?"),
        ])
        func theLastAddressBeforeOurProxiesCounts(header: String, address: String) {
            let found = client(
                [.forwardedFor: header, .forwardedProto: "https", .forwardedHost: "xuncha.example"], trusted: ["10.0.0.0/24"])
            #expect(found == Client(address: address, isSecure: true, host: "xuncha.example"))
        }

        @Test(arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.128/25", "192.0.2.129", true),
            ("192.0.2.128/25", "192.0.2.1", false), ("2001:db8::/32", "2001:db8:1::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
            ("127.0.0.1", "::ffff:127.0.0.1", true), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false),
        ])
        func rangesContainTheirAddresses(range: String, address: String, isInside: Bool) {
            #expect(AddressRange(range)?.contains(address) == isInside)
        }

        @Test(arguments: ["", "x", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "localhost"])
        func whatIsNoRangeIsRefused(text: String) {
            #expect(AddressRange(text) == nil)
        }

        @Test(
            arguments: [
                (nil, Language.zhHans), ("en", .en), ("zh-CN,zh;q=0.9,en;q=0.8", .zhHans), ("en-US,en;q=0.9,zh;q=0.8", .en),
                ("fr, en;q=0.3", .en), ("fr", .zhHans), ("en;q=0", .zhHans), (";;,=", .zhHans),
            ] as [(String?, Language)])
        func theBrowserSaysWhichLanguage(header: String?, language: Language) {
            #expect(LanguageHeader.preferred(header) == language)
        }

        @Test(
            arguments: [
                (nil, 0), ("", 0), ("*/*", 0), ("text/csv", 1), ("text/*", 1), ("application/json;q=0.1, text/csv;q=0.2", 1),
                ("*/*;q=0.1, text/csv;q=0", 0), ("image/png", nil), ("application/json;q=0, */*", 1),
            ] as [(String?, Int?)])
        func theClientSaysWhichForm(accept: String?, choice: Int?) {
            #expect(MediaRange.best(accept, of: ["application/json", "text/csv"]) == choice)
        }

        @Test(arguments: [
            ("/unit%20list?a=1&b=%E5%8C%BA+x&c", "/unit list", "a=1|b=区 x|c="), ("/", "/", ""), ("/a?", "/a", ""),
            ("/a?&&=&", "/a", "="),
        ])
        func addressesAreTakenApart(raw: String, path: String, query: String) throws {
            let target = try #require(Target(raw))
            #expect(target.path == path)
            #expect(target.query.map { "\($0.name)=\($0.value)" }.joined(separator: "|") == query)
        }

        @Test(arguments: ["", "x", "/%", "/%zz", "/%ff", "/a?b=%", "/%00", "/a?b=%00"])
        func malformedAddressesAreRefused(raw: String) {
            #expect(Target(raw) == nil)
        }

        @Test(arguments: ["gzip", "deflate, gzip;q=0.5", "*", "GZIP"])
        func gzipIsAccepted(header: String) { #expect(Gzip.isAccepted(header)) }

        @Test(arguments: [nil, "", "deflate", "gzip;q=0", "br"])
        func gzipIsNotAccepted(header: String?) { #expect(!Gzip.isAccepted(header)) }

        @Test func whatIsCompressedCanBeReadAgain() throws {
            let text = String(repeating: "巡察工作领导小组办公室 ", count: 500)
            let packed = try #require(Gzip.compress(ByteBuffer(string: text)))
            #expect(packed.readableBytes < text.utf8.count / 10)
            #expect(inflated(Array(packed.readableBytesView), size: text.utf8.count) == text)
        }

        private func inflated(_ bytes: [UInt8], size: Int) -> String? {
            var stream = z_stream()
            guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
            defer { inflateEnd(&stream) }
            var source = bytes
            var target = [UInt8](repeating: 0, count: size)
            let result = source.withUnsafeMutableBufferPointer { input in
                target.withUnsafeMutableBufferPointer { output in
                    stream.next_in = input.baseAddress
                    stream.avail_in = UInt32(input.count)
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    return inflate(&stream, Z_FINISH)
                }
            }
            return result == Z_STREAM_END ? String(decoding: target, as: UTF8.self) : nil
        }

        @Test func namesOfFilesAreGivenInBothForms() {
            #expect(
                ContentDisposition.attachment("方案 1.csv")
                    == "attachment; filename=\"__ 1.csv\"; filename*=UTF-8''%E6%96%B9%E6%A1%88%201.csv")
            #expect(ContentDisposition.attachment("a\"\r\nX: y.csv").contains("\r") == false)
        }

        @Test func aBodyThatStopsIsGivenUp() async {
            await #expect(throws: BodyFault.self) {
                try await Deadline.within(seconds: 0) { try await Task.sleep(for: .seconds(60)) }
            }
        }

        @Test func theBudgetIsGivenBack() {
            let budget = ByteBudget(10)
            #expect(budget.take(6))
            #expect(!budget.take(5))
            budget.give(6)
            #expect(budget.take(10))
        }
    }
#endif
