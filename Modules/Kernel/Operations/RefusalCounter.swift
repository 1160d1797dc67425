import Foundation
import PluginKit
import Synchronization

/// Keeps a flood of refusals from filling the file: of each account, the first few of a minute are noted one by one; the others are
/// counted and noted together once the minute is over ([0040](../../../docs/decisions/0040-refusals-in-the-audit.md)).
final class RefusalCounter: Sendable {
    /// Refusals that were counted and not noted.
    struct Rest {
        var principal: Principal
        var count: Int
    }

    private struct Minute {
        var principal: Principal
        var number: Int
        var noted = 0
        var left = 0
    }

    private let minutes = Mutex<[String: Minute]>([:])

    /// Counts one refusal.
    /// - Parameter limit: how many of an account are noted in a minute.
    /// - Returns: whether it is to be noted, and what was left over from the account's earlier minute.
    func count(_ principal: Principal, at now: Date, limit: Int) -> (isNoted: Bool, rest: Rest?) {
        minutes.withLock { minutes in
            let number = Self.number(now)
            var minute = minutes[principal.account] ?? Minute(principal: principal, number: number)
            var rest: Rest?
            if minute.number != number {
                rest = Self.rest(of: minute)
                minute = Minute(principal: principal, number: number)
            }
            let isNoted = minute.noted < limit
            if isNoted { minute.noted += 1 } else { minute.left += 1 }
            minutes[principal.account] = minute
            return (isNoted, rest)
        }
    }

    /// What was left over from minutes that are over, or from all of them; it is forgotten here.
    func rests(before now: Date?) -> [Rest] {
        minutes.withLock { minutes in
            let ended = minutes.filter { _, minute in now.map { minute.number != Self.number($0) } ?? true }
            for account in ended.keys { minutes[account] = nil }
            return ended.values.compactMap(Self.rest).sorted { $0.principal.account < $1.principal.account }
        }
    }

    private static func number(_ now: Date) -> Int { Int(now.timeIntervalSince1970 / 60) }

    private static func rest(of minute: Minute) -> Rest? {
        minute.left > 0 ? Rest(principal: minute.principal, count: minute.left) : nil
    }
}

/// What varies from office to office in the kernel itself.
enum KernelSettings {
    /// Refusals of one account that the audit names one by one in a minute.
    static let refusals = Setting(
        "kernel.refusalsPerMinute", standard: 20, in: 1...1000, source: "design", keepers: [.administrator, .securityManager])
    static let all = [refusals]
}
