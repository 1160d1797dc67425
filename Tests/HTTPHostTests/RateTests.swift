#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import Testing

    @testable import Accounts
    @testable import HTTPHost

    /// How often a token may be used, and what refusals leave in the audit.
    @Suite struct RateTests {
        let office: WebOffice

        init() throws { office = try WebOffice() }

        private func set(_ setting: String, _ value: Int) throws {
            try office.office.run(DecideSetting.self, .init(setting: setting, value: value, reason: "试验"))
        }

        @Test func aTokenThatAsksTooOftenWaits() async throws {
            try set("accounts.tokenRequests", 3)
            let (first, second) = (bearer(try office.token("office")), bearer(try office.token("office")))
            try await office.serve { web in
                for _ in 1...3 {
                    let status = try await web.get("/api/v1/unit/list", first).status
                    #expect(status == .ok)
                }
                let refused = try await web.get("/api/v1/unit/list", first)
                #expect(refused.status.code == 429)
                #expect(refused.headers[.retryAfter] == "20")
                #expect(refused.headers[.contentType] == "application/problem+json")
                #expect(refused.faults == ["E-HTTP-RATE -"])
                // Commands wait too, before anything of them is read; other tokens do not.
                let command = try await web.post("/api/v1/account/add", json: "{}", first).status
                #expect(command.code == 429)
                let other = try await web.get("/api/v1/unit/list", second).status
                #expect(other == .ok)
                office.office.clock.advance(seconds: 19)
                let early = try await web.get("/api/v1/unit/list", first)
                #expect(early.status.code == 429 && early.headers[.retryAfter] == "1")
                office.office.clock.advance(seconds: 1)
                let status = try await web.get("/api/v1/unit/list", first).status
                #expect(status == .ok)
            }
        }

        @Test func sessionsAreNotCounted() async throws {
            try set("accounts.tokenRequests", 1)
            try office.add("clerk")
            try await office.serve { web in
                let cookie = try #require(try await web.signIn("clerk"))
                for _ in 1...5 {
                    let status = try await web.get("/api/v1/unit/list", [.cookie: cookie]).status
                    #expect(status == .ok)
                }
            }
        }

        @Test func aMinutesWorthIsSavedAndNoMore() throws {
            let limiter = TokenLimiter()
            let (id, start) = (office.office.dispatcher.ids.next(), Date(timeIntervalSince1970: 0))
            func taken(at seconds: Double, of rate: Int) -> Int {
                (0..<1000).count { _ in
                    (try? limiter.take(id, rate: rate, at: start.addingTimeInterval(seconds))) != nil
                }
            }
            #expect(taken(at: 0, of: 60) == 60)
            #expect(taken(at: 10, of: 60) == 10)
            #expect(taken(at: 10_000, of: 60) == 60)
            // A clock that was set back gives nothing and takes nothing.
            #expect(taken(at: 5000, of: 60) == 0)
        }
    }
#endif
