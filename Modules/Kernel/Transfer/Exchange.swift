import CLibcurl
import CTransfer
import Foundation
import PluginKit

/// One request to one address, by libcurl. No redirect is followed here.
final class Exchange {
    /// What came back beside the body.
    struct Result {
        var code: Int32
        var status: Int
        var location: String
        var contentType: String
        var retryAfter: Int

        var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) && !location.isEmpty }
    }

    private(set) var body = Data()
    private let address: WebAddress
    private let credential: TransferCredential?
    private let policy: TransferPolicy
    private let limits: TransferLimits
    private let isPublic: @Sendable ([UInt8]) -> Bool
    private var isTooLarge = false
    private var isRefusedAddress = false

    /// Once for the process.
    private static let isReady = ctransfer_prepare() == 0

    init(_ address: WebAddress, credential: TransferCredential?, _ transfer: Transfer) {
        self.address = address
        self.credential = credential
        policy = transfer.policy
        limits = transfer.limits
        isPublic = transfer.isPublic
    }

    func perform() -> Result {
        guard Self.isReady else { return Result(code: -1, status: 0, location: "", contentType: "", retryAfter: 0) }
        let authorisation = credential.map { "Authorization: Bearer \($0.token)" }
        return address.text.withCString { url in
            (policy.allowsPlainHTTP ? "https,http" : "https").withCString { schemes in
                Self.withOptional(authorisation) { authorisation in
                    Self.withOptional(policy.certificates) { certificates in
                        var request = CTransferRequest(
                            url: url, schemes: schemes, authorisation: authorisation, certificates: certificates,
                            connectMilliseconds: Int(limits.connectSeconds * 1000),
                            totalMilliseconds: Int(limits.totalSeconds * 1000), mostBytes: Int64(limits.bytes))
                        return perform(&request)
                    }
                }
            }
        }
    }

    private func perform(_ request: inout CTransferRequest) -> Result {
        var hooks = CTransferHooks(
            context: Unmanaged.passUnretained(self).toOpaque(),
            receive: { context, bytes, count in Exchange.of(context)?.receive(bytes, count) ?? false },
            admits: { context, address, count in Exchange.of(context)?.admits(address, count) ?? false })
        var result = ctransfer_perform(&request, &hooks)
        return Result(
            code: result.code, status: result.status, location: Self.text(&result.redirect),
            contentType: Self.text(&result.type), retryAfter: Int(result.retryAfter))
    }

    /// What we ourselves refused during the exchange; nil where the fault, if any, is the other side's.
    func refusal(_ result: Result) -> Refusal? {
        if isRefusedAddress, result.code != 0 {
            return TransferRules.notAllowed.refused("privateAddress", field: "address", ["host": .text(address.host)])
        }
        if isTooLarge || result.code == Int32(bitPattern: CURLE_FILESIZE_EXCEEDED.rawValue) {
            return TransferRules.failed.refused("tooLarge", ["host": .text(address.host), "most": "\(limits.bytes)"])
        }
        return nil
    }

    private func receive(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
        guard let bytes else { return count == 0 }
        guard body.count + count <= limits.bytes else {
            isTooLarge = true
            return false
        }
        body.append(bytes, count: count)
        return true
    }

    /// A name may have several addresses; libcurl goes on to the next one where the first is not admitted, and what counts is the end.
    private func admits(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
        guard let bytes else { return false }
        let isAdmitted = policy.allowsPrivateAddresses || isPublic(Array(UnsafeBufferPointer(start: bytes, count: count)))
        isRefusedAddress = !isAdmitted
        return isAdmitted
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Exchange? {
        context.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func withOptional<R>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> R) -> R {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }

    /// The text of a C array of characters.
    private static func text<Characters>(_ characters: inout Characters) -> String {
        withUnsafeBytes(of: &characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
