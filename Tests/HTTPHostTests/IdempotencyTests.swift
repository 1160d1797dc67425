#if HTTPHost
    import Foundation
    import GRDB
    import HTTPTypes
    import Operations
    import Testing

    @testable import Accounts
    @testable import HTTPHost

    /// Requests that are sent again.
    @Suite struct IdempotencyTests {
        let office: WebOffice
        let headers: HTTPFields

        init() throws {
            office = try WebOffice()
            headers = bearer(try office.token("office"))
        }

        private func keyed(_ key: String) -> HTTPFields {
            var headers = headers
            headers[.idempotencyKey] = key
            return headers
        }

        private let json = #"{"name": "clerk", "title": "文书", "roles": ["IO"]}"#

        @Test func theSameRequestIsDoneOnce() async throws {
            try await office.serve { web in
                let first = try await web.post("/api/v1/account/add", json: json, keyed("k1"))
                let again = try await web.post("/api/v1/account/add", json: json, keyed("k1"))
                #expect(first.status == .ok)
                #expect(again.status == .ok)
                #expect(again.text == first.text)
                #expect(again.headers[.eTag] == first.headers[.eTag])
                #expect(again.headers[.idempotencyReplayed] == "true")
                #expect(try office.audit("account.add") == ["office done"])
            }
        }

        @Test func anotherRequestUnderTheKeyIsRefused() async throws {
            try await office.serve { web in
                _ = try await web.post("/api/v1/account/add", json: json, keyed("k1"))
                let other = json.replacing("clerk", with: "clerk2")
                let refused = try await web.post("/api/v1/account/add", json: other, keyed("k1"))
                #expect(refused.status == .unprocessableContent)
                #expect(refused.faults == ["E-HTTP-KEY -"])
                let status = try await web.post("/api/v1/account/add", json: other, keyed("k2")).status
                #expect(status == .ok)
            }
        }

        @Test func aRefusalIsNotKept() async throws {
            try await office.serve { web in
                let wrong = json.replacing("IO", with: "ZZ")
                let status = try await web.post("/api/v1/account/add", json: wrong, keyed("k1")).status
                #expect(status == .unprocessableContent)
                let status2 = try await web.post("/api/v1/account/add", json: json, keyed("k1")).status
                #expect(status2 == .ok)
            }
        }

        @Test func keysBelongToTheirAccount() async throws {
            try office.add("keeper", [.administrator])
            var other = bearer(try office.token("keeper"))
            other[.idempotencyKey] = "k1"
            try await office.serve { [other] web in
                _ = try await web.post("/api/v1/account/add", json: json, keyed("k1"))
                let status = try await web.post("/api/v1/account/add", json: json, other).status
                #expect(status == .conflict)
            }
        }

        @Test func aReplyIsKeptForADay() async throws {
            try await office.serve { web in
                let short = try office.token("office")
                _ = short
                _ = try await web.post("/api/v1/account/add", json: json, keyed("k1"))
                office.office.clock.advance(seconds: 24 * 3600 - 1)
                let status = try await web.post("/api/v1/account/add", json: json, keyed("k1")).status
                #expect(status == .ok)
                office.office.clock.advance(seconds: 2)
                let headers = bearer(try office.token("office"))
                var late = headers
                late[.idempotencyKey] = "k1"
                let status2 = try await web.post("/api/v1/account/add", json: json, late).status
                #expect(status2 == .conflict)
            }
        }

        @Test func manyAtOnceAreDoneOnce() async throws {
            try await office.serve { web in
                let replies = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 1...16 {
                        group.addTask { try await web.post("/api/v1/account/add", json: json, keyed("k1")).text }
                    }
                    return try await group.reduce(into: Set<String>()) { $0.insert($1) }
                }
                #expect(replies.count == 1)
                #expect(try office.audit("account.add") == ["office done"])
            }
        }

        @Test func aFormSentTwiceTakesEffectOnce() async throws {
            try office.add("keeper", [.administrator])
            try await office.serve { web in
                let cookie = try #require(try await web.signIn("keeper"))
                let form = try await web.get("/op/account.add", [.cookie: cookie]).text
                let once = try #require(form.firstMatch(of: #/name="_once" value="([^"]+)"/#)?.1)
                let fields: [(name: String, value: String)] = [
                    ("_csrf", try await web.csrf(cookie)), ("_once", String(once)), ("name", "clerk"), ("title", "文书"),
                    ("roles", "IO"),
                ]
                let first = try await web.post("/op/account.add", form: fields, [.cookie: cookie])
                let second = try await web.post("/op/account.add", form: fields, [.cookie: cookie])
                #expect(first.status.code < 400)
                #expect(second.status.code < 400)
                let audit = try office.audit("account.add")
                #expect(audit == ["keeper done"])
            }
        }

        @Test func aSecretIsNeverKept() async throws {
            try await office.serve { web in
                let made = try await web.post("/api/v1/token/create", json: #"{"name": "报表"}"#, keyed("k1"))
                let token = try #require(made.json["token"] as? String)
                let again = try await web.post("/api/v1/token/create", json: #"{"name": "报表"}"#, keyed("k1"))
                #expect(again.status == .conflict)
                let kept = try office.office.read { try Data.fetchOne($0, sql: "SELECT body FROM http_reply") }
                #expect(kept.map { String(decoding: $0, as: UTF8.self).contains(token) } == false)
            }
        }

        @Test(arguments: ["", String(repeating: "k", count: 256)])
        func aKeyHasALength(key: String) async throws {
            try await office.serve { web in
                let status = try await web.post("/api/v1/account/add", json: json, keyed(key)).status
                #expect(status == .unprocessableContent)
            }
        }
    }
#endif
