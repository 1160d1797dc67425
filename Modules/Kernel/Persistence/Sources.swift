import Foundation
import Synchronization

/// Where the time comes from; injected, so that a test or the demo can fix it.
public struct TimeSource: Sendable {
    public let now: @Sendable () -> Date

    public init(now: @escaping @Sendable () -> Date) {
        self.now = now
    }

    public static let system = TimeSource { Date() }

    /// Starts at an instant and moves on by one step at every reading.
    public static func stepping(from start: Date, by step: TimeInterval = 1) -> TimeSource {
        let clock = Mutex(start)
        return TimeSource {
            clock.withLock { instant in
                instant.addTimeInterval(step)
                return instant
            }
        }
    }
}

/// Where ids come from: rising UUIDv7 values.
public final class IDSource: Sendable {
    private struct State {
        var milliseconds: UInt64 = 0
        var counter: UInt16 = 0
    }

    private let time: TimeSource
    private let random: @Sendable () -> UInt64
    private let state = Mutex(State())

    /// - Parameter random: 62 random bits for each id; the system's generator unless a test fixes it.
    public init(time: TimeSource, random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }) {
        self.time = time
        self.random = random
    }

    /// A source that gives the same ids in the same order every time.
    public static func repeatable(time: TimeSource, seed: UInt64) -> IDSource {
        let state = Mutex(seed)
        return IDSource(time: time) {
            state.withLock { value in
                value &+= 0x9E37_79B9_7F4A_7C15
                var mixed = value
                mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
                return mixed ^ mixed >> 31
            }
        }
    }

    /// A new id, greater than every one before it from this source.
    public func next() -> UniqueID {
        let now = UInt64(max(0, time.now().timeIntervalSince1970 * 1000))
        let (milliseconds, counter) = state.withLock { state in
            if now > state.milliseconds {
                state.milliseconds = now
                state.counter = 0
            } else if state.counter == 0x0FFF {
                state.milliseconds += 1
                state.counter = 0
            } else {
                state.counter += 1
            }
            return (state.milliseconds, state.counter)
        }
        return UniqueID(milliseconds: milliseconds, counter: counter, random: random())
    }
}
