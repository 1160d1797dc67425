import Persistence
import PluginKit

/// A model with its look-ups, for those who ask it many times.
package struct TeamIndex: Sendable {
    package let model: TeamModel
    package let person: [UniqueID: TeamPerson]
    package let team: [String: TeamPlace]
    /// Place in the order of R-SEL-03.
    package let rank: [UniqueID: Int]
    private let forbidden: [Pair: [TeamBar]]
    private let penalties: [Pair: [TeamBar]]
    private let gaps: [Pair: [TeamGap]]
    private let apart: Set<Set<String>>

    struct Pair: Hashable, Sendable {
        var person: UniqueID
        var team: String
    }

    package init(_ model: TeamModel) {
        self.model = model
        person = Dictionary(model.people.map { ($0.id, $0) }) { first, _ in first }
        team = Dictionary(model.teams.map { ($0.id, $0) }) { first, _ in first }
        rank = Dictionary(model.people.enumerated().map { ($1.id, $0) }) { first, _ in first }
        forbidden = Dictionary(grouping: model.forbidden) { Pair(person: $0.person, team: $0.team) }
        penalties = Dictionary(grouping: model.penalties) { Pair(person: $0.person, team: $0.team) }
        gaps = Dictionary(grouping: model.gaps) { Pair(person: $0.person, team: $0.team) }
        apart = Set(model.apart.map { [$0.superior, $0.subordinate] })
    }

    /// Reasons that forbid a seat.
    package func bars(_ seat: TeamSeat) -> [TeamBar] {
        (forbidden[Pair(person: seat.person, team: seat.team)] ?? []).filter { $0.roles.contains(seat.role) }
    }

    /// Reasons against a seat that may be overcome.
    package func softBars(_ seat: TeamSeat) -> [TeamBar] {
        (penalties[Pair(person: seat.person, team: seat.team)] ?? []).filter { $0.roles.contains(seat.role) }
    }

    /// Rules of recusal that the record leaves open for a seat.
    package func openRules(_ seat: TeamSeat) -> [String] {
        (gaps[Pair(person: seat.person, team: seat.team)] ?? []).filter { $0.role == seat.role }.flatMap(\.rules)
    }

    /// Criteria of a role that its person does not meet.
    package func obstacles(_ seat: TeamSeat) -> [TeamObstacle] {
        (person[seat.person]?.obstacles ?? []).filter { $0.role == seat.role }
    }

    /// Times in which a person is away while the round lasts.
    package func absences(_ person: TeamPerson) -> [TeamAbsence] {
        person.absences.filter { $0.from <= model.to && $0.to >= model.from }
    }

    /// Whether nothing about the person alone speaks against a seat.
    package func allows(_ seat: TeamSeat) -> Bool {
        guard let person = person[seat.person] else { return false }
        return person.roles.contains(seat.role) && absences(person).isEmpty && obstacles(seat).isEmpty && bars(seat).isEmpty
    }

    package func isOldHand(_ person: TeamPerson) -> Bool { person.roundsServed >= model.settings.oldHandRounds }
    package func isNewcomer(_ person: TeamPerson) -> Bool { person.roundsServed == 0 }

    /// Whether one home unit stands above the other.
    package func areApart(_ one: TeamPerson, _ other: TeamPerson) -> Bool { apart.contains([one.homeUnit, other.homeUnit]) }

    /// Whether two people may sit in one team.
    package func mayMeet(_ one: TeamPerson, _ other: TeamPerson) -> Bool {
        one.homeUnit != other.homeUnit && !areApart(one, other)
    }
}
