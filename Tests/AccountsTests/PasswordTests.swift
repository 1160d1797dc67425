import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import Testing

@testable import Accounts

@Suite struct PasswordTests {
    let desk: SignInOffice
    let leader = Principal(account: "leader", roles: [.teamLeader])
    let cheap = ScryptCost(logN: 10, blockSize: 8, passes: 1)

    init() throws { desk = try SignInOffice() }

    @Test func aHashReadsBackAndKnowsItsPassword() throws {
        let stored = try StoredPassword("密码 pass-Word-1", cost: cheap)
        let read = try #require(StoredPassword(text: stored.text))
        #expect(read == stored)
        #expect(read.matches("密码 pass-Word-1"))
        #expect(!read.matches("密码 pass-Word-2"))
        #expect(try StoredPassword("密码 pass-Word-1", cost: cheap).text != stored.text)
    }

    /// RFC 7914, section 12: the test vector for N = 1024, r = 8, p = 16.
    @Test func theKeyIsThatOfTheStandard() {
        let key = "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        let stored = StoredPassword(
            cost: ScryptCost(logN: 10, blockSize: 8, passes: 16), salt: Data("NaCl".utf8), key: Data(hexadecimal: key))
        #expect(stored.matches("password"))
    }

    @Test(arguments: [
        "", "$scrypt$", "$argon2id$ln=1,r=8,p=1$AAAA$AAAA", "$scrypt$ln=30,r=8,p=1$AAAA$" + Data(count: 32).base64EncodedString(),
        "$scrypt$ln=10,r=8,p=1$AAAA$AAAA", "$scrypt$ln=10,r=8$AAAA$" + Data(count: 32).base64EncodedString(),
    ])
    func aHashThatIsNoneIsNotRead(text: String) {
        #expect(StoredPassword(text: text) == nil)
    }

    @Test(arguments: [
        ("Kestrel-47", true), ("kestrel-47", true), ("kestrel47x", false), ("kestrel long enough", true), ("Short-1", false),
        ("my-Leader-pass-1", false), ("aaaaaaaaaaaaaaaaaaaa", false), ("巡察工作管理系统的密码很长很长", true),
    ])
    func passwordsAreStrong(password: String, isStrong: Bool) {
        #expect(
            PasswordStrength.refusals(password, account: "leader", policy: SignInPolicy(), field: "new").isEmpty == isStrong)
    }

    @Test func aPersonChangesTheirOwn() throws {
        let session = try desk.signIn()
        try desk.office.run(
            ChangePassword.self, .init(current: Secret(SignInOffice.password), new: Secret("Heron-88-lake")), as: leader)
        #expect(try desk.desk.holder(session: session.token) == nil)
        #expect(desk.rules { _ = try desk.signIn() } == ["R-SEC-01"])
        _ = try desk.signIn("leader", "Heron-88-lake")
    }

    @Test func aWrongPresentPasswordCountsAndLocks() throws {
        for _ in 1...5 {
            let refusals = desk.office.refusals {
                try desk.office.run(
                    ChangePassword.self, .init(current: Secret("wrong"), new: Secret("Heron-88-lake")), as: leader)
            }
            #expect(refusals.map(\.field) == ["current"])
        }
        #expect(desk.rules { _ = try desk.signIn() } == ["R-SEC-01"])
        #expect(try desk.audit("account.password").allSatisfy { $0 == "leader denied " })
        #expect(try desk.audit("account.password").count == 5)
    }

    @Test func theOldPasswordAndAWeakNewOneAreAskedForTogether() {
        let refusals = desk.office.refusals {
            try desk.office.run(ChangePassword.self, .init(current: nil, new: Secret("weak")), as: leader)
        }
        #expect(Set(refusals.compactMap(\.field)) == ["current", "new"])
    }

    @Test func aSecretIsNeverWrittenOut() throws {
        let secret = Secret("Heron-88-lake")
        var dumped = ""
        dump(secret, to: &dumped)
        let encoded = String(decoding: try JSONEncoder().encode(["secret": secret]), as: UTF8.self)
        for text in ["\(secret)", String(reflecting: secret), dumped, encoded] { #expect(!text.contains("Heron")) }
    }

    @Test func theFormsKnowWhatIsSecret() throws {
        let operation = try #require(desk.office.registry.operation("account.password"))
        #expect(operation.fields().map(\.isSecret) == [true, true])
        #expect(operation.fields().map(\.name) == ["current", "new"])
    }
}

extension Data {
    fileprivate init(hexadecimal: String) {
        let digits = Array(hexadecimal)
        self.init(stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) })
    }
}
