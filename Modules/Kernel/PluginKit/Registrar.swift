/// Handed to each plugin in turn; knows who is speaking and notes what is wrong.
public struct Registrar {
    let manifest: PluginManifest
    /// Id of the plugin that is speaking.
    public var ownerID: String { manifest.id }
    var slots: [ObjectIdentifier: any SlotStorage]
    var strings: [StringTable] = []
    var problems: [PluginProblem] = []

    /// Puts one value into a slot.
    public mutating func add<Kind: ContributionKind>(_ value: Kind.Value, to kind: Kind.Type) {
        let key = Kind.key(of: value)
        let contribution = Contribution(plugin: manifest.id, key: key, value: value)
        if !manifest.capabilities.contains(Kind.slot) {
            problems.append(.undeclaredCapability(plugin: manifest.id, slot: Kind.slot))
        }
        if Kind.keysAreNamespaced, !ownsKey(key) {
            problems.append(.foreignKey(plugin: manifest.id, slot: Kind.slot, key: key))
        }
        if let storage = slots[ObjectIdentifier(kind)] as? Slot<Kind> {
            storage.contributions.append(contribution)
        } else {
            let storage = Slot<Kind>()
            storage.contributions.append(contribution)
            slots[ObjectIdentifier(kind)] = storage
        }
    }

    /// Puts several values into a slot.
    public mutating func add<Kind: ContributionKind>(_ values: [Kind.Value], to kind: Kind.Type) {
        for value in values { add(value, to: kind) }
    }

    /// The plugin's words in every language.
    public mutating func add(_ table: StringTable) {
        strings.append(table)
    }

    private func ownsKey(_ key: String) -> Bool {
        let first = key.prefix { $0 != "." && $0 != "/" && $0 != "_" }
        return first == manifest.id || manifest.namespaces.contains(String(first))
    }
}

/// The filled slots while the registry is being built.
protocol SlotStorage: AnyObject {
    var name: String { get }
    func duplicates() -> [PluginProblem]
    func problems(registry: Registry) -> [PluginProblem]
}

final class Slot<Kind: ContributionKind>: SlotStorage {
    var contributions: [Contribution<Kind.Value>] = []
    var name: String { Kind.slot }

    func duplicates() -> [PluginProblem] {
        var owners: [String: String] = [:]
        var problems: [PluginProblem] = []
        for contribution in contributions {
            if let owner = owners.updateValue(contribution.plugin, forKey: contribution.key) {
                problems.append(.duplicateKey(slot: Kind.slot, key: contribution.key, plugins: [owner, contribution.plugin]))
            }
        }
        return problems
    }

    func problems(registry: Registry) -> [PluginProblem] {
        Kind.problems(in: contributions, registry: registry)
    }
}
