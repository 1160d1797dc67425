import GRDB
import Operations
import Persistence
import PluginKit

/// 届: one committee term (domain 4.1).
package struct Term: Codable, Sendable, FetchableRecord, PersistableRecord, Tabular {
    package static let databaseTableName = "organization_term"

    package var id: UniqueID
    package var version: Int
    package var number: Int
    package var name: String
    package var startDate: CalendarDate
    package var endDate: CalendarDate?
    package var state: TermState
    /// The profile under which new clocks start.
    package var deadlineProfile: String
    /// Percent in hundredths: 90.00 % is 9000. Nobody's default; the person who opens the term says it.
    package var satisfactionThreshold: Int
    /// The taxonomy pack under which findings are classed.
    package var taxonomy: String

    package static let columns: [TableColumn<Term>] = [
        .integer("number") { $0.number },
        .text("name") { $0.name },
        .date("startDate") { $0.startDate },
        .date("endDate") { $0.endDate },
        .word("state") { $0.state },
        .text("deadlineProfile") { $0.deadlineProfile },
        .decimal("satisfactionThreshold") { Percent.text(hundredths: $0.satisfactionThreshold) },
        .text("taxonomy") { $0.taxonomy },
    ]
}

package enum TermState: String, Choice {
    case active, closed

    package static let vocabulary = "termState"
}
