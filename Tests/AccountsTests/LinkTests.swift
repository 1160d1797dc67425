import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import Testing

@testable import Accounts

@Suite struct LinkTests {
    let desk: SignInOffice
    let visitor = Visitor(address: "192.0.2.9")
    let password = "Heron-88-lake"

    init() throws { desk = try SignInOffice() }

    private func token(_ link: String) -> String { String(link.split(separator: "=").last ?? "") }

    @Test func aNewFileNeedsSettingUpUntilSomebodyHasAPassword() throws {
        try desk.office.dispatcher.store.write(owner: "accounts") { try $0.execute(sql: "DELETE FROM accounts_credential") }
        #expect(try desk.desk.needsSetUp())
        let link = try desk.desk.makeSetUpLink()
        #expect(link.hasPrefix("/set-up?token="))
        let session = try desk.desk.redeem(link: token(link), password: password, by: visitor)
        #expect(session.holder.principal.account == "office")
        #expect(try !desk.desk.needsSetUp())
    }

    @Test func aLinkWorksOnce() throws {
        let link = token(try desk.office.run(InviteAccount.self, .init(name: "leader")).row.link)
        #expect(try desk.desk.account(ofLink: link)?.name == "leader")
        _ = try desk.desk.redeem(link: link, password: password, by: visitor)
        #expect(try desk.desk.account(ofLink: link) == nil)
        #expect(desk.rules { _ = try desk.desk.redeem(link: link, password: password, by: visitor) } == ["R-SEC-06"])
        _ = try desk.signIn("leader", password)
    }

    @Test func aLinkRunsOut() throws {
        let link = token(try desk.office.run(InviteAccount.self, .init(name: "leader")).row.link)
        desk.office.clock.advance(seconds: 72 * 3600)
        #expect(desk.rules { _ = try desk.desk.redeem(link: link, password: password, by: visitor) } == ["R-SEC-06"])
    }

    @Test func aNewLinkTakesThePlaceOfTheOld() throws {
        let links = try (1...2).map { _ in token(try desk.office.run(InviteAccount.self, .init(name: "leader")).row.link) }
        #expect(desk.rules { _ = try desk.desk.redeem(link: links[0], password: password, by: visitor) } == ["R-SEC-06"])
        _ = try desk.desk.redeem(link: links[1], password: password, by: visitor)
    }

    @Test func aWeakPasswordLeavesTheLinkGood() throws {
        let link = token(try desk.office.run(InviteAccount.self, .init(name: "leader")).row.link)
        #expect(desk.rules { _ = try desk.desk.redeem(link: link, password: "weak", by: visitor) }.contains("E-VAL"))
        _ = try desk.desk.redeem(link: link, password: password, by: visitor)
    }

    @Test func aLinkEndsSessionsAndOpensALock() throws {
        let session = try desk.signIn()
        for _ in 1...5 { _ = desk.rules { _ = try desk.signIn("leader", "wrong") } }
        let link = token(try desk.office.run(InviteAccount.self, .init(name: "leader")).row.link)
        _ = try desk.desk.redeem(link: link, password: password, by: visitor)
        #expect(try desk.desk.holder(session: session.token) == nil)
        _ = try desk.signIn("leader", password)
    }

    @Test func guessingLinksMakesAnAddressWait() throws {
        try desk.office.run(DecideSetting.self, .init(setting: "accounts.addressAttempts", value: 2, reason: "试验"))
        for _ in 1...2 { _ = desk.rules { _ = try desk.desk.redeem(link: "x", password: password, by: visitor) } }
        #expect(throws: TooManyAttempts.self) { try desk.desk.redeem(link: "x", password: password, by: visitor) }
    }

    @Test func scriptsMakeAFirstAccount() throws {
        let weak = try desk.desk.ensureAccount("demo", password: "demo")
        #expect(!weak.isEmpty)
        #expect(try desk.signIn("demo", "demo").holder.principal.roles == [.administrator, .inspectionOffice])
        _ = try desk.desk.ensureAccount("demo", password: "other")
        _ = try desk.signIn("demo", "demo")
        #expect(desk.rules { _ = try desk.desk.ensureAccount("1", password: "x") } == ["E-VAL"])
    }
}
