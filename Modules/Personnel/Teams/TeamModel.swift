import Operations
import Persistence
import PluginKit

/// Everything that the choice of a round's teams depends on, as one value: who may serve where, what must hold, what is wanted.
///
/// It can be written out, so that a stranger can solve and check it. Three rules are not data, because they mean the same
/// everywhere: each person once, exactly one leader to a team, and one person of a home unit to a team.
///
/// The score of a choice is the sum of what is wanted and reached, less what it costs: see ``TeamScore``.
package struct TeamModel: Codable, Sendable, Equatable {
    /// 2, since people have obstacles; raised when the meaning of a member changes.
    package var version = 2
    /// Code of the round.
    package var round: String
    /// First and last day of the round.
    package var from: CalendarDate
    package var to: CalendarDate
    package var settings: TeamSettings
    /// In the order of R-SEL-03: who stands first is taken first where the score is the same.
    package var people: [TeamPerson]
    package var teams: [TeamPlace]
    /// Who may not serve in which team, with the rule.
    package var forbidden: [TeamBar]
    /// Who should rather not, with what it costs.
    package var penalties: [TeamBar]
    /// Where the record leaves rules of recusal open, for those who read the model; nothing depends on it.
    package var gaps: [TeamGap]
    /// Pairs of home units of which one stands above the other: their people are not in one team.
    package var apart: [TeamApart]
    /// Who must be where.
    package var pins: [TeamSeat]
    /// The draft before this one; keeping to it is worth something.
    package var previous: [TeamSeat]

    package init(
        round: String, from: CalendarDate, to: CalendarDate, settings: TeamSettings, people: [TeamPerson], teams: [TeamPlace],
        forbidden: [TeamBar], penalties: [TeamBar], apart: [TeamApart], pins: [TeamSeat], previous: [TeamSeat],
        gaps: [TeamGap] = []
    ) {
        self.round = round
        self.from = from
        self.to = to
        self.settings = settings
        self.people = people
        self.teams = teams
        self.forbidden = forbidden
        self.penalties = penalties
        self.gaps = gaps
        self.apart = apart
        self.pins = pins
        self.previous = previous
    }
}
