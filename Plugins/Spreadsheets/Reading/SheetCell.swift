#if Spreadsheets
    import Interchange
    import PluginKit

    /// One cell while it is being read.
    struct SheetCell {
        private enum Place { case outside, value, formula }

        private let type: String
        private let style: Int
        private var place = Place.outside
        private var value: [UInt8] = []
        private var formula: [UInt8] = []
        private var hasValue = false
        private var hasFormula = false
        private var inline = RichText()

        init(type: String = "n", style: Int = 0) {
            self.type = type
            self.style = style
        }

        mutating func start(_ name: XMLName) {
            switch name {
            case "v": (place, hasValue) = (.value, true)
            case "f": (place, hasFormula) = (.formula, true)
            default: inline.start(name)
            }
        }

        mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            switch place {
            case .value: value += bytes
            case .formula: formula += bytes
            case .outside: inline.text(bytes)
            }
        }

        mutating func end(_ name: XMLName) {
            place = .outside
            inline.end(name)
        }

        /// The cell's text, and what is wrong with it.
        mutating func value(texts: [String], formats: NumberFormats, from1904: Bool) -> (text: String, problem: Message?) {
            if type == "inlineStr" { return (inline.take(), nil) }
            let raw = String(decoding: value, as: UTF8.self)
            if raw.isEmpty { return ("", emptyProblem) }
            switch type {
            case "s": return shared(raw, texts)
            case "str": return (EscapedText.decoded(raw), nil)
            case "b": return (raw == "0" || raw == "false" ? "FALSE" : "TRUE", nil)
            case "e": return (raw, Message("spreadsheets.cell.error", ["value": raw]))
            case "d": return (Self.isoDate(raw), nil)
            default:
                let number = NumberText(Cells.clean(raw), format: formats[style], from1904: from1904)
                return (number.text, number.problem)
            }
        }

        /// A formula whose value is the empty text has a value; any other formula without one was never calculated.
        private var emptyProblem: Message? {
            guard hasFormula, !(type == "str" && hasValue) else { return nil }
            let text = "=" + String(decoding: formula, as: UTF8.self)
            return Message("spreadsheets.cell.formulaWithoutValue", ["formula": text])
        }

        private func shared(_ raw: String, _ texts: [String]) -> (text: String, problem: Message?) {
            guard let index = Int(raw), texts.indices.contains(index) else {
                return (raw, Message("spreadsheets.cell.notNumber", ["value": raw]))
            }
            return (texts[index], nil)
        }

        /// `2024-06-01T00:00:00` as a day, with the time where there is one.
        private static func isoDate(_ raw: String) -> String {
            let parts = raw.split(separator: "T", maxSplits: 1)
            guard parts.count == 2, let day = CalendarDate(String(parts[0])) else { return raw }
            let clock = parts[1].prefix(8)
            return clock.allSatisfy({ "0:.Z".contains($0) }) ? day.description : "\(day) \(clock)"
        }
    }
#endif
