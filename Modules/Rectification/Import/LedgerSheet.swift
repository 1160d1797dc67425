import GRDB
import Inspection
import Interchange
import Operations
import Organization
import Persistence
import PluginKit

/// An older ledger, read, checked and placed: what can be saved, and everything there is to say about the rest.
struct LedgerSheet {
    private(set) var rows: [LedgerRow] = []
    private(set) var report: ImportReport
    private(set) var places: LedgerPlaces
    private let columns: ColumnMap
    private let createsUnits: Bool

    init(_ table: SourceTable, round: Round, createsUnits: Bool, in db: Database) throws {
        var reader = LedgerReader()
        let preview = try ImportPreview(table, fields: LedgerColumns.all) { reader.read(&$0) }
        report = preview.report
        columns = try ColumnMap(header: table.withHeader(matching: LedgerColumns.all).header, fields: LedgerColumns.all)
        self.createsUnits = createsUnits
        places = try LedgerPlaces(Set(preview.rows.map(\.value.unit)), round: round, in: db)
        let stored = try Self.storedNumbers(of: round, in: db)
        for row in preview.rows { take(row.value, stored) }
    }

    /// Numbers of items the round has already, with their units: a ledger is not taken over twice.
    private static func storedNumbers(of round: Round, in db: Database) throws -> Set<String> {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT unitId, officeNo FROM rectification_item WHERE roundId = ? AND officeNo IS NOT NULL",
            arguments: [round.id])
        var numbers: Set<String> = []
        while let row = try rows.next() { numbers.insert(storedKey(unit: row[0], number: row[1])) }
        return numbers
    }

    private static func storedKey(unit: UniqueID, number: String) -> String { "\(unit)/\(number)" }

    private mutating func take(_ row: LedgerRow, _ stored: Set<String>) {
        switch places.places[row.unit] {
        case .target(let target):
            guard !stored.contains(Self.storedKey(unit: target.unitId, number: row.officeNo)) else {
                return refuse(
                    row, "officeNo", row.officeNo, Message("E-DUP.refusal.officeNoStored", ["no": row.officeNo]), rule: .duplicate
                )
            }
            rows.append(row)
        case .ambiguous(let units):
            let codes = units.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
            let question = Message("ledger.import.ambiguousUnit", ["unit": row.unit, "codes": codes])
            refuse(row, "unit", row.unit, question, severity: .question)
        case .unit where createsUnits, .unknown where createsUnits: rows.append(row)
        case .unit: refuse(row, "unit", row.unit, Message(Missing.notInRound, ["unit": row.unit]))
        case .unknown, nil: refuse(row, "unit", row.unit, Message(Missing.unknown, ["unit": row.unit]))
        }
    }

    private mutating func refuse(
        _ row: LedgerRow, _ field: String, _ value: String, _ message: Message, severity: RowFault.Severity = .refused,
        rule: Rule = .invalid
    ) {
        report.faults.append(
            RowFault(
                row: row.number, column: columns.title(field), value: value, message: message, severity: severity, rule: rule))
        report.accepted -= 1
        report.refused += 1
    }

    /// Adds missing units and targets where that was asked for.
    mutating func addMissing(to round: Round, in context: WriteContext) throws -> (units: Int, targets: Int) {
        guard createsUnits else { return (0, 0) }
        return try places.addMissing(rows, to: round, in: context)
    }

    /// Units that are missing, told once and all together instead of row by row.
    enum Missing {
        static let unknown = "ledger.import.unknownUnit"
        static let notInRound = "ledger.import.unitNotInRound"

        static func gathered(_ refusals: [Refusal], round: Round) -> [Refusal] {
            let rest = refusals.filter { ![unknown, notInRound].contains($0.message.key) }
            let missing = [(unknown, "unknownUnits"), (notInRound, "unitsNotInRound")].compactMap { key, variant -> Refusal? in
                let names = names(refusals.filter { $0.message.key == key })
                guard !names.isEmpty else { return nil }
                return Rule.invalid.refused(
                    variant, field: "file",
                    ["count": "\(names.count)", "units": .text(names.joined(separator: "、")), "round": .text(round.code)])
            }
            return missing + rest
        }

        private static func names(_ refusals: [Refusal]) -> [String] {
            var seen: Set<String> = []
            return refusals.compactMap { refusal in
                guard case .text(let name) = refusal.message.arguments["unit"], seen.insert(name).inserted else { return nil }
                return name
            }
        }
    }
}
