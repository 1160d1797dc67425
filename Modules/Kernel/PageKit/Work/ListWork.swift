import Operations
import PluginKit

/// `work.list`: what waits for a person, and what they wait for; the most urgent first.
public struct ListWork: Query {
    public struct Input: Codable, Sendable {
        /// How many of each kind at most.
        public var limit: Int?

        public init(limit: Int? = nil) { self.limit = limit }
    }

    public static let name: OperationName = "work.list"
    public static let access = Access.everyone(
        reason: "everybody may see their own work; each source shows only what they may see")

    public init() {}

    /// - Throws: `E-VAL` on a limit outside 1…1000, and what the sources refuse.
    public func run(_ input: Input, in context: ReadContext) throws -> Page<WorkItem> {
        let limit = try PageRequest(limit: input.limit, after: nil).limit
        let items = try context.registry.values(WorkSources.self).flatMap { try $0.items(limit, context) }
        return Page(rows: items.sorted { Self.urgency($0) < Self.urgency($1) })
    }

    private static func urgency(_ item: WorkItem) -> (Int, CalendarDate, String) {
        (item.isMine ? 0 : 1, item.due ?? .latest, item.path)
    }
}
