import Dispatch
import Foundation
import PluginKit

/// Hashes passwords, a few at a time: each takes much memory and a whole core for a while. Blocks the calling thread.
final class PasswordHasher: Sendable {
    private let gate: DispatchSemaphore

    /// - Parameter atOnce: how many are hashed at the same time.
    init(atOnce: Int = max(1, ProcessInfo.processInfo.activeProcessorCount / 2)) {
        gate = DispatchSemaphore(value: atOnce)
    }

    func hash(_ password: String, cost: ScryptCost) throws -> StoredPassword {
        try waiting { try StoredPassword(password, cost: cost) }
    }

    /// Whether the password is the stored one. Where there is none it takes as long and is wrong, so that nobody learns from the
    /// time which accounts there are.
    func verify(_ password: String, against stored: StoredPassword?, cost: ScryptCost) -> Bool {
        waiting {
            guard let stored else {
                let nobody = StoredPassword(cost: cost, salt: Data(repeating: 0, count: 16), key: Data(repeating: 0, count: 32))
                _ = nobody.matches(password)
                return false
            }
            return stored.matches(password)
        }
    }

    private func waiting<Result>(_ body: () throws -> Result) rethrows -> Result {
        gate.wait()
        defer { gate.signal() }
        return try body()
    }
}

/// Slot for the one hasher of a program.
enum PasswordHashers: ContributionKind {
    static let slot = "passwordHasher"
    static func key(of value: PasswordHasher) -> String { slot }
}

extension Registry {
    /// The program's hasher.
    var passwordHasher: PasswordHasher { values(PasswordHashers.self).first ?? PasswordHasher() }
}
