#if OptimalTeams
    /// A linear problem with whole-number columns, to be minimised, as it is being written down.
    struct LinearProblem {
        struct Column {
            var low: Double
            var high: Double
            var cost: Double
            var isWhole: Bool
            var entries: [(row: Int, factor: Double)] = []
        }

        private(set) var columns: [Column] = []
        private(set) var rows: [(low: Double, high: Double)] = []

        /// Adds a column and says its number.
        mutating func column(_ range: ClosedRange<Double>, cost: Double = 0, isWhole: Bool) -> Int {
            columns.append(Column(low: range.lowerBound, high: range.upperBound, cost: cost, isWhole: isWhole))
            return columns.count - 1
        }

        /// Adds the demand that a sum of columns lies in a range.
        mutating func row(_ range: ClosedRange<Double>, _ terms: [(column: Int, factor: Double)]) {
            for term in terms { columns[term.column].entries.append((rows.count, term.factor)) }
            rows.append((range.lowerBound, range.upperBound))
        }

        mutating func row(_ range: ClosedRange<Double>, sumOf columns: [Int]) { row(range, columns.map { ($0, 1) }) }

        /// The same problem without these columns, all of which must be allowed to be 0, and the numbers of those that are left.
        func without(_ isLeftOut: (Int) -> Bool) -> (problem: LinearProblem, kept: [Int]) {
            var smaller = self
            let kept = columns.indices.filter { !isLeftOut($0) }
            smaller.columns = kept.map { columns[$0] }
            return (smaller, kept)
        }
    }
#endif
