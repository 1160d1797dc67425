import Foundation

/// What one run of something took.
struct Lap: Sendable {
    /// Seconds on the clock.
    var wall: Double
    /// Seconds of processor time of this process, or of a child that was waited for.
    var processor: Double
}

/// Measures what runs in this process.
enum Stopwatch {
    static func time(_ body: () throws -> Void) rethrows -> Lap {
        let processor = processorSeconds()
        let clock = ContinuousClock()
        let wall = try clock.measure(body)
        return Lap(wall: wall / .seconds(1), processor: processorSeconds() - processor)
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
