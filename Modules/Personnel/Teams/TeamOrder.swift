import PluginKit

/// R-SEL-03: who comes first where the score is the same: fewer rounds this year, then earlier last service, then fewer rounds in
/// all, which tells those apart whose service the system has not seen, then id.
package enum TeamOrder {
    package static func sorted(_ people: [TeamPerson]) -> [TeamPerson] {
        people.sorted { key($0) < key($1) || key($0) == key($1) && $0.id < $1.id }
    }

    private static func key(_ person: TeamPerson) -> (Int, CalendarDate, Int) {
        (person.roundsThisYear, person.lastService ?? .earliest, person.roundsServed)
    }
}
