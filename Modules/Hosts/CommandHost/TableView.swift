import HostKit
import Operations
import PluginKit

/// Answers as text whose columns line up, Chinese included.
struct TableView {
    let text: ValueText
    /// Where lines are cut; nil where nobody looks at a terminal.
    let width: Int?

    func render(_ answer: Answer) -> String {
        var parts: [String] = []
        switch answer.shape {
        case .list: parts.append(list(answer))
        case .record: parts.append(record(answer))
        case .sentence: break
        }
        for section in answer.sections {
            parts.append("\(text.text(section.heading))\n\(render(section.answer))")
        }
        return parts.joined(separator: "\n")
    }

    // MARK: - Lists

    private func list(_ answer: Answer) -> String {
        guard !answer.rows.isEmpty else { return answer.sentence == nil ? text.text("host.noRows") + "\n" : "" }
        let shown = answer.briefColumns ?? answer.columns
        let rows = answer.excerpt?.rows ?? answer.rows
        let columns = shown.compactMap { key in answer.columns.firstIndex(of: key).map { column($0, answer, rows) } }
        let widths = fitted(columns.map(\.width))
        var out = line(columns.map(\.label), columns, widths)
        out += widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gutter) + "\n"
        for row in rows.indices { out += line(columns.map { $0.cells[row] }, columns, widths) }
        if let left = answer.excerpt?.left, left > 0 {
            out += text.sentence(Message("host.excerpt", ["count": "\(left)"])) + "\n"
        }
        return out
    }

    private struct ShownColumn {
        var label: String
        var cells: [String]
        var alignsRight: Bool
        var width: Int
    }

    private func column(_ index: Int, _ answer: Answer, _ rows: [[Value]]) -> ShownColumn {
        let values = rows.map { $0[index] }
        let cells = values.map { oneLine(text($0)) }
        let label = text.label(column: answer.columns[index])
        let alignsRight = values.allSatisfy(\.isFigure) && values.contains { $0 != .none }
        let width = cells.reduce(TextWidth.of(label)) { max($0, TextWidth.of($1)) }
        return ShownColumn(label: label, cells: cells, alignsRight: alignsRight, width: width)
    }

    private func line(_ cells: [String], _ columns: [ShownColumn], _ widths: [Int]) -> String {
        let padded = zip(zip(cells, columns), widths).map { cell, width in
            TextWidth.padded(TextWidth.cut(cell.0, to: width), to: width, alignRight: cell.1.alignsRight)
        }
        var line = padded.joined(separator: Self.gutter)
        while line.hasSuffix(" ") { line.removeLast() }
        return line + "\n"
    }

    /// Takes from the widest columns what does not fit the terminal.
    private func fitted(_ widths: [Int]) -> [Int] {
        guard let width else { return widths }
        var widths = widths
        var excess = widths.reduce(0, +) + Self.gutter.count * max(0, widths.count - 1) - width
        while excess > 0, let widest = widths.max(), widest > Self.narrowest, let index = widths.firstIndex(of: widest) {
            widths[index] -= 1
            excess -= 1
        }
        return widths
    }

    private static let gutter = "  "
    private static let narrowest = 6

    private func oneLine(_ text: String) -> String {
        let flat = text.utf8.contains { $0 < 0x20 } ? String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : text
        return TerminalText.harmless(flat)
    }

    // MARK: - Records

    private func record(_ answer: Answer) -> String {
        let labels = answer.columns.map { text.label(column: $0) }
        let indent = (labels.map { TextWidth.of($0) }.max() ?? 0) + Self.gutter.count
        var out = ""
        for (label, value) in zip(labels, answer.rows.first ?? []) where value != .none && value != .list([]) {
            let lines = TerminalText.harmless(text(value)).split(separator: "\n", omittingEmptySubsequences: false)
            let shown = lines.joined(separator: "\n" + String(repeating: " ", count: indent))
            out += "\(TextWidth.padded(label, to: indent))\(shown)\n"
        }
        return out
    }
}

extension Value {
    /// Whether it is lined up on the right, as figures are.
    fileprivate var isFigure: Bool {
        switch self {
        case .integer, .decimal, .none: true
        default: false
        }
    }
}
