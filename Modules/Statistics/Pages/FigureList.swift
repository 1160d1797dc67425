import Operations
import PageKit
import PluginKit

/// The page on which a list query stands, so that a figure whose rows it lists leads there and not to the page made for any query.
public struct FigureList: Sendable {
    public let operation: OperationName
    let path: String

    /// - Parameter path: a field of the query in braces stands for its value, `/pools/{pool}`; all others are filters of the page.
    public init(_ operation: OperationName, at path: String) {
        self.operation = operation
        self.path = path
    }

    /// The address of the list with the filters that leave just a figure's rows.
    func address(_ fields: [(name: String, value: String)]) -> String {
        let inPath = fields.filter { path.contains("{\($0.name)}") }
        let place = inPath.reduce(path) { $0.replacing("{\($1.name)}", with: $1.value) }
        return SitePath.with(place, fields.filter { field in !inPath.contains { $0.name == field.name } })
    }
}

/// Slot for the pages of lists behind figures.
public enum FigureLists: ContributionKind {
    public static let slot = "figureLists"
    public static func key(of value: FigureList) -> String { value.operation.text }
}
