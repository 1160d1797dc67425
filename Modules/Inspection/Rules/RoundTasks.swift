/// One part of the work of a stage, as far as it can be counted: how much of it is done.
struct RoundTask: Equatable {
    enum Kind: String, CaseIterable {
        /// Units on the list.
        case targets
        case teamsProposed, declared, vetted, reviewed, authorised
        case notified, entered, exited, reported, fedBack
    }

    var kind: Kind
    var done: Int
    var total: Int

    /// Nothing to count is not done: there must be units, and teams for them.
    var isDone: Bool { total > 0 && done >= total }
}

/// A round's work by stages (domain 4.3 to 4.7): what a stage asks of targets and teams, from what is recorded of them.
struct RoundTasks {
    /// The way of a round that is not cancelled.
    static let way: [RoundStage] = [
        .draft, .submitted, .approved, .preparing, .onSite, .reporting, .feedback, .rectifying, .evaluating, .closing, .archived,
    ]

    var targets: [TargetState]
    /// Each team with the states of its members.
    var teams: [(state: TeamState, members: [MemberState])]

    func tasks(of stage: RoundStage) -> [RoundTask] {
        switch stage {
        case .draft: [RoundTask(kind: .targets, done: targets.count, total: max(1, targets.count))]
        case .preparing:
            [
                RoundTask(kind: .teamsProposed, done: teams.count, total: max(1, teams.count)),
                RoundTask(
                    kind: .declared, done: teams.count { !$0.members.contains(.nominated) && !$0.members.isEmpty },
                    total: teams.count),
                team(.vetted, .vetted), team(.reviewed, .reviewed), team(.authorised, .authorised),
                target(.notified, .notified),
            ]
        case .onSite: [target(.entered, .onSite), target(.exited, .exited)]
        case .reporting: [target(.reported, .reported)]
        case .feedback: [target(.fedBack, .fedBack)]
        default: []
        }
    }

    private func target(_ kind: RoundTask.Kind, _ state: TargetState) -> RoundTask {
        RoundTask(kind: kind, done: targets.count { $0.isAtLeast(state) }, total: targets.count)
    }

    private func team(_ kind: RoundTask.Kind, _ state: TeamState) -> RoundTask {
        RoundTask(kind: kind, done: teams.count { $0.state.isAtLeast(state) }, total: teams.count)
    }
}

extension TargetState {
    /// Whether a target has come as far as a state; they are written in their order.
    fileprivate func isAtLeast(_ state: TargetState) -> Bool { Self.place(self) >= Self.place(state) }
    private static func place(_ state: TargetState) -> Int { allCases.firstIndex(of: state) ?? 0 }
}

extension TeamState {
    fileprivate func isAtLeast(_ state: TeamState) -> Bool { Self.place(self) >= Self.place(state) }
    private static func place(_ state: TeamState) -> Int { allCases.firstIndex(of: state) ?? 0 }
}
