#if HTTPHost
    import Foundation
    import Logging
    import PluginKit
    import Synchronization
    import Testing

    @testable import HTTPHost

    /// The options of `serve`, and the log.
    @Suite struct ServeSettingsTests {
        private func input(
            port: Int? = nil, account: String? = nil, certificate: String? = nil, key: String? = nil, proxies: [String]? = nil,
            limit: Int? = nil
        ) -> Serve.Input {
            Serve.Input(
                host: nil, port: port, setupAccount: account.map { [$0] }, certificate: certificate, key: key,
                trustedProxy: proxies,
                uploadLimit: limit,
                log: nil)
        }

        private func fields(_ input: Serve.Input) -> [String] {
            do {
                _ = try ServeSettings(input, environment: [:])
                return []
            } catch {
                return (error as? any UserFacingError)?.refusals.compactMap(\.field) ?? []
            }
        }

        @Test func theUsualIsSafe() throws {
            let settings = try ServeSettings(input(), environment: [:])
            #expect(settings.host == "127.0.0.1")
            #expect(settings.port == 8080)
            #expect(settings.proxies.ranges.isEmpty)
            #expect(settings.setupAccounts.isEmpty)
        }

        @Test func everythingWrongIsSaidAtOnce() {
            let wrong = input(port: 70000, account: "nobody", certificate: "/nothing.pem", proxies: ["x"], limit: 0)
            #expect(fields(wrong) == ["port", "uploadLimit", "setupAccount", "key", "trustedProxy"])
            #expect(fields(input(certificate: "/nothing.pem", key: "/nothing.key")) == ["certificate", "key"])
        }

        @Test func theEnvironmentMayNameTheFirstAccount() throws {
            let environment = ["XUNCHA_SETUP_ACCOUNT": "demo:with:colons\noffice:second"]
            let settings = try ServeSettings(input(), environment: environment)
            #expect(settings.setupAccounts.map(\.name) == ["demo", "office"])
            #expect(settings.setupAccounts.map(\.password) == ["with:colons", "second"])
            let named = try ServeSettings(input(account: "a:b"), environment: environment)
            #expect(named.setupAccounts.map(\.name) == ["a"])
        }

        @Test func theLogIsOneObjectALine() throws {
            let lines = Mutex<[String]>([])
            let logger = Logger(label: "x") { label in
                LineLog(label: label, level: .info) { line in lines.withLock { $0.append(line) } }
            }
            logger.info("a \"b\"\nc", metadata: ["path": "/区\u{1}", "hb.request.id": "7"])
            logger.debug("not shown")
            let all = lines.withLock { $0 }
            #expect(all.count == 1)
            let object = try JSONSerialization.jsonObject(with: Data((all.first ?? "").utf8)) as? [String: String]
            #expect(object?["message"] == "a \"b\"\nc")
            #expect(object?["path"] == "/区 ")
            #expect(object?["request"] == "7")
            #expect(object?["level"] == "info")
        }
    }
#endif
