/// Ours and the floor, measured by turns, so that a busy machine slows both.
struct Trial: Sendable {
    var ours: [Lap] = []
    var floor: [Lap] = []

    /// Runs both by turns. The first turn warms up and is not counted.
    /// - Parameters:
    ///   - ours: gets the number of the turn, 0 for the warm-up.
    ///   - floor: the same.
    init(turns: Int, ours: (Int) throws -> Lap, floor: (Int) throws -> Lap) rethrows {
        for turn in 0...turns {
            let laps = turn % 2 == 0 ? (try ours(turn), try floor(turn)) : Self.swapped(try floor(turn), try ours(turn))
            guard turn > 0 else { continue }
            self.ours.append(laps.0)
            self.floor.append(laps.1)
        }
    }

    private static func swapped(_ floor: Lap, _ ours: Lap) -> (Lap, Lap) { (ours, floor) }

    /// Ours divided by the floor, turn by turn.
    var ratios: Spread { Spread(zip(ours, floor).map { $0.wall / $1.wall }) }
    var processorRatios: Spread { Spread(zip(ours, floor).map { $0.processor / $1.processor }) }
}

/// A median with the quarters around it.
struct Spread: Sendable, Encodable {
    var median: Double
    /// A quarter of the turns lies below.
    var low: Double
    /// A quarter of the turns lies above.
    var high: Double

    init(_ values: [Double]) {
        let sorted = values.filter { $0.isFinite }.sorted()
        func quantile(_ part: Double) -> Double {
            guard let last = sorted.indices.last else { return .nan }
            let place = part * Double(last)
            let below = Int(place)
            let above = min(below + 1, last)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        median = quantile(0.5)
        low = quantile(0.25)
        high = quantile(0.75)
    }
}
