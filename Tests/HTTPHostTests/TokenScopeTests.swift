#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import Testing

    @testable import HTTPHost

    /// What access tokens are good for.
    @Suite struct TokenScopeTests {
        let office: WebOffice

        init() throws { office = try WebOffice() }

        @Test func aTokenIsGoodForItsScopeOnly() async throws {
            let headers = bearer(try office.token("office", scope: ["unit"]))
            try await office.serve { web in
                let status = try await web.get("/api/v1/unit/list", headers).status
                #expect(status == .ok)
                let refused = try await web.get("/api/v1/account/list", headers)
                #expect(refused.status == .forbidden)
                #expect(try office.audit("account.list") == ["office denied"])
            }
        }

        @Test func aTokenThatOnlyReadsChangesNothing() async throws {
            let headers = bearer(try office.token("office", readOnly: true))
            try await office.serve { web in
                let status = try await web.get("/api/v1/account/list", headers).status
                #expect(status == .ok)
                let json = #"{"name": "clerk", "title": "文书", "roles": ["IO"]}"#
                let status2 = try await web.post("/api/v1/account/add", json: json, headers).status
                #expect(status2 == .forbidden)
                let status3 = try await web.post("/api/v1/token/create", json: #"{"name": "more"}"#, headers).status
                #expect(status3 == .forbidden)
            }
        }

        @Test(arguments: ["Bearer ", "Bearer x", "Bearer xut_abc", "Basic b2ZmaWNlOng=", "bearer", "Bearer a b"])
        func whatIsNoTokenIsNobody(header: String) async throws {
            try await office.serve {
                let status = try await $0.get("/api/v1/unit/list", [.authorization: header]).status
                #expect(status == .unauthorized)
            }
        }

        @Test func aTokenRunsOutAndOpensNoPages() async throws {
            let headers = bearer(try office.token("office"))
            try await office.serve { web in
                let status = try await web.get("/", headers).status
                #expect(status == .seeOther)
                office.office.clock.advance(days: 1)
                let status2 = try await web.get("/api/v1/unit/list", headers).status
                #expect(status2 == .unauthorized)
            }
        }
    }
#endif
