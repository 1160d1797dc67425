import Operations
import Organization
import PluginKit

/// Shows every indicator of a round, of a term, a year or other days, or of everything in the file, counted over what the person may
/// see. An indicator that cannot be limited so is left out.
struct ShowStatistics: Query {
    struct Input: Codable, Sendable {
        /// Id of one indicator; all of them when not given.
        var id: String?
        /// Code of the round.
        var round: String?
        /// Number of the term.
        var term: Int?
        var year: Int?
        /// First and last day.
        var from: CalendarDate?
        var to: CalendarDate?

        /// Names of the fields that limit, of which one may be given, `from` and `to` counting as one.
        static let periods = ["round", "term", "year", "from", "to"]
    }
    static let name: OperationName = "statistics.show"
    static let access = Access.roles(
        Role.districtWide.union(Role.team).union(Role.unit).union([.organisationDepartment, .hrBureau]))

    func run(_ input: Input, in context: ReadContext) throws -> Page<FigureLine> {
        let scope = try scope(input, context)
        guard let id = input.id else {
            let lines = try FigureLine.all(scope, in: context)
            return Page(rows: lines, sentence: sentence(scope, shown: lines.count, of: context.registry.indicators.count))
        }
        guard let indicator = context.registry.indicators.first(where: { $0.id == id }) else {
            throw Rule.notFound.refused("indicator", field: "id", ["id": .text(id)])
        }
        guard indicator.covers(scope) else {
            throw Rule.invalid.refused("figurePeriod", field: given(input).first, ["figure": .key("indicator.\(id)")])
        }
        return Page(rows: [try FigureLine(indicator, scope, in: context)], sentence: sentence(scope, shown: 1, of: 1))
    }

    private func given(_ input: Input) -> [String] {
        let fields = [input.round, input.term, input.year, input.from, input.to] as [Any?]
        return zip(Input.periods, fields).filter { $0.1 != nil }.map(\.0)
    }

    /// - Throws: `E-VAL` where several periods are given or one cannot be; `E-NOTFOUND` for a term.
    private func scope(_ input: Input, _ context: ReadContext) throws -> IndicatorScope {
        let kinds = given(input).filter { $0 != "to" || input.from == nil }
        guard kinds.count <= 1 else { throw Rule.invalid.refused("onePeriod", field: kinds[1]) }
        return IndicatorScope(round: input.round?.trimmed, days: try days(input, context), principal: context.principal)
    }

    private func days(_ input: Input, _ context: ReadContext) throws -> DayRange {
        if let year = input.year {
            guard let days = DayRange(year: year) else {
                throw Rule.invalid.refused("range", field: "year", ["low": "1900", "high": "2999", "value": "\(year)"])
            }
            return days
        }
        if let number = input.term {
            guard let term = try Terms.term(number: number, in: context.db) else {
                throw Rule.notFound.refused("term", field: "term", ["number": "\(number)"])
            }
            return try DayRange(term.startDate, term.endDate)
        }
        return try DayRange(input.from, input.to)
    }

    /// Says what the figures are limited to, and how many cannot be.
    private func sentence(_ scope: IndicatorScope, shown: Int, of all: Int) -> Message? {
        let left = ["count": "\(shown)", "left": "\(all - shown)"] as [String: Message.Argument]
        switch scope.period {
        case nil: return nil
        case .round: return Message("statistics.show.ofRound", left.merging(["round": .text(scope.round ?? "")]) { $1 })
        case .days:
            let days = [("from", scope.days.from), ("to", scope.days.to)].map {
                ($0, Message.Argument.text($1?.description ?? "…"))
            }
            return Message("statistics.show.ofDays", left.merging(days) { $1 })
        }
    }
}
