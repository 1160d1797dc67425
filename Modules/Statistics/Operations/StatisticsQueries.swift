import Operations
import PluginKit

/// Shows the figures of an archived round as they stood when it was archived. They are the whole round's, so only people who see
/// the whole district may ask.
struct ShowSnapshot: Query {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
    }
    static let name: OperationName = "statistics.snapshot"
    static let access = Access.roles(Role.districtWide.union([.archivist]))

    func run(_ input: Input, in context: ReadContext) throws -> Page<SnapshotLine> {
        let lines = try Snapshot.lines(of: input.round, in: context.db)
        guard !lines.isEmpty else { throw Rule.notFound.refused("snapshot", field: "round", ["round": .text(input.round)]) }
        return Page(rows: lines)
    }
}

/// Says what each indicator means: its formula and its base.
struct ExplainStatistics: Query {
    struct Input: Codable, Sendable {
        /// Id of one indicator; all of them when not given.
        var id: String?
    }
    static let name: OperationName = "statistics.explain"
    static let access = Access.everyone(reason: "what a figure means is no secret")
    static let positional = ["id"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<IndicatorLine> {
        let wanted = context.registry.indicators.filter { input.id == nil || $0.id == input.id }
        if wanted.isEmpty, let id = input.id { throw Rule.notFound.refused("indicator", field: "id", ["id": .text(id)]) }
        return Page(rows: wanted.map(IndicatorLine.init))
    }
}

/// An indicator as people look it up.
struct IndicatorLine: Tabular {
    var indicator: Indicator

    static let columns: [TableColumn<IndicatorLine>] = [
        .text("id") { $0.indicator.id },
        TableColumn("title") { $0.indicator.title },
        TableColumn("unit") { $0.indicator.unit.value },
        TableColumn("definition") { $0.indicator.definition },
    ]
}
