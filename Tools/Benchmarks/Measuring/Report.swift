import Foundation

/// The figures as a table for people and as JSON for programs.
struct Report: Encodable {
    var system: System
    var figures: [Figure]
    var levels: [Level] = []

    /// What the figures were taken on.
    struct System: Encodable {
        var operatingSystem = ProcessInfo.processInfo.operatingSystemVersionString
        var processors = ProcessInfo.processInfo.activeProcessorCount
        /// Load average of the last minute; above the number of processors the figures are noisy.
        var load: Double
        var isOptimised: Bool

        init() {
            var loads = [Double](repeating: 0, count: 3)
            load = getloadavg(&loads, 3) > 0 ? loads[0] : 0
            var optimised = true
            assert(
                {
                    optimised = false; return true
                }())
            isOptimised = optimised
        }
    }

    var table: String {
        let head = ["figure", "ours", "floor", "ratio", "(quarters)", "processor", "goal", ""]
        let lines = [head] + figures.map(Self.cells)
        let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        let rows = lines.map { line in
            zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        }
        let state = system.isOptimised ? "release" : "DEBUG: figures mean nothing"
        let heights = levels.map { level in
            let goal = "<= \(level.most.rounded(1))  \(level.isMet ? "met" : "MISSED")"
            return "\(level.name)  \(level.value.rounded(1)) \(level.unit)  \(goal)"
        }
        let machine = "\(system.processors) processors, load \(system.load.rounded(2)), \(state)\n"
        return (rows + heights + [machine]).joined(separator: "\n")
    }

    private static func cells(_ figure: Figure) -> [String] {
        let goals = [figure.goal.map { "<= \($0.rounded(2))" }, figure.goalSeconds.map { "<= \(seconds($0))" }]
        return [
            figure.name, seconds(figure.ours.median), seconds(figure.floor.median), "\(figure.ratio.median.rounded(2))",
            "\(figure.ratio.low.rounded(2))-\(figure.ratio.high.rounded(2))",
            figure.processorRatio.map { "\($0.median.rounded(2))" } ?? "", goals.compactMap(\.self).joined(separator: ", "),
            figure.isMet.map { $0 ? "met" : "MISSED" } ?? "",
        ]
    }

    private static func seconds(_ value: Double) -> String {
        switch value {
        case ..<0.001: "\((value * 1e6).rounded(1)) us"
        case ..<1: "\((value * 1000).rounded(2)) ms"
        default: "\(value.rounded(2)) s"
        }
    }

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            encoder.nonConformingFloatEncodingStrategy = .convertToString(
                positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
            return try encoder.encode(self)
        }
    }
}

extension Double {
    func rounded(_ places: Int) -> String { String(format: "%.\(places)f", self) }
}
