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
    ///   - query: the filters that leave just these rows. What the figure is limited to is added as `round`, or `from` and `to`.
    public init(_ indicator: String, in operation: OperationName, at path: String, _ query: [(name: String, value: String)] = [])
    {
        self.indicator = indicator
        self.operation = operation
        self.path = path
        self.query = query
    }

    /// The address of the rows; nil where this person may not list them.
    func address(in scope: IndicatorScope, _ context: PageContext) -> String? {
        context.mayRun(operation) ? SitePath.with(path, query + scope.fields) : nil
    }
}

/// Slot for the rows behind figures.
public enum FigureRowLists: ContributionKind {
    public static let slot = "figureRows"
    public static func key(of value: FigureRows) -> String { value.indicator }
}
