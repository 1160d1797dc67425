import PluginKit

/// A part of the overview: figures, a chart, a short list.
public struct OverviewPart: Sendable {
    /// `statistics.figures`
    public let id: String
    /// Parts stand in the order of their positions.
    public let position: Int
    let render: @Sendable (PageContext) throws -> HTML?

    /// - Parameter render: makes the part for the round named in the address, or for everything; nil where it has nothing to show
    ///   this person.
    public init(_ id: String, position: Int, render: @escaping @Sendable (PageContext) throws -> HTML?) {
        self.id = id
        self.position = position
        self.render = render
    }
}

/// Slot for parts of the overview.
public enum OverviewParts: ContributionKind {
    public static let slot = "overview"
    public static let keysAreNamespaced = true
    public static func key(of value: OverviewPart) -> String { value.id }
}
