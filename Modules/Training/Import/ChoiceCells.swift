import Interchange
import Operations
import PluginKit

/// Reads closed sets of words by the labels the program itself uses, in any language, so that nothing is listed twice.
struct ChoiceCells {
    let strings: StringCatalogue

    func read<C: Choice>(_ type: C.Type, _ text: String) -> CellReading<C> {
        let plain = Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text)))
        if plain.isEmpty { return .empty }
        let found = C.allCases.first { choice in
            choice.rawValue.lowercased() == plain.lowercased()
                || Language.allCases.contains { label(choice, $0).lowercased() == plain.lowercased() }
        }
        if let found { return .value(found) }
        return .invalid(
            Message(
                "training.cell.choice",
                ["text": .text(plain), "choices": .keys(C.allCases.map { "\(C.vocabulary).\($0.rawValue)" })]))
    }

    /// 是 or 否.
    static func flag(_ text: String) -> CellReading<Bool> {
        switch Cells.clean(text).lowercased() {
        case "": .empty
        case "是", "yes", "y", "1", "true", "√", "✓": .value(true)
        case "否", "no", "n", "0", "false": .value(false)
        default: .invalid(Message("training.cell.flag", ["text": .text(text)]))
        }
    }

    static func time(_ text: String) -> CellReading<SessionTime> {
        if Cells.isBlank(text) { return .empty }
        return SessionTime(Cells.halfWidth(Cells.clean(text), signs: true)).map { .value($0) }
            ?? .invalid(Message("training.cell.time", ["text": .text(text)]))
    }

    private func label<C: Choice>(_ choice: C, _ language: Language) -> String {
        Cells.withoutSpaces(strings.text("\(C.vocabulary).\(choice.rawValue)", in: language) ?? "")
    }
}

extension RowReader {
    /// A whole number above nothing.
    mutating func positive(_ field: String, _ places: Int = 0) -> Int? {
        let number = value(field) { Cells.fixedPoint($0, places: places) }
        if let number, number <= 0 {
            note(field, Message("E-VAL.refusal.positive", ["value": .text(raw(field))]))
            return nil
        }
        return number
    }
}
