import GRDB
import Operations
import Persistence
import Personnel

/// Who sees what of a round, as conditions that are joined into every query: lists, counts, search and exports use the same ones.
package enum Visibility {
    /// Restricts rows that carry a unit and a target to what a person may see.
    /// - Parameters:
    ///   - alias: the table's alias; it has `unitId` and `targetId` columns.
    ///   - issued: condition under which the inspected side sees a row, such as `f.state = 'issued'`.
    ///   - readers: who sees the rows of all units.
    package static func restrict(
        _ filter: inout Filter, alias: String, issued: String, readers: Set<Role> = Role.districtWide, for principal: Principal
    ) {
        // Whoever is recused from a unit sees nothing of it, whatever the role (R-RCU-03).
        if let cadre = principal.cadre { filter.and(RecusalCases.hides("\(alias).unitId", from: cadre)) }
        guard !principal.hasAny(of: readers) else { return }
        var doors: Filter?
        func open(_ condition: String, _ value: UniqueID) {
            if doors == nil { doors = Filter(condition, value) } else { doors?.or(condition, value) }
        }
        if principal.hasAny(of: Role.team), let cadre = principal.cadre {
            open(
                """
                \(alias).targetId IN (SELECT t.id FROM inspection_target t JOIN inspection_member m ON m.teamId = t.teamId
                WHERE m.cadreId = ?)
                """, cadre)
        }
        if principal.hasAny(of: Role.unit), let unit = principal.unit {
            open("\(alias).unitId = ? AND \(issued)", unit)
        }
        filter.and(doors ?? Filter("0"))
    }
}
