import Operations
import Persistence
import PluginKit
import Synchronization

/// What the slots say, arranged once for looking up.
final class SiteContents: Sendable {
    let operations: [OperationName: AnyOperation]
    let navigation: [NavigationEntry]
    let searches: [SearchSource]
    let imports: [OperationName: ImportForm]
    let serial: [OperationName: SerialForm]
    private let pages: [(pattern: PathPattern, page: SitePage)]
    private let tones: [String: Tone]
    private let links: LinkTable
    private let widgets: [String: FieldWidget.Kind]
    private let letterhead: Letterhead?
    private let issuer = Mutex<Message?>(nil)
    private let fields = Mutex<[OperationName: [Field]]>([:])

    init(_ registry: Registry) {
        let operations = registry.values(OperationSlot.self)
        self.operations = Dictionary(operations.map { ($0.name, $0) }) { first, _ in first }
        navigation = registry.values(NavigationEntries.self).sorted { $0.place < $1.place }
        searches = registry.values(SearchSources.self).sorted { $0.position < $1.position }
        imports = Dictionary(registry.values(ImportForms.self).map { ($0.operation, $0) }) { first, _ in first }
        serial = Dictionary(registry.values(SerialForms.self).map { ($0.operation, $0) }) { first, _ in first }
        pages = registry.values(Pages.self).map { (PathPattern($0.pattern), $0) }
            .sorted { $0.0.placeCount < $1.0.placeCount }
        tones = Dictionary(registry.values(StateTones.self).map { ($0.word, $0.tone) }) { first, _ in first }
        links = LinkTable(declared: registry.values(RecordLinks.self), operations)
        letterhead = registry.values(Letterheads.self).first
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

    /// The link of a column in an operation's answer; nil where the person may not open what it leads to.
    func link(_ column: String, in operation: OperationName?, for principal: Principal) -> RecordLink? {
        links.link(column, in: operation).flatMap { mayOpen($0.address("-"), principal) ? $0 : nil }
    }

    /// Whether a person may open the page at an address. What its record is, the page itself looks at.
    func mayOpen(_ address: String, _ principal: Principal) -> Bool {
        guard let (page, values) = page(at: String(address.prefix { $0 != "?" })) else { return false }
        switch page.access {
        case .operation(let name): return operations[name]?.access.allows(principal) ?? false
        case .condition(let holds): return holds(principal)
        case .everyone: break
        }
        guard let named = values["operation"] else { return true }
        return operations[OperationName(named)]?.access.allows(principal) ?? false
    }

    /// What the audit calls the page at a path: the operation it shows, else its pattern; nil where there is no page or operation.
    func action(at path: String) -> String? {
        guard let (page, values) = page(at: path) else { return nil }
        if case .operation(let name) = page.access { return name.text }
        guard let named = values["operation"] else { return page.pattern }
        return operations[OperationName(named)]?.name.text
    }

    /// Whose paper a printed page is; asked until somebody knows.
    func issuer(_ store: Store) -> Message? {
        if let known = issuer.withLock({ $0 }) { return known }
        guard let letterhead, let found = try? store.read({ try letterhead.issuer($0) }) else { return nil }
        issuer.withLock { $0 = found }
        return found
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

/// Where columns lead: as modules say, and otherwise to the generated page of the record they name.
private struct LinkTable: Sendable {
    private let declared: [String: [RecordLink]]
    /// By noun and key.
    private let own: [[String]: RecordLink]
    /// By key, where it is called like its noun.
    private let general: [String: RecordLink]

    init(declared links: [RecordLink], _ operations: [AnyOperation]) {
        declared = Dictionary(grouping: links, by: \.column)
        var own: [[String]: RecordLink] = [:]
        var general: [String: RecordLink] = [:]
        for query in operations where query.kind == .query && query.name.words.last == "show" {
            guard let key = query.positional.first else { continue }
            let noun = Array(query.name.words.dropLast())
            let link = RecordLink(key, query: query.name, field: key)
            own[noun + [key]] = link
            if noun.last == key { general[key] = link }
        }
        self.own = own
        self.general = general
    }

    func link(_ column: String, in operation: OperationName?) -> RecordLink? {
        let found = declared[column] ?? []
        if let operation, let named = found.first(where: { $0.operations.contains(operation) }) { return named }
        if let everywhere = found.first(where: { $0.operations.isEmpty }) { return everywhere }
        if let operation, let link = own[operation.words.dropLast() + [column]] { return link }
        return general[column]
    }
}
