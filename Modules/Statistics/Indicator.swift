import Operations
import PluginKit

/// A figure the office must report (domain 7): what it is called, its unit, and how it is computed.
///
/// Its title is the string `indicator.ID`, its definition (formula, base) the string `indicator.ID.definition`. Statistics knows
/// nobody's tables: whoever owns the rows computes the figure, with the same visibility as its lists.
public struct Indicator: Sendable {
    /// `rectification.rate`; unique in the program and never reused with another meaning.
    public let id: String
    public let unit: IndicatorUnit
    /// Its number in the office's statistical form F45; figures are shown in this order.
    public let position: Int
    /// What it can be limited to. Of anything else it says nothing, rather than a number of everything under another heading.
    public let periods: Set<IndicatorPeriod>
    /// The list of the rows behind it; nil where no list shows exactly them (R-STA-01).
    public let rows: IndicatorRows?
    /// Computes the figure from the rows that `scope.principal` may see.
    public let compute: @Sendable (IndicatorScope, ReadContext) throws -> Figure

    public init(
        id: String, unit: IndicatorUnit, position: Int, periods: Set<IndicatorPeriod> = [.round], rows: IndicatorRows? = nil,
        compute: @escaping @Sendable (IndicatorScope, ReadContext) throws -> Figure
    ) {
        self.id = id
        self.unit = unit
        self.position = position
        self.periods = periods
        self.rows = rows
        self.compute = compute
    }

    func covers(_ scope: IndicatorScope) -> Bool { scope.period.map(periods.contains) ?? true }

    var title: Value { .phrase(Message("indicator.\(id)")) }
    var definition: Value { .phrase(Message("indicator.\(id).definition")) }
}

/// A list query with its fields, which shows the rows behind a figure. It takes what the figure can be limited to in its own fields
/// `round`, or `from` and `to`.
public struct IndicatorRows: Sendable, Hashable {
    public let operation: OperationName
    public let fields: [String: String]

    public init(_ operation: OperationName, _ fields: [String: String] = [:]) {
        self.operation = operation
        self.fields = fields
    }

    /// Its fields with those of a scope, by name.
    func fields(in scope: IndicatorScope) -> [(name: String, value: String)] {
        fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) } + scope.fields
    }

    /// As the command line types it: `career list --kind promotion`, a flag by its name alone.
    func command(in scope: IndicatorScope) -> String {
        (operation.words + fields(in: scope).flatMap { $0.value == "true" ? ["--\($0.name)"] : ["--\($0.name)", $0.value] })
            .joined(separator: " ")
    }
}

/// What figures are counted in; shown as the string `indicatorUnit.CODE`. Open: contributors may bring their own with its string.
public struct IndicatorUnit: RawRepresentable, Sendable, Hashable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 个
    public static let items = IndicatorUnit(rawValue: "items")
    /// 人: each person once
    public static let persons = IndicatorUnit(rawValue: "persons")
    /// 人次: each time a person is counted
    public static let personTimes = IndicatorUnit(rawValue: "personTimes")
    /// 学时
    public static let hours = IndicatorUnit(rawValue: "hours")
    /// 分
    public static let points = IndicatorUnit(rawValue: "points")
    /// %
    public static let percent = IndicatorUnit(rawValue: "percent")

    var value: Value { .word(code: rawValue, key: "indicatorUnit.\(rawValue)") }
}

/// What a figure can be limited to (domain 7). A year and a term are days.
public enum IndicatorPeriod: Sendable, Hashable {
    case round, days
}

/// Which rows a figure is about, and through whose eyes.
public struct IndicatorScope: Sendable {
    /// Code of the round, `14-3`; nil where no round is asked for.
    public var round: String?
    /// On which days; every day where none are asked for. Never together with a round.
    public var days: DayRange
    /// Rows that this person may not see are not counted. In a snapshot it is not the one who asks.
    public var principal: Principal

    public init(round: String? = nil, days: DayRange = .always, principal: Principal) {
        self.round = round
        self.days = days
        self.principal = principal
    }

    /// What it is limited to; nil for everything in the file.
    var period: IndicatorPeriod? { round != nil ? .round : days == .always ? nil : .days }

    /// As the fields of a list.
    var fields: [(name: String, value: String)] {
        [("round", round), ("from", days.from?.description), ("to", days.to?.description)].compactMap { name, value in
            value.map { (name: name, value: $0) }
        }
    }
}

/// Slot for indicators.
public enum Indicators: ContributionKind {
    public static let slot = "indicators"
    public static func key(of value: Indicator) -> String { value.id }

    /// Every indicator needs a title, a definition and the name of its unit in both languages.
    public static func problems(in contributions: [Contribution<Indicator>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { contribution in
            let indicator = contribution.value
            return registry.strings.missing(
                [
                    "indicator.\(indicator.id)", "indicator.\(indicator.id).definition",
                    "indicatorUnit.\(indicator.unit.rawValue)",
                ],
                plugin: contribution.plugin)
        }
    }
}

extension Registry {
    /// All indicators in the order of the statistical form; those of one number as they were registered.
    var indicators: [Indicator] {
        values(Indicators.self).enumerated()
            .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element)
    }
}
