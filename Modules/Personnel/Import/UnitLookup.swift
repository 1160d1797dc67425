import Interchange
import Organization
import PluginKit

/// Finds the units a roster names; each name is looked up once however often it stands in the file.
final class UnitLookup {
    private let directory: UnitDirectory
    private var found: [String: UnitDirectory.Match] = [:]
    /// Names since the last ``takeForms()`` that were taken for a unit with another full name.
    private var forms: [(written: String, unit: String)] = []

    init(_ directory: UnitDirectory) {
        self.directory = directory
    }

    func match(_ name: String) -> UnitDirectory.Match {
        if let match = found[name] { return match }
        let match = directory.match(name)
        found[name] = match
        return match
    }

    /// The unit of a name in a history or declaration; without identity where the name leads to none or to several.
    func unit(_ written: String) -> RosterUnit {
        let name = Cells.withoutSpaces(Cells.halfWidth(written))
        switch match(name) {
        case .exact(let unit): return RosterUnit(id: unit.id, name: unit.name)
        case .form(let unit):
            forms.append((name, unit.name))
            return RosterUnit(id: unit.id, name: unit.name)
        case .several, .none: return RosterUnit(id: nil, name: name)
        }
    }

    /// Notes on the names taken for another one since the last call.
    func takeForms() -> [CellNote] {
        defer { forms = [] }
        return forms.map { .hint("unitForm", ["text": $0.written, "value": $0.unit]) }
    }

    /// The cadre's own unit: a name that leads to no unit, or to several, is a question.
    func current(_ text: String) -> CellReading<RosterUnit> {
        let reading = Cells.text(text).map(otherwise: Message("interchange.cell.missing")) { Cells.withoutSpaces($0) }
        guard let name = reading.certain else { return .empty }
        switch match(name) {
        case .exact(let unit):
            let value = RosterUnit(id: unit.id, name: unit.name)
            return reading.message.map { .normalised(value, $0) } ?? .value(value)
        case .form(let unit):
            return .normalised(
                RosterUnit(id: unit.id, name: unit.name),
                Message("personnel.roster.unitForm", ["text": name, "value": unit.name]))
        case .several(let units):
            let candidates = units.map { RosterUnit(id: $0.id, name: $0.name) }
            let codes = units.map { "\($0.code) \($0.name)" }.joined(separator: "、")
            return .ambiguous(candidates, Message("personnel.roster.unitSeveral", ["text": name, "units": codes]))
        case .none: return .ambiguous([], Message("personnel.roster.unitUnknown", ["text": name]))
        }
    }
}
