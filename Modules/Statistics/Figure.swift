import Operations
import PluginKit

/// A computed figure with the numbers it comes from.
public struct Figure: Sendable, Hashable {
    /// What is shown.
    public enum Shown: Sendable, Hashable {
        case text(String)
        case integer(Int)
        /// With two decimals, in hundredths: 76.00 is 7600; nil where there is nothing to divide by.
        case hundredths(Int?)
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
            value: .hundredths(Percent.ratio(numerator, of: denominator)), numerator: numerator, denominator: denominator)
    }

    /// As it is shown: a share of nothing is "—".
    var shown: Value {
        switch value {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .hundredths(let hundredths): hundredths.map { .decimal(Percent.text(hundredths: $0)) } ?? .text("—")
        }
    }
}

/// One line of the statistics.
struct FigureLine: Tabular {
    var indicator: Indicator
    var figure: Figure
    var scope: IndicatorScope

    static let columns: [TableColumn<FigureLine>] = [
        .text("id") { $0.indicator.id },
        TableColumn("title") { $0.indicator.title },
        TableColumn("value") { $0.figure.shown },
        TableColumn("unit") { $0.indicator.unit.value },
        .integer("numerator") { $0.figure.numerator },
        .integer("denominator") { $0.figure.denominator },
        .text("figureRows") { $0.indicator.rows?.command(in: $0.scope) },
    ]
    static let briefColumns: [String]? = ["id", "title", "value", "unit", "figureRows"]

    /// Computes every indicator that can be limited to the scope.
    static func all(_ scope: IndicatorScope, in context: ReadContext) throws -> [FigureLine] {
        try context.registry.indicators.filter { $0.covers(scope) }.map { try FigureLine($0, scope, in: context) }
    }

    init(_ indicator: Indicator, _ scope: IndicatorScope, in context: ReadContext) throws {
        self.indicator = indicator
        self.scope = scope
        figure = try indicator.compute(scope, context)
    }
}
