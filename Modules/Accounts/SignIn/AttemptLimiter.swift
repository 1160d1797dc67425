import Foundation
import PluginKit
import Synchronization

/// An address that failed too often has to wait.
public struct TooManyAttempts: UserFacingError {
    /// Seconds until it may try again.
    public let seconds: Int
    public var refusals: [Refusal] { [AccountRules.signIn.refused("tooMany", ["minutes": "\((seconds + 59) / 60)"])] }
}

/// Counts failed attempts by network address, in memory.
final class AttemptLimiter: Sendable {
    private struct Window {
        var start: Date
        var failures: Int
        var isNoted = false
    }

    private let windows = Mutex<[String: Window]>([:])
    private static let mostAddresses = 10_000

    /// - Parameter note: told once in every window that somebody was turned away.
    /// - Throws: ``TooManyAttempts``.
    func check(_ address: String, _ policy: SignInPolicy, at now: Date, note: () throws -> Void) throws {
        let length = Double(policy[.addressMinutes]) * 60
        let (wait, isFirst): (Double?, Bool) = windows.withLock { windows in
            guard let window = windows[address], now < window.start.addingTimeInterval(length),
                window.failures >= policy[.addressAttempts]
            else { return (nil, false) }
            windows[address]?.isNoted = true
            return (window.start.addingTimeInterval(length).timeIntervalSince(now), !window.isNoted)
        }
        guard let wait else { return }
        if isFirst { try note() }
        throw TooManyAttempts(seconds: max(1, Int(wait.rounded(.up))))
    }

    func noteFailure(_ address: String, _ policy: SignInPolicy, at now: Date) {
        let length = Double(policy[.addressMinutes]) * 60
        windows.withLock { windows in
            if windows.count >= Self.mostAddresses {
                windows = windows.filter { now < $0.value.start.addingTimeInterval(length) }
            }
            var window = windows[address] ?? Window(start: now, failures: 0)
            if now >= window.start.addingTimeInterval(length) { window = Window(start: now, failures: 0) }
            window.failures += 1
            windows[address] = window
        }
    }
}
