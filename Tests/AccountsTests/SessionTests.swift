import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import Testing

@testable import Accounts

@Suite struct SessionTests {
    let desk: SignInOffice
    let leader = Principal(account: "leader", roles: [.teamLeader])

    init() throws { desk = try SignInOffice() }

    private func isGood(_ session: StartedSession) throws -> Bool { try desk.desk.holder(session: session.token) != nil }

    @Test func aSessionInUseLastsUntilItsAbsoluteLimit() throws {
        let session = try desk.signIn()
        for _ in 1..<24 {
            desk.office.clock.advance(seconds: 30 * 60)
            #expect(try isGood(session))
        }
        desk.office.clock.advance(seconds: 30 * 60)
        #expect(try !isGood(session))
    }

    @Test func anUnusedSessionEnds() throws {
        let session = try desk.signIn()
        desk.office.clock.advance(seconds: 60 * 60 - 1)
        #expect(try isGood(session))
        desk.office.clock.advance(seconds: 60 * 60)
        #expect(try !isGood(session))
    }

    @Test func everySignInHasASessionOfItsOwn() throws {
        let first = try desk.signIn()
        let second = try desk.desk.signIn(
            "leader", password: SignInOffice.password, by: Visitor(address: "192.0.2.7", session: first.token))
        #expect(first.token != second.token)
        #expect(try !isGood(first))
        #expect(try isGood(second))
    }

    @Test func signingOutEndsTheSessionOnly() throws {
        let (here, there) = (try desk.signIn(), try desk.signIn())
        try desk.desk.signOut(session: here.token)
        #expect(try !isGood(here))
        #expect(try isGood(there))
        #expect(try desk.audit("account.signOut") == ["leader done "])
    }

    @Test func signingOutEverywhere() throws {
        let sessions = [try desk.signIn(), try desk.signIn()]
        try desk.office.run(EndSession.self, .init(), as: leader)
        for session in sessions { #expect(try !isGood(session)) }
    }

    @Test func aMadeUpTokenIsNobody() throws {
        _ = try desk.signIn()
        for token in ["", "x", String(repeating: "a", count: 43), "'; DROP TABLE accounts_session; --"] {
            #expect(try desk.desk.holder(session: token) == nil)
        }
    }

    @Test func peopleSeeTheirOwnSessionsAndKeepersThoseOfOthers() throws {
        _ = try desk.signIn()
        #expect(try desk.office.run(ListSessions.self, .init(), as: leader).rows.count == 1)
        #expect(try desk.office.run(ListSessions.self, .init(account: "leader")).rows.count == 1)
        #expect(desk.rules { _ = try desk.office.run(ListSessions.self, .init(account: "office"), as: leader) } == ["E-NOTFOUND"])
    }

    @Test func nobodyEndsTheSessionOfSomebodyElse() throws {
        let session = try desk.signIn()
        let id = try desk.office.run(ListSessions.self, .init(), as: leader).rows[0].id
        let other = Principal(account: "office", roles: [.inspector])
        #expect(desk.rules { try desk.office.run(EndSession.self, .init(session: id), as: other) } == ["E-NOTFOUND"])
        #expect(try isGood(session))
        try desk.office.run(EndSession.self, .init(session: id), as: leader)
        #expect(try !isGood(session))
    }
}
