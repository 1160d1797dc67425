/// Everything the plugins brought, checked once and immutable from then on.
public struct Registry: Sendable {
    /// Manifests in the order plugins were loaded: requirements first, ties by id.
    public let manifests: [PluginManifest]
    public let strings: StringCatalogue
    // Written while building only; the storage is never handed out.
    private nonisolated(unsafe) let slots: [ObjectIdentifier: any SlotStorage]

    init(manifests: [PluginManifest], strings: StringCatalogue, slots: [ObjectIdentifier: any SlotStorage]) {
        self.manifests = manifests
        self.strings = strings
        self.slots = slots
    }

    /// The contributions to a slot, in load order.
    public func contributions<Kind: ContributionKind>(_ kind: Kind.Type) -> [Contribution<Kind.Value>] {
        (slots[ObjectIdentifier(kind)] as? Slot<Kind>)?.contributions ?? []
    }

    /// The values in a slot, in load order.
    public func values<Kind: ContributionKind>(_ kind: Kind.Type) -> [Kind.Value] {
        contributions(kind).map(\.value)
    }

    /// Builds the registry, or throws every problem found at once.
    ///
    /// The cross-checks of slots look at all strings and references; a program may leave them to `plugin check` and its tests
    /// (`crossChecks: false`) to start faster. Requirements, conflicts, capabilities and duplicate keys are always checked.
    public static func build(_ plugins: [any Plugin.Type], crossChecks: Bool = true) throws -> Registry {
        let (ordered, orderProblems) = LoadOrder(plugins.map { ($0, $0.manifest) }).resolve()
        var problems = orderProblems
        var slots: [ObjectIdentifier: any SlotStorage] = [:]
        var tables: [StringTable] = []
        for (plugin, manifest) in ordered {
            var registrar = Registrar(manifest: manifest, slots: slots)
            plugin.register(with: &registrar)
            slots = registrar.slots
            problems += registrar.problems
            tables += registrar.strings
        }
        let registry = Registry(manifests: ordered.map(\.1), strings: StringCatalogue(tables), slots: slots)
        let sorted = slots.values.sorted { $0.name < $1.name }
        for slot in sorted { problems += slot.duplicates() }
        if crossChecks {
            problems += registry.strings.problems()
            for slot in sorted { problems += slot.problems(registry: registry) }
        }
        guard problems.isEmpty else { throw PluginProblems(problems: problems.onceEach()) }
        return registry
    }
}

extension [PluginProblem] {
    /// The problems without repetitions.
    fileprivate func onceEach() -> [PluginProblem] {
        var kept: [PluginProblem] = []
        for problem in self where !kept.contains(problem) { kept.append(problem) }
        return kept
    }
}
