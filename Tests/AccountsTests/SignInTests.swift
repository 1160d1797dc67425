import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import Testing

@testable import Accounts

@Suite struct SignInTests {
    let desk: SignInOffice

    init() throws { desk = try SignInOffice() }

    @Test func aRightPasswordOpensASession() throws {
        let session = try desk.signIn()
        let holder = try #require(try desk.desk.holder(session: session.token))
        #expect(holder.principal.account == "leader")
        #expect(holder.principal.roles == [.teamLeader])
        #expect(holder.title == "第一组组长")
        #expect(try desk.audit("account.signIn") == ["leader done "])
    }

    @Test func onlyHashesAreStored() throws {
        let session = try desk.signIn()
        let file = try desk.office.read { db in
            try String.fetchAll(db, sql: "SELECT hex(tokenHash) FROM accounts_session UNION SELECT hash FROM accounts_credential")
        }
        #expect(file.count == 2)
        #expect(!file.contains { $0.contains(session.token) || $0.contains(SignInOffice.password) })
    }

    @Test(arguments: [
        ("leader", "wrong"), ("nobody", SignInOffice.password), ("office", SignInOffice.password), ("", ""), ("leader", ""),
    ])
    func everythingElseGetsTheSameAnswer(name: String, password: String) throws {
        let refusals = desk.office.refusals { _ = try desk.signIn(name, password) }
        #expect(refusals == [AccountRules.signIn.refused()])
        #expect(try desk.audit("account.signIn").allSatisfy { $0.contains("denied") })
        #expect(try desk.audit("account.signIn").count == 1)
    }

    @Test func aNameThatIsNoAccountStaysOutOfTheAudit() throws {
        _ = desk.rules { _ = try desk.signIn("my-secret-password", "x") }
        #expect(try desk.audit("account.signIn") == ["— denied unknown"])
    }

    @Test func aDisabledAccountIsNobody() throws {
        let session = try desk.signIn()
        try desk.office.run(SetAccountState.self, .init(name: "leader", to: .disabled))
        #expect(desk.rules { _ = try desk.signIn() } == ["R-SEC-01"])
        #expect(try desk.desk.holder(session: session.token) == nil)
    }

    @Test func fiveWrongPasswordsLockForAQuarterOfAnHour() throws {
        for _ in 1...5 { #expect(desk.rules { _ = try desk.signIn("leader", "wrong") } == ["R-SEC-01"]) }
        #expect(desk.rules { _ = try desk.signIn() } == ["R-SEC-01"])
        #expect(try desk.audit("account.signIn").last == "leader denied locked")
        desk.office.clock.advance(seconds: 15 * 60 - 1)
        #expect(desk.rules { _ = try desk.signIn() } == ["R-SEC-01"])
        desk.office.clock.advance(seconds: 1)
        _ = try desk.signIn()
    }

    @Test func fourWrongPasswordsAreForgottenAfterARightOne() throws {
        for _ in 1...2 {
            for _ in 1...4 { _ = desk.rules { _ = try desk.signIn("leader", "wrong") } }
            _ = try desk.signIn()
        }
    }

    @Test func howManyAreTooManyIsASetting() throws {
        try desk.office.run(DecideSetting.self, .init(setting: "accounts.lockAfter", value: 2, reason: "试验"))
        for _ in 1...2 { _ = desk.rules { _ = try desk.signIn("leader", "wrong") } }
        #expect(desk.rules { _ = try desk.signIn() } == ["R-SEC-01"])
    }

    @Test func anAddressThatFailsTooOftenHasToWait() throws {
        try desk.office.run(DecideSetting.self, .init(setting: "accounts.addressAttempts", value: 3, reason: "试验"))
        for number in 1...3 { _ = desk.rules { _ = try desk.signIn("nobody\(number)", "wrong") } }
        for _ in 1...2 {
            #expect(throws: TooManyAttempts.self) { try desk.signIn() }
        }
        #expect(try desk.audit("account.signIn").filter { $0.hasSuffix("tooMany") }.count == 1)
        _ = try desk.signIn(from: "192.0.2.8")
        desk.office.clock.advance(seconds: 601)
        _ = try desk.signIn()
    }

    @Test func aStrongerHashTakesThePlaceOfAWeakerOne() throws {
        try desk.office.run(DecideSetting.self, .init(setting: "accounts.hashCost", value: 11, reason: "试验"))
        _ = try desk.signIn()
        let hash = try desk.office.read { try String.fetchOne($0, sql: "SELECT hash FROM accounts_credential") }
        #expect(hash?.hasPrefix("$scrypt$ln=11,r=8,p=1$") == true)
        _ = try desk.signIn()
    }

    @Test func theChainStaysSound() throws {
        _ = try desk.signIn()
        _ = desk.rules { _ = try desk.signIn("leader", "wrong") }
        _ = try desk.office.read { try AuditChain.verify($0) }
    }
}
