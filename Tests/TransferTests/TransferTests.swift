import Foundation
import PluginKit
import Synchronization
import Testing

@testable import Transfer

/// Pauses that were asked for; nobody sleeps.
final class Pauses: Sendable {
    private let noted = Mutex<[Double]>([])
    var all: [Double] { noted.withLock { $0 } }
    func note(_ seconds: Double) { noted.withLock { $0.append(seconds) } }
}

/// Against a server on this machine that misbehaves.
@Suite struct TransferTests {
    let server: MisbehavingServer
    let pauses = Pauses()

    init() throws { server = try MisbehavingServer() }

    private func transfer(
        _ policy: TransferPolicy = TransferPolicy(allowsPlainHTTP: true, allowsPrivateAddresses: true), seconds: Double = 20,
        bytes: Int = 100_000
    ) -> Transfer {
        let pauses = pauses
        return Transfer(
            policy: policy,
            limits: TransferLimits(connectSeconds: 5, totalSeconds: seconds, bytes: bytes, redirects: 3, attempts: 3),
            pause: { pauses.note($0) })
    }

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? any UserFacingError)?.refusals.first?.message.key
        }
    }

    @Test func aFileComesWhole() throws {
        let reply = try transfer().fetch(server.address("ok"))
        #expect(String(decoding: reply.data, as: UTF8.self).hasPrefix("姓名,活动,日期,学时\n"))
        #expect(reply.contentType == "text/csv; charset=utf-8")
        #expect(reply.attempts == 1)
        #expect(pauses.all == [])
    }

    @Test(arguments: [
        ("cut", "cut", 3), ("nothing", "cut", 3), ("status/500", "status", 3), ("status/503", "status", 3),
        ("status/404", "status", 1),
        ("status/204", "status", 1), ("loop", "redirectLoop", 1), ("chain/9", "redirects", 1), ("declared", "tooLarge", 1),
        ("huge", "tooLarge", 1), ("garbage", "other", 1),
    ])
    func whatFailsIsToldAndTriedAgainWhereThatMayHelp(path: String, variant: String, attempts: Int) throws {
        let found = refusal { _ = try transfer().fetch(server.address(path)) }
        #expect(found == "E-TRANSFER.refusal.\(variant)")
        #expect(pauses.all == Array([1, 2].prefix(attempts - 1)))
    }

    @Test(arguments: ["slow", "silent"])
    func aServerThatDoesNotFinishIsLeft(path: String) throws {
        let found = refusal { _ = try transfer(seconds: 0.2).fetch(server.address(path)) }
        #expect(found == "E-TRANSFER.refusal.timeout")
        #expect(pauses.all == [1, 2])
    }

    @Test func whatWorksAtTheThirdAttemptIsTaken() throws {
        let reply = try transfer().fetch(server.address("after/2"))
        #expect(String(decoding: reply.data, as: UTF8.self) == "at last")
        #expect(reply.attempts == 3)
        #expect(refusal { _ = try transfer().fetch(server.address("after/3")) } == "E-TRANSFER.refusal.status")
    }

    @Test func halfABodyIsNeverTakenForTheWhole() throws {
        let reply = try transfer().fetch(server.address("cutonce"))
        #expect(String(decoding: reply.data, as: UTF8.self) == "whole")
    }

    @Test(arguments: [("7", [7.0, 7]), ("0", [1, 2]), ("86400", [30, 30])])
    func aServerThatAsksToWaitIsWaitedForWithinReason(asked: String, expected: [Double]) throws {
        _ = refusal { _ = try transfer().fetch(server.address("busy/\(asked)")) }
        #expect(pauses.all == expected)
    }

    @Test func redirectsAreFollowed() throws {
        let reply = try transfer().fetch(server.address("chain/3"))
        #expect(String(decoding: reply.data, as: UTF8.self) == "end")
    }

    @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "0.0.0.0", "10.0.0.1", "169.254.169.254"])
    func nothingPrivateIsReachedUnlessAllowed(host: String) throws {
        let strict = transfer(TransferPolicy(allowsPlainHTTP: true))
        let found = refusal { _ = try strict.fetch(server.address("ok", host: host)) }
        #expect(found == "E-TRANSFER-DENIED.refusal.privateAddress")
        #expect(pauses.all == [])
    }

    /// 127.0.0.1 stands for the public network, and sends us to another address of this machine.
    @Test func aRedirectDoesNotLeadToAPrivateAddress() throws {
        var strict = transfer(TransferPolicy(allowsPlainHTTP: true))
        strict.isPublic = { $0 == [127, 0, 0, 1] }
        #expect(String(decoding: try strict.fetch(server.address("chain/1")).data, as: UTF8.self) == "end")
        let inward = server.address("to?http://127.0.0.2:\(server.port)/ok")
        #expect(refusal { _ = try strict.fetch(inward) } == "E-TRANSFER-DENIED.refusal.privateAddress")
        #expect(refusal { _ = try transfer().fetch(server.address("to?file:///etc/passwd")) } == "E-VAL.refusal.webAddress")
        #expect(
            refusal { _ = try transfer().fetch(server.address("to?http://a:b@127.0.0.1/")) }
                == "E-TRANSFER-DENIED.refusal.credentials")
    }

    @Test(arguments: [
        ("http://example.org/", "E-TRANSFER-DENIED.refusal.plain"),
        ("https://a:b@example.org/", "E-TRANSFER-DENIED.refusal.credentials"),
        ("file:///etc/passwd", "E-VAL.refusal.webAddress"), ("ftp://example.org/", "E-VAL.refusal.webAddress"),
        ("https://", "E-VAL.refusal.webAddress"), ("https://example.org/\r\nX: y", "E-VAL.refusal.webAddress"),
        ("", "E-VAL.refusal.webAddress"),
    ])
    func anAddressThatWeDoNotUseIsRefused(address: String, expected: String) {
        #expect(refusal { _ = try Transfer().fetch(address) } == expected)
    }

    @Test func nobodyThereIsTold() throws {
        let port = server.port
        let gone = try MisbehavingServer().port
        #expect(gone != port)
        #expect(refusal { _ = try transfer().fetch("http://127.0.0.1:\(gone)/") } == "E-TRANSFER.refusal.unreachable")
        #expect(pauses.all == [1, 2])
    }

    @Test func aCredentialDoesNotGoOverPlainHTTP() throws {
        let credential = try #require(TransferCredential("TOKEN", in: ["TOKEN": "secret"]))
        let found = refusal { _ = try transfer().fetch(server.address("echo"), credential: credential) }
        #expect(found == "E-TRANSFER-DENIED.refusal.plainCredential")
    }
}
