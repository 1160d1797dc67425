import Foundation
import Persistence
import Synchronization

/// A program asked more often than its token allows.
public struct TooManyRequests: Error, Equatable {
    /// Seconds until the next request is answered.
    public let seconds: Int
}

/// How often each access token was used lately, in memory. A token may save up as many requests as it has in a minute; after that it
/// gets them evenly.
final class TokenLimiter: Sendable {
    private struct Bucket {
        var left: Double
        var at: Date
    }

    private let buckets = Mutex<[UniqueID: Bucket]>([:])
    /// Tokens above which those that were not used for a minute are forgotten: their buckets are full again.
    private static let mostTokens = 1000

    /// Takes one request from a token.
    /// - Parameter rate: how many it has in a minute.
    /// - Throws: ``TooManyRequests``.
    func take(_ token: UniqueID, rate: Int, at now: Date) throws {
        let perSecond = Double(rate) / 60
        let missing: Double = buckets.withLock { buckets in
            if buckets.count >= Self.mostTokens { buckets = buckets.filter { now < $0.value.at.addingTimeInterval(60) } }
            var bucket = buckets[token] ?? Bucket(left: Double(rate), at: now)
            bucket.left = min(Double(rate), bucket.left + max(0, now.timeIntervalSince(bucket.at)) * perSecond)
            bucket.at = now
            defer { buckets[token] = bucket }
            guard bucket.left >= 1 else { return 1 - bucket.left }
            bucket.left -= 1
            return 0
        }
        guard missing > 0 else { return }
        throw TooManyRequests(seconds: max(1, Int((missing / perSecond).rounded(.up))))
    }
}
