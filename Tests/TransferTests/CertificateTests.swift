import Foundation
import PluginKit
import Testing

@testable import Transfer

/// Over TLS, with certificates made for the test.
@Suite struct CertificateTests {
    let credential = TransferCredential("TOKEN", in: ["TOKEN": "top-secret"])

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? any UserFacingError)?.refusals.first?.message.key
        }
    }

    private func transfer(trusting server: MisbehavingServer?) -> Transfer {
        Transfer(
            policy: TransferPolicy(allowsPlainHTTP: true, allowsPrivateAddresses: true, certificates: server?.certificate),
            limits: TransferLimits(attempts: 2), pause: { _ in })
    }

    @Test func onlyATrustedCertificateForTheHostIsAccepted() throws {
        let server = try MisbehavingServer(certifiedFor: "localhost")
        #expect(
            String(decoding: try transfer(trusting: server).fetch(server.address("echo", host: "localhost")).data, as: UTF8.self)
                == "none")
        #expect(
            refusal { _ = try transfer(trusting: nil).fetch(server.address("ok", host: "localhost")) }
                == "E-TRANSFER.refusal.certificate")
        let other = try MisbehavingServer(certifiedFor: "other.example")
        #expect(
            refusal { _ = try transfer(trusting: other).fetch(other.address("ok", host: "localhost")) }
                == "E-TRANSFER.refusal.certificate")
    }

    @Test func aCredentialGoesToItsOwnHostOnly() throws {
        let server = try MisbehavingServer(certifiedFor: "localhost")
        let plain = try MisbehavingServer()
        let transfer = transfer(trusting: server)
        func body(_ path: String) throws -> String {
            String(
                decoding: try transfer.fetch(server.address(path, host: "localhost"), credential: credential).data, as: UTF8.self)
        }
        #expect(try body("echo") == "Bearer top-secret")
        #expect(try body("to?/echo") == "Bearer top-secret")
        #expect(try body("to?\(plain.address("echo"))") == "none")
    }

    @Test func aCredentialIsNeverShown() throws {
        let credential = try #require(credential)
        var dumped = ""
        dump(credential, to: &dumped)
        for text in ["\(credential)", String(reflecting: credential), dumped] { #expect(!text.contains("secret")) }
        #expect(TransferCredential("TOKEN", in: [:]) == nil)
        #expect(TransferCredential("TOKEN", in: ["TOKEN": ""]) == nil)
        #expect(TransferCredential("TOKEN", in: ["TOKEN": "a\r\nX-Other: b"]) == nil)
    }
}
