import Operations
import PluginKit

/// Something that waits for somebody: what it is, until when, and whose turn it is.
public struct WorkItem: Sendable, Tabular {
    /// What it is, in a sentence: number, unit, matter.
    public var title: Message
    /// Path of its page.
    public var path: String
    public var state: Value
    public var due: CalendarDate?
    /// Whose turn it is.
    public var holder: Message
    /// Whether it waits for the person who asks; otherwise for somebody else.
    public var isMine: Bool

    public init(title: Message, path: String, state: Value, due: CalendarDate? = nil, holder: Message, isMine: Bool) {
        self.title = title
        self.path = path
        self.state = state
        self.due = due
        self.holder = holder
        self.isMine = isMine
    }

    public static let columns: [TableColumn<WorkItem>] = [
        .sentence("workTitle") { $0.title },
        TableColumn("workState") { $0.state },
        .date("workDue") { $0.due },
        .sentence("workHolder") { $0.holder },
        .flag("workMine") { $0.isMine },
        .text("workPath") { $0.path },
    ]
    public static let briefColumns: [String]? = ["workTitle", "workState", "workDue", "workHolder"]
}

/// Where items of work come from: a module looks what of its own waits for a person, and what they wait for.
public struct WorkSource: Sendable {
    /// `rectification.items`
    public let name: String
    let items: @Sendable (_ limit: Int, ReadContext) throws -> [WorkItem]

    /// - Parameter items: at most so many, the most urgent first, only what the person may see.
    public init(_ name: String, items: @escaping @Sendable (_ limit: Int, ReadContext) throws -> [WorkItem]) {
        self.name = name
        self.items = items
    }
}

/// Slot for work.
public enum WorkSources: ContributionKind {
    public static let slot = "work"
    public static let keysAreNamespaced = true
    public static func key(of value: WorkSource) -> String { value.name }
}
