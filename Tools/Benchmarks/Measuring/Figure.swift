/// One line of the result.
struct Figure: Sendable, Encodable {
    /// Short name, `import`.
    var name: String
    /// What is compared with what.
    var what: String
    /// Seconds of ours.
    var ours: Spread
    /// Seconds of the floor.
    var floor: Spread
    /// Ours divided by the floor; 1 is as fast as the floor.
    var ratio: Spread
    /// The same for processor time, which a busy machine disturbs less.
    var processorRatio: Spread?
    /// The highest ratio that is good enough; nil where the figure only informs.
    var goal: Double?
    /// The most seconds that are good enough; nil where there is no such limit.
    var goalSeconds: Double?
    /// Turns counted.
    var turns: Int

    init(_ name: String, _ what: String, _ trial: Trial, goal: Double?, goalSeconds: Double? = nil, hasProcessorTime: Bool = true)
    {
        self.name = name
        self.what = what
        ours = Spread(trial.ours.map(\.wall))
        floor = Spread(trial.floor.map(\.wall))
        ratio = trial.ratios
        processorRatio = hasProcessorTime ? trial.processorRatios : nil
        self.goal = goal
        self.goalSeconds = goalSeconds
        turns = trial.ours.count
    }

    /// Whether the medians are within the goals; nil without any goal.
    var isMet: Bool? {
        guard goal != nil || goalSeconds != nil else { return nil }
        return ratio.median <= goal ?? .infinity && ours.median <= goalSeconds ?? .infinity
    }
}
