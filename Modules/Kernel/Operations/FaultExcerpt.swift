import Interchange
import PluginKit

/// What there is to say about the rows of an import, made short: what holds of many rows alike is said once, with their number and
/// where they stand.
struct FaultExcerpt {
    /// Faults that say the same.
    private struct Group {
        var first: RowFault
        var rows: [Int]
    }

    /// What makes faults alike.
    private struct Kind: Hashable {
        var column: String
        var severity: RowFault.Severity
        var message: Message
    }

    /// Lists up to this long are shown as they are, longer ones in as many lines.
    static let most = 20
    /// Runs of rows that are named before there is an ellipsis.
    private static let namedRuns = 4

    private var groups: [Group] = []

    /// Nil where the list is short enough.
    static func of(_ faults: [RowFault]) -> Excerpt? {
        guard faults.count > most else { return nil }
        let groups = FaultExcerpt(faults).groups
        let left = groups.dropFirst(most).map(\.rows.count).reduce(0, +)
        return Excerpt(rows: groups.prefix(most).map(line), left: left)
    }

    private init(_ faults: [RowFault]) {
        var places: [Kind: Int] = [:]
        for fault in faults {
            let kind = Kind(column: fault.column, severity: fault.severity, message: fault.summary ?? fault.message)
            if let place = places[kind] {
                groups[place].rows.append(fault.row)
            } else {
                places[kind] = groups.count
                groups.append(Group(first: fault, rows: [fault.row]))
            }
        }
    }

    private static func line(_ group: Group) -> [Value] {
        let fault = group.first
        guard group.rows.count > 1 else { return RowFault.columns.map { $0.value(fault) } }
        var alike = fault
        alike.message = fault.summary ?? fault.message
        return RowFault.columns.map { column in
            switch column.key {
            case "row": .text(places(group.rows))
            case "sourceValue": .phrase(Message("import.alike", ["count": "\(group.rows.count)"]))
            default: column.value(alike)
            }
        }
    }

    /// `2–5, 9, 12–40 …`
    static func places(_ rows: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for row in Set(rows).sorted() {
            if let last = runs.last, last.upperBound + 1 == row {
                runs[runs.count - 1] = last.lowerBound...row
            } else {
                runs.append(row...row)
            }
        }
        let named = runs.prefix(namedRuns).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        return named.joined(separator: ", ") + (runs.count > namedRuns ? " …" : "")
    }
}
