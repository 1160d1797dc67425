import Inspection
import Interchange
import Organization
import PluginKit

/// Reads the rows of an older ledger. Cells that repeat a thousandfold (units, categories, dates, states) are read once each.
struct LedgerReader {
    private var numbers: [String: Int] = [:]
    private var texts = ReadOnce(Cells.text)
    private var categories = ReadOnce(Self.category)
    private var statuses = ReadOnce(Self.status)
    private var dues = ReadOnce(Self.due)
    private var dates = ReadOnce { Cells.date($0) }
    private var kinds = ReadOnce(Self.unitKind)

    /// When an item is due: by a date, or as the kind of fix that stands in its place.
    enum Due: Hashable, Sendable {
        case date(CalendarDate)
        case kind(KindOfFix)
    }

    /// A category, with the leaf where the ledger gives one.
    struct Class: Hashable, Sendable {
        var category: FindingCategory
        var leaf: String?
    }

    /// Reads one row; nil, with faults noted, when something necessary is missing or wrong.
    mutating func read(_ row: inout RowReader) -> LedgerRow? {
        let officeNo = number(&row)
        let unit = row.required("unit") { texts($0) }
        let kind = row.value("unitKind") { kinds($0) }
        let category = row.required("category") { categories($0) }
        let wording = row.required("wording") { Cells.note($0) }
        let status = row.required("status") { statuses($0) }
        let due = row.value("due") { dues($0) }
        let closedOn = row.value("closedOn") { dates($0) }
        let issuedOn = row.value("issuedOn") { dates($0) }
        let leader = row.value("leader") { texts($0) }
        let department = row.value("department") { texts($0) }
        let measures = row.value("measures") { Cells.list($0, separator: "；", others: [";"]) } ?? []
        let measureCount = count("measureCount", &row)
        let systems = count("systems", &row)
        let loss = row.value("loss") { Cells.fixedPoint($0, places: 2) }
        if let loss, loss < 0 { row.note("loss", Message("ledger.import.negative")) }
        let remark = row.value("remark") { Cells.note($0) }
        guard let officeNo, let unit, let category, let wording, let status, !row.blocks else { return nil }
        return LedgerRow(
            number: row.row.number, officeNo: officeNo, unit: unit, unitKind: kind ?? .other, category: category.category,
            leaf: category.leaf, wording: wording, leader: leader, department: department, measures: measures,
            measureCount: measureCount, due: due?.date, kindOfFix: due?.kind ?? .limited, status: status,
            statusText: Cells.clean(row.raw("status")), closedOn: closedOn, issuedOn: issuedOn, systems: systems,
            lossFen: loss.map(Int64.init), remark: remark)
    }

    /// The office's own number, which must not stand twice in a file.
    private mutating func number(_ row: inout RowReader) -> String? {
        guard let number = row.required("officeNo", Cells.text) else { return nil }
        if let earlier = numbers[number] {
            row.note(
                "officeNo", Message("E-DUP.refusal.officeNo", ["no": number, "row": "\(earlier)"]), rule: .duplicate)
            return nil
        }
        numbers[number] = row.row.number
        return number
    }

    private func count(_ field: String, _ row: inout RowReader) -> Int? {
        guard let count = row.value(field, Cells.integer) else { return nil }
        if count < 0 { row.note(field, Message("ledger.import.negative")) }
        return count
    }

    private static func category(_ text: String) -> CellReading<Class> {
        let plain = Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text), signs: true))
        if plain.isEmpty { return .empty }
        if let category = Taxonomy.category(ofLeaf: plain) { return .value(Class(category: category, leaf: plain)) }
        if let category = Taxonomy.category(named: plain) { return .value(Class(category: category)) }
        return .invalid(Message("ledger.import.category", ["text": plain]))
    }

    private static func status(_ text: String) -> CellReading<ItemStatus> {
        if Cells.isBlank(text) { return .empty }
        if let status = LedgerWords.status(text) { return .value(status) }
        return .invalid(Message("ledger.import.status", ["text": Cells.clean(text), "known": LedgerWords.usualStatuses]))
    }

    private static func due(_ text: String) -> CellReading<Due> {
        if let kind = LedgerWords.kindOfFix(text) { return .value(.kind(kind)) }
        return Cells.date(text).map(otherwise: Message("interchange.cell.notDate", ["text": text])) { .date($0) }
    }

    private static func unitKind(_ text: String) -> CellReading<UnitKind> {
        if Cells.isBlank(text) { return .empty }
        if let kind = LedgerWords.unitKind(text) { return .value(kind) }
        return .normalised(.other, Message("ledger.import.unitKind", ["text": Cells.clean(text)]))
    }
}

extension LedgerReader.Due {
    var date: CalendarDate? {
        if case .date(let date) = self { return date }
        return nil
    }

    var kind: KindOfFix? {
        if case .kind(let kind) = self { return kind }
        return nil
    }
}

extension RowReader {
    /// Whether something in the row is wrong or needs somebody's decision; either way it cannot be saved.
    var blocks: Bool { faults.contains { [RowFault.Severity.refused, .question].contains($0.severity) } }
}
