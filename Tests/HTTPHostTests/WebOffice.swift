#if HTTPHost
    import Foundation
    import GRDB
    import HTTPTypes
    import Hummingbird
    import HummingbirdTesting
    import Interchange
    import Logging
    import NIOCore
    import Operations
    import Organization
    import PageKit
    import Persistence
    import PluginKit
    import PluginTestKit
    import Synchronization

    @testable import Accounts
    @testable import HTTPHost

    /// An office in memory that is served without a network, with cheap passwords.
    struct WebOffice: Sendable {
        static let password = "Kestrel-47-river"
        static let plugins: [any Plugin.Type] = [
            InterchangePlugin.self, OrganizationPlugin.self, AccountsPlugin.self, PagesPlugin.self, HTTPHostPlugin.self,
        ]

        let office: TestOffice
        let host: WebHost
        let application: Application<HostResponder>

        init(plugins: [any Plugin.Type] = Self.plugins, settings: ServeSettings = ServeSettings()) throws {
            office = try TestOffice(plugins: plugins, jurisdiction: "杭州市西湖区")
            try office.run(DecideSetting.self, .init(setting: "accounts.hashCost", value: 10, reason: "试验"))
            try office.run(DecideSetting.self, .init(setting: "accounts.hashPasses", value: 1, reason: "试验"))
            var logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
            logger.logLevel = .critical
            host = WebHost(dispatcher: office.dispatcher, logger: logger)
            let server = WebServer(settings: settings, dispatcher: office.dispatcher, write: { _ in }, isReady: { _ in })
            application = try server.application(host)
        }

        /// Makes an account with a password.
        func add(_ name: String, _ roles: [Role] = [.inspectionOffice]) throws {
            let dispatcher = office.dispatcher
            try dispatcher.store.write(owner: "accounts") { db in
                let roles = roles.map(\.rawValue).sorted().joined(separator: " ")
                try Account(
                    seq: nil, id: dispatcher.ids.next(), version: 1, name: name, title: name, roles: roles, unitId: nil,
                    cadreId: nil,
                    state: .active
                ).insert(db)
            }
            _ = try host.desk.ensureAccount(name, password: Self.password)
        }

        /// A token for an account.
        func token(_ name: String, scope: [String]? = nil, readOnly: Bool = false) throws -> String {
            let principal = try office.dispatcher.principal(named: name)
            let input = CreateToken.Input(name: "tests", scope: scope, readOnly: readOnly, days: 1)
            return try office.run(CreateToken.self, input, as: principal).row.token ?? ""
        }

        func serve<Result: Sendable>(_ body: @Sendable (Web) async throws -> Result) async throws -> Result {
            try await application.test(.router) { try await body(Web(client: $0)) }
        }

        /// Outcomes in the audit of an action, the oldest first.
        func audit(_ action: String) throws -> [String] {
            try office.read {
                try String.fetchAll(
                    $0, sql: "SELECT actor || ' ' || outcome FROM kernel_audit WHERE action = ? ORDER BY seq", arguments: [action]
                )
            }
        }
    }

    /// Asks a served office.
    struct Web: Sendable {
        let client: any TestClientProtocol

        func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
            try await client.executeRequest(uri: path, method: .get, headers: headers, body: nil)
        }

        func send(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: String? = nil) async throws
            -> TestResponse
        {
            try await client.executeRequest(
                uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        }

        func post(_ path: String, json: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
            var headers = headers
            headers[.contentType] = "application/json"
            return try await send(.post, path, headers, body: json)
        }

        func post(_ path: String, form: [(name: String, value: String)], _ headers: HTTPFields = [:]) async throws -> TestResponse
        {
            var headers = headers
            headers[.contentType] = "application/x-www-form-urlencoded"
            return try await send(.post, path, headers, body: URLEncoded.encode(form))
        }

        /// Signs in and gives the session's cookie.
        func signIn(_ name: String, _ password: String = WebOffice.password, _ headers: HTTPFields = [:]) async throws -> String?
        {
            let response = try await post("/sign-in", form: [("account", name), ("password", password)], headers)
            return response.cookie
        }

        /// The token that requests with this cookie need.
        func csrf(_ cookie: String) async throws -> String {
            try await get("/api/session", [.cookie: cookie]).json["csrfToken"] as? String ?? ""
        }
    }

    extension TestResponse {
        var text: String { String(buffer: body) }

        var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(body.readableBytesView))) as? [String: Any] ?? [:]
        }

        var list: [[String: Any]] {
            (try? JSONSerialization.jsonObject(with: Data(body.readableBytesView))) as? [[String: Any]] ?? []
        }

        /// Rule and field of every error in a problem document.
        var faults: [String] {
            (json["errors"] as? [[String: Any]] ?? []).map { "\($0["rule"] as? String ?? "") \($0["field"] as? String ?? "-")" }
        }

        /// The session's cookie as a browser would send it back.
        var cookie: String? {
            headers[values: .setCookie].first { $0.contains("xuncha_session=") && !$0.contains("Max-Age=0") }
                .map { String($0.prefix { $0 != ";" }) }
        }
    }

    func bearer(_ token: String) -> HTTPFields { [.authorization: "Bearer \(token)"] }
#endif
