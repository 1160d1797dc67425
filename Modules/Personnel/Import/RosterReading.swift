import Interchange
import Organization
import PluginKit

/// A roster read whole: the people to be saved, and what there is to say about its rows. Nothing has been saved.
struct RosterReading {
    /// People to be saved.
    private(set) var rows: [RosterRow] = []
    private(set) var report: ImportReport
    let date: RosterDate
    /// Rows whose people are in the register.
    private(set) var known: [RosterRow] = []
    var present: Int { known.count }
    /// Rows that say the same as another one.
    private(set) var merged: Int

    private let columns: ColumnMap
    /// Where each row to be saved stands in `rows`, by its number.
    private var places: [Int: Int] = [:]
    /// Rows handed back after reading.
    private var returned: Set<Int> = []
    /// Columns of each row that reading it left doubtful, by the row's number.
    private var doubts: [Int: Set<String>] = [:]

    /// - Parameters:
    ///   - register: the people already known.
    ///   - said: the roster's date where somebody said it.
    /// - Throws: `E-VAL` for missing or doubled columns. Faulty rows do not throw.
    init(
        _ table: SourceTable, units: UnitDirectory, register: [PersonMark], said: CalendarDate?, today: CalendarDate,
        vocabulary: RosterVocabulary = .standard
    ) throws {
        columns = try ColumnMap(header: table.withHeader(matching: RosterFields.all).header, fields: RosterFields.all)
        let reader = RosterReader(units: UnitLookup(units), vocabulary: vocabulary, latestBirth: YearMonth(said ?? today))
        var twins = RowTwins()
        let preview = try ImportPreview(table, fields: RosterFields.all) { row in
            twins.isRepeated(&row) ? nil : reader.read(&row)
        }
        report = preview.report
        report.faults += twins.notes(columns)
        merged = twins.repeated.count
        date = RosterDate(said: said, remarks: report.remarks, rows: preview.rows.map(\.value), today: today)
        var people = KnownPeople()
        for mark in register { people.add(mark, at: .register) }
        for row in preview.rows { take(row.value, &people) }
        for fault in report.faults where fault.severity == .notice { doubts[fault.row, default: []].insert(fault.column) }
        settle()
    }

    private mutating func take(_ row: RosterRow, _ people: inout KnownPeople) {
        let verdict = people.verdict(row.mark)
        if case .twice(let first) = verdict, let place = places[first], rows[place].says(what: row) {
            merged += 1
            note(
                [(row.number, .hint("rowTwin", ["row": "\(first)"])), (first, .hint("rowTwinLater", ["row": "\(row.number)"]))],
                of: row)
            return
        }
        note(Self.notes(verdict, of: row), of: row)
        switch verdict {
        case .present: known.append(row)
        case .twice, .perhaps: break
        case .new, .namesake: keep(row, &people)
        }
    }

    private mutating func keep(_ row: RosterRow, _ people: inout KnownPeople) {
        people.add(row.mark, at: .row(row.number))
        places[row.number] = rows.count
        rows.append(row)
        for (field, value, note) in date.notes(row) {
            report.faults.append(
                RowFault(
                    row: row.number, column: columns.title(field), value: value, message: note.message, severity: note.severity))
        }
    }

    /// Fields of a row that are doubted by what the row itself or the roster's day says: read, but not good enough to take the place
    /// of what the register has. A unit and a time that differ from the work history are a move that it does not show yet.
    func doubted(_ row: RosterRow) -> Set<String> {
        let titles = doubts[row.number] ?? []
        let moves = ["unit", "career", "inPostSince"]
        let noted = RosterFields.all.map(\.key).filter { !moves.contains($0) && titles.contains(columns.title($0)) }
        return Set(noted).union(date.notes(row).map(\.field))
    }

    /// Says something more about a row.
    mutating func note(_ row: RosterRow, _ note: CellNote, field: String, value: String = "") {
        report.faults.append(
            RowFault(
                row: row.number, column: columns.title(field), value: value, message: note.message, severity: note.severity))
    }

    /// Hands a row back that could be read.
    mutating func refuse(_ row: RosterRow, _ fault: CellNote, field: String, value: String = "") {
        returned.insert(row.number)
        note(row, fault, field: field, value: value)
    }

    private mutating func note(_ notes: [(row: Int, note: CellNote)], of row: RosterRow) {
        for (number, note) in notes {
            report.faults.append(
                RowFault(
                    row: number, column: columns.title("name"), value: row.name, message: note.message, severity: note.severity))
        }
    }

    /// What a verdict says to the row, and to the other row it is about.
    private static func notes(_ verdict: KnownPeople.Verdict, of row: RosterRow) -> [(Int, CellNote)] {
        let number = row.number
        switch verdict {
        case .new: return []
        case .present: return [(number, .hint("present"))]
        case .twice(let other):
            return [
                (number, .question("personTwice", ["row": "\(other)"])), (other, .hint("personTwiceLater", ["row": "\(number)"])),
            ]
        case .perhaps(let place, let mark):
            let facts = ["name": mark.name, "born": "\(mark.birthMonth)"]
            guard case .row(let other) = place else { return [(number, .question("personPerhapsKnown", facts))] }
            return [
                (number, .question("personPerhaps", facts.merging(["row": "\(other)"]) { own, _ in own })),
                (other, .hint("personTwiceLater", ["row": "\(number)"])),
            ]
        case .namesake(.register): return [(number, .hint("namesakeKnown"))]
        case .namesake(.row(let other)):
            return [(number, .hint("namesake", ["row": "\(other)"])), (other, .hint("namesake", ["row": "\(number)"]))]
        }
    }

    /// Takes out what was handed back, counts, and puts what is said in the order of the rows; again after more was said.
    mutating func settle() {
        if !returned.isEmpty {
            rows.removeAll { returned.contains($0.number) }
            known.removeAll { returned.contains($0.number) }
        }
        report.accepted = rows.count
        report.refused = report.rowsRead - rows.count - present - merged
        report.faults = report.faults.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(
            \.element)
    }
}

/// Finds rows that repeat another one in every cell; spaces around the text do not matter.
struct RowTwins {
    /// Each repeated row, with the first of its kind.
    private(set) var repeated: [(row: Int, first: Int)] = []
    private var names: [Int: String] = [:]
    private var seen: [String: Int] = [:]

    /// Whether the row was met before; notes it on the row.
    mutating func isRepeated(_ reader: inout RowReader) -> Bool {
        let number = reader.row.number
        let key = reader.row.cells.map(Cells.clean).joined(separator: "\u{1F}")
        guard let first = seen.updateValue(number, forKey: key) else { return false }
        seen[key] = first
        repeated.append((number, first))
        names[first] = reader.raw("name")
        let note = CellNote.hint("rowTwin", ["row": "\(first)"])
        reader.note("name", note.message, severity: note.severity)
        return true
    }

    /// The notes on the first rows.
    func notes(_ columns: ColumnMap) -> [RowFault] {
        repeated.map { row, first in
            RowFault(
                row: first, column: columns.title("name"), value: names[first] ?? "",
                message: CellNote.hint("rowTwinLater", ["row": "\(row)"]).message, severity: .notice)
        }
    }
}
