import Operations
import Persistence
import Personnel
import PluginKit

/// What a search for teams came to: the teams with their members and reasons, or why there are none.
struct TeamProposal: Answerable {
    let conflict: TeamConflict
    private let index: TeamIndex
    private let found: TeamAnswer
    /// Teams of the round that were not looked at, because they are no drafts any more.
    private var fixed: [String] = []

    init(_ model: TeamModel, _ found: TeamAnswer) {
        index = TeamIndex(model)
        self.found = found
        conflict = found.conflict
    }

    /// The same, beside teams that stay as they are.
    func beside(_ fixed: [String]) -> TeamProposal {
        var proposal = self
        proposal.fixed = fixed
        return proposal
    }

    static let columnKeys = [
        "status", "objective", "bound", "gap", "conflicts", "isMinimal", "waysOut", "team", "targets", "members",
    ]
    static let shape: Answer.Shape? = .record

    var answer: Answer {
        var answer = Answer(
            shape: .record, columns: ["status", "objective", "bound", "gap", "conflicts", "isMinimal", "waysOut"],
            rows: [
                [
                    found.status.value, isFound ? .integer(found.objective) : .none, isFound ? .integer(found.bound) : .none,
                    isFound ? .decimal(Self.percent(found.gap)) : .none, .list(conflict.demands.map(value)),
                    isFound ? .none : .flag(conflict.isIrreducible), .list(conflict.waysOut.map(value)),
                ]
            ], sentence: isFound ? sentence : nil)
        answer.sections = [("section.teams", Answer(shape: .list, columns: ["team", "targets", "members"], rows: teams))]
        return answer
    }

    private var isFound: Bool { found.status != .infeasible }

    private var sentence: Message {
        Message(
            "team.propose.done.\(found.status.rawValue)\(fixed.isEmpty ? "" : ".beside")",
            [
                "round": .text(index.model.round), "teams": "\(index.model.teams.count)", "gap": .text(Self.percent(found.gap)),
                "fixed": .text(fixed.joined(separator: "、")),
            ])
    }

    private static func percent(_ hundredths: Int) -> String {
        let digits = "\(hundredths % 100)"
        return "\(hundredths / 100).\(digits.count < 2 ? "0" : "")\(digits)"
    }

    // MARK: - Teams

    private var teams: [[Value]] {
        guard isFound else { return [] }
        return index.model.teams.map { team in
            let seats = found.seats.filter { $0.team == team.id }.sorted { key($0) < key($1) }
            return [.text(team.id), .list(team.targets.map { .text($0.name) }), .list(seats.map(member))]
        }
    }

    private func key(_ seat: TeamSeat) -> (Int, Int) {
        (PoolKind.allCases.firstIndex(of: seat.role) ?? 0, index.rank[seat.person] ?? 0)
    }

    private func member(_ seat: TeamSeat) -> Value {
        let name = index.person[seat.person]?.name ?? ""
        let reasons = TeamReasons.why(seat, among: found.seats, in: index).map(Value.phrase)
        return .object(
            shown: .phrase(
                Message("team.propose.member", ["name": .text(name), "role": .key("teamRole.\(seat.role.rawValue)")])),
            [
                .init("cadre", .text(seat.person.description)), .init("name", .text(name)),
                .init("role", TeamRole(seat.role).value), .init("reasons", .list(reasons)),
            ])
    }

    // MARK: - Conflicts

    /// The demand as a sentence: a variant of R-SEL-02's refusal.
    func sentence(of demand: TeamDemand) -> Message {
        func message(_ variant: String, _ facts: [String: Message.Argument]) -> Message {
            Message("\(InspectionRules.noTeam.id).refusal.\(variant)", facts)
        }
        switch demand {
        case .size(let team): return message("size", ["team": .text(team), "value": "\(index.team[team]?.size.low ?? 0)"])
        case .leader(let team): return message("leader", ["team": .text(team)])
        case .deputies(let team):
            return message("deputies", ["team": .text(team), "value": "\(index.team[team]?.deputies.low ?? 0)"])
        case .expertise(let team, let specialty):
            let count = index.team[team]?.wants.first { $0.specialty == specialty }?.count ?? 0
            return message("expertise", ["team": .text(team), "specialty": .text(specialty), "value": "\(count)"])
        case .pin(let seat):
            return message(
                "pin",
                [
                    "team": .text(seat.team), "name": .text(index.person[seat.person]?.name ?? seat.person.description),
                    "role": .key("teamRole.\(seat.role.rawValue)"),
                ])
        case .rule(let id): return message("rule", ["rule": .text(id), "what": .key("\(id).rule")])
        }
    }

    private func value(_ demand: TeamDemand) -> Value {
        .object(
            shown: .phrase(sentence(of: demand)),
            demand.parts.map { .init($0, .text($1)) } + [.init("demand", .phrase(sentence(of: demand)))])
    }

    private func value(_ way: TeamWayOut) -> Value {
        let steps = way.steps.map { step -> Value in
            let what = Value.phrase(sentence(of: step.demand))
            return .object(
                shown: .phrase(Message("team.propose.step.\(step.demand.kind)", facts(step))),
                step.demand.parts.map { .init($0, .text($1)) } + [.init("demand", what), .init("amount", .integer(step.amount))])
        }
        return .object(shown: .list(steps), [.init("steps", .list(steps)), .init("cost", .integer(way.cost))])
    }

    private func facts(_ step: TeamWayOut.Step) -> [String: Message.Argument] {
        sentence(of: step.demand).arguments.merging(["amount": "\(step.amount)"]) { _, own in own }
    }
}

extension TeamDemand {
    /// The kind of demand, as programs read it.
    fileprivate var kind: String {
        switch self {
        case .size: "size"
        case .leader: "leader"
        case .deputies: "deputies"
        case .expertise: "expertise"
        case .pin: "pin"
        case .rule: "rule"
        }
    }

    /// What programs read of a demand.
    fileprivate var parts: [(String, String)] {
        let kind = ("kind", kind)
        switch self {
        case .size(let team), .leader(let team), .deputies(let team): return [kind, ("team", team)]
        case .expertise(let team, let specialty): return [kind, ("team", team), ("specialty", specialty)]
        case .pin(let seat):
            return [kind, ("team", seat.team), ("cadre", seat.person.description), ("role", seat.role.rawValue)]
        case .rule(let id): return [kind, ("rule", id)]
        }
    }
}
