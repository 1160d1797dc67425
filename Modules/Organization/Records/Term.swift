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
        TableColumn("number") { .integer($0.number) },
        TableColumn("name") { .text($0.name) },
        TableColumn("startDate") { .date($0.startDate) },
        TableColumn("endDate") { .optional($0.endDate) },
        TableColumn("state") { $0.state.value },
        TableColumn("deadlineProfile") { .text($0.deadlineProfile) },
        TableColumn("satisfactionThreshold") { .decimal(Percent.text(hundredths: $0.satisfactionThreshold)) },
        TableColumn("taxonomy") { .text($0.taxonomy) },
    ]
}

package enum TermState: String, Choice {
    case active, closed

    package static let vocabulary = "termState"
}
