#if HTTPHost
    import Foundation
    import GRDB
    import HTTPTypes
    import Operations
    import Testing

    @testable import Accounts
    @testable import HTTPHost

    /// What refusals leave in the audit: who and what, never what was hidden, and never more than a few in a minute.
    @Suite struct RefusalTests {
        private func entries(_ office: WebOffice, _ account: String) throws -> [String] {
            try office.office.read {
                try String.fetchAll(
                    $0,
                    sql: """
                        SELECT action || coalesce(' ' || reason, '') FROM kernel_audit WHERE actor = ? AND outcome = 'denied'
                        ORDER BY seq
                        """, arguments: [account])
            }
        }

        private func page(_ path: String, as account: String, in office: WebOffice) async throws -> Int {
            try await office.serve { web in
                let cookie = try #require(try await web.signIn(account))
                return try await web.get(path, [.cookie: cookie]).status.code
            }
        }

        @Test(arguments: [
            ("/system", "/system"), ("/op/account.list", "account.list"), ("/audit", "audit.list"),
        ])
        func aPageThatSomebodyMayNotOpenLeavesItsName(path: String, action: String) async throws {
            let units = try TwoUnits()
            _ = try units.web.host.desk.ensureAccount("first", password: WebOffice.password)
            #expect(try await page(path, as: "first", in: units.web) == 404)
            #expect(try entries(units.web, "first") == [action])
        }

        @Test func aHiddenRecordAndOneThatIsAbsentLeaveTheSame() async throws {
            let units = try TwoUnits()
            _ = try units.web.host.desk.ensureAccount("first", password: WebOffice.password)
            let hidden = try #require(try units.numbers("乙局党组").first)
            #expect(try await page("/rectification/\(hidden)", as: "first", in: units.web) == 404)
            #expect(try await page("/rectification/14-3-99-9", as: "first", in: units.web) == 404)
            let headers = try units.headers("first")
            try await units.web.serve { web in
                for number in [hidden, "14-3-99-9"] {
                    let status = try await web.get("/api/v1/item/show?no=\(number)", headers).status
                    #expect(status == .notFound)
                }
            }
            let left = try entries(units.web, "first")
            #expect(left.count == 4 && left[0] == left[1] && left[2] == left[3])
            #expect(left.allSatisfy { $0.hasSuffix(" E-NOTFOUND") && !$0.contains(hidden) && !$0.contains("14-3") })
        }

        @Test(arguments: ["/nothing", "/op/no.such", "/rectification/x/y/z"]) func whatDoesNotExistLeavesNothing(
            path: String
        ) async throws {
            let units = try TwoUnits()
            _ = try units.web.host.desk.ensureAccount("first", password: WebOffice.password)
            #expect(try await page(path, as: "first", in: units.web) == 404)
            #expect(try entries(units.web, "first").isEmpty)
        }

        @Test func aFloodOfRefusalsIsCounted() async throws {
            let office = try WebOffice()
            try office.office.run(DecideSetting.self, .init(setting: "kernel.refusalsPerMinute", value: 3, reason: "试验"))
            try office.add("clerk", [.learner])
            let headers = bearer(try office.token("clerk"))
            try await office.serve { web in
                for _ in 1...10 {
                    let status = try await web.get("/api/v1/account/list", headers).status
                    #expect(status == .forbidden)
                }
                #expect(try entries(office, "clerk") == ["account.list", "account.list", "account.list"])
                office.office.clock.advance(seconds: 60)
                _ = try await web.get("/api/v1/account/list", headers)
            }
            #expect(try entries(office, "clerk").suffix(2) == ["audit.refusals +7", "account.list"])
            _ = try office.office.run(VerifyAudit.self, .init())
        }

        @Test func whatWasCountedIsNotedInTheEnd() throws {
            let office = try WebOffice()
            let dispatcher = office.office.dispatcher
            try office.office.run(DecideSetting.self, .init(setting: "kernel.refusalsPerMinute", value: 1, reason: "试验"))
            let people = ["a", "b"].map { Principal(account: $0, roles: [.learner]) }
            for person in people + people + people {
                #expect(throws: (any Error).self) { try dispatcher.run(VerifyAudit.self, .init(), as: person) }
            }
            try dispatcher.noteCountedRefusals()
            #expect(try entries(office, "a") == ["audit.verify"])
            try dispatcher.noteCountedRefusals(isEnding: true)
            #expect(
                try people.map { try entries(office, $0.account) } == [
                    ["audit.verify", "audit.refusals +2"], ["audit.verify", "audit.refusals +2"],
                ])
            try dispatcher.noteCountedRefusals(isEnding: true)
            #expect(try entries(office, "a").count == 2)
        }

        @Test func whatAnOperationItselfDoesNotPermitLeavesItsRule() throws {
            let office = try WebOffice()
            let clerk = Principal(account: "clerk", roles: [.learner])
            let refusals = office.office.refusals {
                try office.office.run(
                    DecideSetting.self, .init(setting: "kernel.refusalsPerMinute", value: 3, reason: "x"), as: clerk)
            }
            #expect(refusals.map(\.rule.id) == ["E-PERM"])
            #expect(try entries(office, "clerk") == ["setting.set E-PERM"])
        }
    }
#endif
