import Operations
import PluginKit

/// A computed figure with the numbers it comes from.
public struct Figure: Sendable, Hashable {
    /// What is shown.
    public enum Shown: Sendable, Hashable {
        case text(String)
        case integer(Int)
        /// In hundredths of a percent, 76.00 % is 7600; nil where the denominator is 0.
        case percent(Int?)
    }

    public var value: Shown
    public var numerator: Int?
    public var denominator: Int?

    public init(value: Shown, numerator: Int? = nil, denominator: Int? = nil) {
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
    }

    /// A number of things.
    public static func count(_ count: Int) -> Figure { Figure(value: .integer(count)) }

    /// A share in percent with two decimals, half up (domain 7).
    public static func share(_ numerator: Int, of denominator: Int) -> Figure {
        Figure(
            value: .percent(Percent.ratio(numerator, of: denominator)), numerator: numerator, denominator: denominator)
    }

    /// As it is shown: a share of nothing is "—".
    var shown: Value {
        switch value {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .percent(let hundredths): hundredths.map { .decimal(Percent.text(hundredths: $0)) } ?? .text("—")
        }
    }
}

/// One line of the statistics.
struct FigureLine: Tabular {
    var indicator: Indicator
    var figure: Figure

    static let columns: [TableColumn<FigureLine>] = [
        .text("id") { $0.indicator.id },
        TableColumn("title") { $0.indicator.title },
        TableColumn("value") { $0.figure.shown },
        TableColumn("unit") { $0.indicator.unit.value },
        .integer("numerator") { $0.figure.numerator },
        .integer("denominator") { $0.figure.denominator },
        .text("figureRows") { $0.indicator.rows?.command },
    ]
    static let briefColumns: [String]? = ["id", "title", "value", "unit", "figureRows"]

    /// Computes every indicator for a scope, or the one with an id.
    static func all(_ scope: IndicatorScope, only id: String? = nil, in context: ReadContext) throws -> [FigureLine] {
        try context.registry.indicators.filter { id == nil || $0.id == id }.map {
            FigureLine(indicator: $0, figure: try $0.compute(scope, context))
        }
    }
}
