import Operations
import PageKit
import PluginKit

/// The figures that the address of a page asks for: of a round, a term, a year, other days or everything.
struct AskedFigures {
    let context: PageContext

    /// The fields of the address that say so, for the addresses of other pages.
    var fields: [(name: String, value: String)] {
        ShowStatistics.Input.periods.compactMap { name in context.query(name).map { (name: name, value: $0) } }
    }

    /// - Throws: what `statistics show` refuses.
    func lines(_ id: String? = nil) throws -> [FigureLine] {
        let input = ShowStatistics.Input(
            id: id, round: context.query("round"), term: try value("term", "integer") { Int($0) },
            year: try value("year", "integer") { Int($0) }, from: try value("from", "date") { CalendarDate($0) },
            to: try value("to", "date") { CalendarDate($0) })
        return try lines(input)
    }

    /// What cannot be read is refused; it would otherwise ask for everything.
    private func value<Value>(_ name: String, _ kind: String, _ read: (String) -> Value?) throws -> Value? {
        try context.query(name).map { text in
            guard let value = read(text.trimmed) else { throw Rule.invalid.refused(kind, field: name, ["value": .text(text)]) }
            return value
        }
    }

    func lines(_ input: ShowStatistics.Input) throws -> [FigureLine] {
        try context.dispatcher.run(ShowStatistics.self, input, as: context.principal).rows
    }

    /// Where a figure stands with its definition.
    func page(of id: String) -> String { SitePath.with(SitePath.of("figures", id), fields) }

    /// Where the rows behind a figure are listed; nil where this person may not list them.
    func rows(of line: FigureLine) -> String? {
        guard let rows = line.indicator.rows, context.mayRun(rows.operation) else { return nil }
        let fields = rows.fields(in: line.scope)
        let list = context.registry.values(FigureLists.self).first { $0.operation == rows.operation }
        return list?.address(fields) ?? OperationPages.address(rows.operation, fields)
    }

    /// A figure as it is shown.
    func text(_ line: FigureLine) -> String {
        ValueText(strings: context.words.strings, language: context.words.language)(line.figure.shown)
    }
}
