import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import Testing

@testable import Accounts

@Suite struct TokenTests {
    let desk: SignInOffice
    let leader = Principal(account: "leader", roles: [.teamLeader])

    init() throws { desk = try SignInOffice() }

    private func make(_ scope: [String]? = nil, readOnly: Bool? = nil, days: Int? = nil) throws -> TokenLine {
        try desk.office.run(CreateToken.self, .init(name: "报表", scope: scope, readOnly: readOnly, days: days), as: leader).row
    }

    @Test func aTokenActsForItsAccount() throws {
        let token = try #require(try make().token)
        let holder = try #require(try desk.desk.holder(token: token))
        #expect(holder.principal.account == "leader")
        #expect(token.hasPrefix("xut_"))
        #expect(try desk.desk.holder(session: token) == nil)
    }

    @Test func aTokenIsShownOnce() throws {
        let token = try #require(try make().token)
        #expect(try desk.office.run(ListTokens.self, .init(), as: leader).rows.map(\.token) == [nil])
        let stored = try desk.office.read { try Data.fetchOne($0, sql: "SELECT tokenHash FROM accounts_token") }
        #expect(stored == RandomSecret.hash(of: token))
    }

    @Test func aTokenRunsOut() throws {
        let token = try #require(try make(days: 2).token)
        desk.office.clock.advance(days: 1)
        #expect(try desk.desk.holder(token: token) != nil)
        desk.office.clock.advance(days: 1)
        #expect(try desk.desk.holder(token: token) == nil)
    }

    @Test func aRevokedTokenIsNobody() throws {
        let line = try make()
        try desk.office.run(RevokeToken.self, .init(token: line.id), as: leader)
        #expect(try desk.desk.holder(token: line.token ?? "") == nil)
        #expect(try desk.office.run(ListTokens.self, .init(), as: leader).rows.first?.revokedAt != nil)
    }

    @Test func nobodyRevokesTheTokenOfSomebodyElse() throws {
        let line = try make()
        let other = Principal(account: "office", roles: [.inspector])
        #expect(desk.rules { try desk.office.run(RevokeToken.self, .init(token: line.id), as: other) } == ["E-NOTFOUND"])
    }

    @Test(arguments: [
        (TokenScope(), "unit.list", AnyOperation.Kind.query, true),
        (TokenScope(), "unit.import", .command, true),
        (TokenScope(prefixes: ["unit"]), "unit.import", .command, true),
        (TokenScope(prefixes: ["unit"]), "units.list", .query, false),
        (TokenScope(prefixes: ["unit.list"]), "unit.list", .query, true),
        (TokenScope(prefixes: ["unit.list"]), "unit.import", .command, false),
        (TokenScope(prefixes: ["unit", "cadre.list"]), "cadre.list", .query, true),
        (TokenScope(isReadOnly: true), "unit.list", .query, true),
        (TokenScope(isReadOnly: true), "unit.import", .command, false),
        (TokenScope(prefixes: ["unit"], isReadOnly: true), "unit.import", .command, false),
    ])
    func theScopeDecides(scope: TokenScope, operation: String, kind: AnyOperation.Kind, isAllowed: Bool) {
        #expect(scope.allows(OperationName(operation), kind) == isAllowed)
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let refusals = desk.office.refusals {
            try desk.office.run(CreateToken.self, .init(name: "", scope: ["nothing", "uni"], days: 9999), as: leader)
        }
        #expect(refusals.compactMap(\.field) == ["name", "days", "scope", "scope"])
    }

    @Test func usingATokenForMoreIsInTheAudit() throws {
        let token = try #require(try make(["unit"], readOnly: true).token)
        let holder = try #require(try desk.desk.holder(token: token))
        #expect(!holder.mayUse("account.list", .query))
        #expect(desk.rules { try desk.desk.refuse("account.list", to: holder) } == ["E-PERM"])
        #expect(try desk.audit("account.list") == ["leader denied token"])
    }
}
