import Operations
import PageKit
import PluginKit

/// Where the rows behind a figure are listed, so that every number can be opened.
public struct FigureRows: Sendable {
    public let indicator: String
    let operation: OperationName
    let path: String
    let query: [(name: String, value: String)]

    /// - Parameters:
    ///   - indicator: its id.
    ///   - operation: the list query that shows the rows; who may not run it is offered no link.
    ///   - path: where that list stands.
    ///   - query: the filters that leave just these rows. The round is added as `round`.
    public init(_ indicator: String, in operation: OperationName, at path: String, _ query: [(name: String, value: String)] = [])
    {
        self.indicator = indicator
        self.operation = operation
        self.path = path
        self.query = query
    }

    /// The address of the rows; nil where this person may not list them.
    func address(round: String?, _ context: PageContext) -> String? {
        guard context.mayRun(operation) else { return nil }
        return SitePath.with(path, query + (round.map { [(name: "round", value: $0)] } ?? []))
    }
}

/// Slot for the rows behind figures.
public enum FigureRowLists: ContributionKind {
    public static let slot = "figureRows"
    public static func key(of value: FigureRows) -> String { value.indicator }
}
