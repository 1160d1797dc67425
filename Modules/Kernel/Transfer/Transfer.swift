import Foundation
import PluginKit

/// Fetches files from other systems over HTTPS, carefully: what may be reached is a policy, what comes back has limits, and what
/// fails for a moment is tried again.
///
/// ```swift
/// let reply = try Transfer(environment: environment).fetch("https://example.org/export.csv", credential: credential)
/// ```
public struct Transfer: Sendable {
    public let policy: TransferPolicy
    public let limits: TransferLimits
    private let pause: @Sendable (Double) -> Void
    /// Tests let one address of this machine stand for the public network.
    var isPublic: @Sendable ([UInt8]) -> Bool = PublicAddress.isPublic

    /// - Parameter pause: waits some seconds before another attempt.
    public init(
        policy: TransferPolicy = TransferPolicy(), limits: TransferLimits = TransferLimits(),
        pause: @escaping @Sendable (Double) -> Void = { Thread.sleep(forTimeInterval: $0) }
    ) {
        self.policy = policy
        self.limits = limits
        self.pause = pause
    }

    /// With what the machine's environment allows.
    public init(environment: [String: String]) {
        self.init(policy: TransferPolicy(environment: environment))
    }

    /// What came back.
    public struct Reply: Sendable {
        public var data: Data
        /// As the server states it; empty where it does not.
        public var contentType: String
        public var attempts: Int
    }

    /// Fetches a file. The credential goes to the address itself only: not over plain HTTP and not along a redirect to elsewhere.
    /// - Throws: `E-VAL` or `E-TRANSFER-DENIED` for what we do not do, `E-TRANSFER` for what failed, after the last attempt.
    public func fetch(_ address: String, credential: TransferCredential? = nil) throws -> Reply {
        let start = try WebAddress(address, policy: policy)
        if credential != nil, start.scheme != "https" {
            throw TransferRules.notAllowed.refused("plainCredential", field: "address", ["host": .text(start.host)])
        }
        var wait = limits.pauseSeconds
        for attempt in 1... {
            switch try follow(start, credential) {
            case .done(let data, let type): return Reply(data: data, contentType: type, attempts: attempt)
            case .failed(let refusal, let retryAfter):
                guard let retryAfter, attempt < limits.attempts else { throw refusal }
                pause(min(max(wait, retryAfter), limits.longestPauseSeconds))
                wait *= 2
            }
        }
        throw TransferRules.failed.refused()
    }

    /// How one attempt ended.
    private enum Outcome {
        case done(Data, String)
        /// With the seconds the server asks to wait; nil where another attempt would end the same way.
        case failed(Refusal, retryAfter: Double?)
    }

    /// One attempt, along its redirects.
    private func follow(_ start: WebAddress, _ credential: TransferCredential?) throws -> Outcome {
        var address = start
        var seen: Set<WebAddress> = []
        for _ in 0...limits.redirects {
            guard seen.insert(address).inserted else {
                return .failed(failure("redirectLoop", address), retryAfter: nil)
            }
            let exchange = Exchange(address, credential: address.isSameOrigin(as: start) ? credential : nil, self)
            let result = exchange.perform()
            if let refusal = exchange.refusal(result) { throw refusal }
            guard result.code == 0 else { return trouble(result.code, address) }
            if result.status == 200 { return .done(exchange.body, result.contentType) }
            guard result.isRedirect else { return unexpected(result, address) }
            address = try WebAddress(result.location, policy: policy)
        }
        return .failed(failure("redirects", address, ["most": "\(limits.redirects)"]), retryAfter: nil)
    }

    private func unexpected(_ result: Exchange.Result, _ address: WebAddress) -> Outcome {
        let isPassing = result.status == 429 || (500...599).contains(result.status)
        return .failed(
            failure("status", address, ["status": "\(result.status)"]), retryAfter: isPassing ? Double(result.retryAfter) : nil)
    }

    private func trouble(_ code: Int32, _ address: WebAddress) -> Outcome {
        let trouble = Trouble(code)
        return .failed(failure(trouble.word, address, ["code": "\(code)"]), retryAfter: trouble.isPassing ? 0 : nil)
    }

    private func failure(_ variant: String, _ address: WebAddress, _ more: [String: Message.Argument] = [:]) -> Refusal {
        TransferRules.failed.refused(variant, more.merging(["host": .text(address.host)]) { own, _ in own })
    }
}
