#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import Testing

    @testable import HTTPHost

    /// Requests that another site makes a browser send.
    @Suite struct ForgeryTests {
        let office: WebOffice

        init() throws {
            office = try WebOffice()
            try office.add("clerk", [.administrator])
        }

        private let json = #"{"name": "newcomer", "title": "新人", "roles": ["IO"]}"#

        @Test func aCommandWithACookieNeedsTheToken() async throws {
            try await office.serve { web in
                let cookie = try #require(try await web.signIn("clerk"))
                let status = try await web.post("/api/v1/account/add", json: json, [.cookie: cookie]).status
                #expect(status == .forbidden)
                let other = try #require(try await web.signIn("clerk"))
                let foreign = try await web.csrf(other)
                let status2 = try await web.post("/api/v1/account/add", json: json, [.cookie: cookie, .csrfToken: foreign]).status
                #expect(status2 == .forbidden)
                let token = try await web.csrf(cookie)
                let status3 = try await web.post("/api/v1/account/add", json: json, [.cookie: cookie, .csrfToken: token]).status
                #expect(status3 == .ok)
                let audit = try office.audit("account.add")
                #expect(audit == ["clerk denied", "clerk denied", "clerk done"])
            }
        }

        @Test(arguments: [
            ([(HTTPField.Name.fetchSite, "cross-site")], false), ([(.fetchSite, "same-site")], false),
            ([(.fetchSite, "same-origin")], true), ([(.origin, "http://localhost")], true),
            ([(.origin, "http://evil.example")], false),
            ([(.origin, "null")], false), ([(.origin, "https://localhost")], false),
        ])
        func theBrowserSaysWhereItComesFrom(headers: [(HTTPField.Name, String)], isAllowed: Bool) async throws {
            try await office.serve { web in
                let cookie = try #require(try await web.signIn("clerk"))
                var all: HTTPFields = [.cookie: cookie, .csrfToken: try await web.csrf(cookie)]
                for (name, value) in headers { all[name] = value }
                let response = try await web.post("/api/v1/account/add", json: json, all)
                #expect(response.status == (isAllowed ? .ok : .forbidden))
            }
        }

        @Test func aProgramsTokenNeedsNone() async throws {
            let headers = bearer(try office.token("clerk"))
            let answer = try await office.serve { try await $0.post("/api/v1/account/add", json: json, headers) }
            #expect(answer.status == .ok)
        }

        @Test func pagesTakeNoFormWithoutTheToken() async throws {
            try await office.serve { web in
                let cookie = try #require(try await web.signIn("clerk"))
                let status = try await web.post("/settings", form: [("theme", "dark")], [.cookie: cookie]).status
                #expect(status == .forbidden)
            }
        }

        @Test func tokensLookDifferentEveryTime() {
            let tokens = (1...20).map { _ in CSRF.token(session: "s") }
            #expect(Set(tokens).count == 20)
            #expect(tokens.allSatisfy { CSRF.isValid($0, session: "s") && !CSRF.isValid($0, session: "t") })
            for wrong in ["", "x", String(tokens[0].dropLast()), String(repeating: "A", count: 86)] {
                #expect(!CSRF.isValid(wrong, session: "s"))
            }
        }
    }
#endif
