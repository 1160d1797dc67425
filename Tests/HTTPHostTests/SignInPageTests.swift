#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import Testing

    @testable import Accounts
    @testable import HTTPHost

    /// Signing in and out with a browser.
    @Suite struct SignInPageTests {
        let office: WebOffice

        init() throws {
            office = try WebOffice()
            try office.add("clerk")
        }

        @Test func theSessionIsInACookieThatScriptsCannotRead() async throws {
            try await office.serve { web in
                let response = try await web.post("/sign-in", form: [("account", "clerk"), ("password", WebOffice.password)])
                #expect(response.status == .seeOther)
                #expect(response.headers[.location] == "/")
                let cookie = try #require(response.headers[.setCookie])
                for part in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
                let answer = try await web.get("/api/session", [.cookie: response.cookie ?? ""]).json["account"] as? String
                #expect(answer == "clerk")
            }
        }

        @Test func everySignInHasAnotherCookie() async throws {
            try await office.serve { web in
                let first = try #require(try await web.signIn("clerk"))
                let second = try #require(try await web.signIn("clerk", WebOffice.password, [.cookie: first]))
                #expect(first != second)
                let status = try await web.get("/api/session", [.cookie: first]).status
                #expect(status == .unauthorized)
                let status2 = try await web.get("/api/session", [.cookie: second]).status
                #expect(status2 == .ok)
            }
        }

        @Test(arguments: [("clerk", "wrong"), ("nobody", WebOffice.password), ("", "")])
        func everybodyElseSeesTheSamePage(name: String, password: String) async throws {
            try await office.serve { web in
                let response = try await web.post("/sign-in", form: [("account", name), ("password", password)])
                #expect(response.status == .unauthorized)
                #expect(response.cookie == nil)
                let other = try await web.post("/sign-in", form: [("account", name), ("password", "also wrong")])
                #expect(other.text == response.text)
                #expect(!response.text.contains("wrong"))
            }
        }

        @Test func aLockedAccountLooksLikeAWrongPassword() async throws {
            try await office.serve { web in
                let wrong = try await web.post("/sign-in", form: [("account", "clerk"), ("password", "wrong")])
                for _ in 1...4 {
                    let cookie = try await web.signIn("clerk", "wrong")
                    #expect(cookie == nil)
                }
                let locked = try await web.post("/sign-in", form: [("account", "clerk"), ("password", WebOffice.password)])
                #expect(locked.status == .unauthorized)
                #expect(locked.text == wrong.text)
                office.office.clock.advance(seconds: 15 * 60)
                let cookie2 = try await web.signIn("clerk")
                #expect(cookie2 != nil)
            }
        }

        @Test func anAddressThatFailsTooOftenIsToldToWait() async throws {
            try office.office.run(DecideSetting.self, .init(setting: "accounts.addressAttempts", value: 2, reason: "试验"))
            try await office.serve { web in
                for _ in 1...2 { _ = try await web.signIn("nobody", "wrong") }
                let response = try await web.post("/sign-in", form: [("account", "clerk"), ("password", WebOffice.password)])
                #expect(response.status == .tooManyRequests)
                #expect(response.headers[.retryAfter] == "600")
            }
        }

        @Test func aSessionEndsByItself() async throws {
            try await office.serve { web in
                let cookie = try #require(try await web.signIn("clerk"))
                office.office.clock.advance(seconds: 3600)
                let status = try await web.get("/api/session", [.cookie: cookie]).status
                #expect(status == .unauthorized)
                let page = try await web.get("/units?level=street", [.cookie: cookie])
                #expect(page.status == .seeOther)
                #expect(page.headers[.location] == "/sign-in?next=%2Funits%3Flevel%3Dstreet&notice=ended")
            }
        }

        @Test(arguments: [
            ("/units", "/units"), ("//evil.example/", "/"), ("https://evil.example/", "/"), ("/\\evil.example", "/"), ("", "/"),
            ("/a\r\nSet-Cookie: x=1", "/"),
        ])
        func afterSigningInNobodyIsSentElsewhere(next: String, target: String) async throws {
            try await office.serve { web in
                let response = try await web.post(
                    "/sign-in", form: [("account", "clerk"), ("password", WebOffice.password), ("next", next)])
                #expect(response.headers[.location] == target)
            }
        }

        @Test func anotherSiteSignsNobodyIn() async throws {
            try await office.serve { web in
                for headers: HTTPFields in [[.fetchSite: "cross-site"], [.origin: "https://evil.example"]] {
                    let response = try await web.post(
                        "/sign-in", form: [("account", "clerk"), ("password", WebOffice.password)], headers)
                    #expect(response.status == .forbidden)
                    #expect(response.cookie == nil)
                }
            }
        }

        @Test func signingOutNeedsThePagesToken() async throws {
            try await office.serve { web in
                let cookie = try #require(try await web.signIn("clerk"))
                let status = try await web.post("/sign-out", form: [], [.cookie: cookie]).status
                #expect(status == .forbidden)
                let token = try await web.csrf(cookie)
                let response = try await web.post("/sign-out", form: [("_csrf", token)], [.cookie: cookie])
                #expect(response.status == .seeOther)
                #expect(response.headers[.setCookie]?.contains("Max-Age=0") == true)
                let status2 = try await web.get("/api/session", [.cookie: cookie]).status
                #expect(status2 == .unauthorized)
            }
        }

        @Test func theFirstPasswordIsSetByALink() async throws {
            let link = try office.office.run(InviteAccount.self, .init(name: "office")).row.link
            let token = String(link.split(separator: "=").last ?? "")
            try await office.serve { web in
                let answer = try await web.get(link).text.contains(token)
                #expect(answer)
                let weak = try await web.post("/set-up", form: [("token", token), ("password", "weak"), ("repeat", "weak")])
                #expect(weak.status == .unprocessableContent)
                let other = try await web.post(
                    "/set-up", form: [("token", token), ("password", "Heron-88-lake"), ("repeat", "x")])
                #expect(other.status == .unprocessableContent)
                let done = try await web.post(
                    "/set-up", form: [("token", token), ("password", "Heron-88-lake"), ("repeat", "Heron-88-lake")])
                #expect(done.status == .seeOther)
                let answer2 = try await web.get("/api/session", [.cookie: done.cookie ?? ""]).json["account"] as? String
                #expect(answer2 == "office")
                let status = try await web.get(link).status
                #expect(status == .notFound)
                let status2 = try await web.get("/set-up?token=x").status
                #expect(status2 == .notFound)
            }
        }

        @Test func cookiesAreSecureBehindHTTPS() async throws {
            var settings = ServeSettings()
            settings.tls = nil
            let office = try WebOffice(settings: settings)
            let client = Client(address: "192.0.2.1", isSecure: true, host: "xuncha.example")
            let setting = SessionCookie.setting("abc", for: client)
            #expect(setting.hasPrefix("__Host-xuncha_session=abc; Path=/"))
            #expect(setting.hasSuffix("; Secure"))
            _ = office
        }
    }
#endif
