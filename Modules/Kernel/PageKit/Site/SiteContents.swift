import Operations
import PluginKit
import Synchronization

/// What the slots say, arranged once for looking up.
final class SiteContents: Sendable {
    let operations: [OperationName: AnyOperation]
    let navigation: [NavigationEntry]
    let searches: [SearchSource]
    let imports: [OperationName: ImportForm]
    private let pages: [(pattern: PathPattern, page: SitePage)]
    private let tones: [String: Tone]
    private let links: [String: [RecordLink]]
    private let widgets: [String: FieldWidget.Kind]
    private let fields = Mutex<[OperationName: [Field]]>([:])

    init(_ registry: Registry) {
        let operations = registry.values(OperationSlot.self)
        self.operations = Dictionary(operations.map { ($0.name, $0) }) { first, _ in first }
        navigation = registry.values(NavigationEntries.self).sorted { ($0.position, $0.id) < ($1.position, $1.id) }
        searches = registry.values(SearchSources.self).sorted { $0.position < $1.position }
        imports = Dictionary(registry.values(ImportForms.self).map { ($0.operation, $0) }) { first, _ in first }
        pages = registry.values(Pages.self).map { (PathPattern($0.pattern), $0) }
            .sorted { $0.0.placeCount < $1.0.placeCount }
        tones = Dictionary(registry.values(StateTones.self).map { ($0.word, $0.tone) }) { first, _ in first }
        links = Dictionary(grouping: registry.values(RecordLinks.self), by: \.column)
        widgets = Dictionary(registry.values(FieldWidgets.self).map { ($0.label, $0.kind) }) { first, _ in first }
    }

    /// The page at a path and the values of the path's places.
    func page(at path: String) -> (page: SitePage, parameters: [String: String])? {
        let parts = path.split(separator: "/")
        for (pattern, page) in pages {
            if let values = pattern.match(parts) { return (page, values) }
        }
        return nil
    }

    func tone(_ word: String) -> Tone? { tones[word] }

    /// The link of a column in an operation's answer.
    func link(_ column: String, in operation: OperationName?) -> RecordLink? {
        guard let found = links[column] else { return nil }
        if let operation, let own = found.first(where: { $0.operations.contains(operation) }) { return own }
        return found.first { $0.operations.isEmpty }
    }

    func widget(_ labelKeys: [String]) -> FieldWidget.Kind? {
        labelKeys.lazy.compactMap { self.widgets[$0] }.first
    }

    /// The input fields of an operation, learnt once.
    func fields(of operation: AnyOperation) -> [Field] {
        if let known = fields.withLock({ $0[operation.name] }) { return known }
        let learnt = operation.fields()
        fields.withLock { $0[operation.name] = learnt }
        return learnt
    }
}
