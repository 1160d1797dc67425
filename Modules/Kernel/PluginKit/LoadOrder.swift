/// Puts plugins behind the ones they require and finds what stands in the way.
struct LoadOrder {
    private let entries: [(any Plugin.Type, PluginManifest)]

    init(_ entries: [(any Plugin.Type, PluginManifest)]) {
        self.entries = entries.sorted { $0.1.id < $1.1.id }
    }

    func resolve() -> ([(any Plugin.Type, PluginManifest)], [PluginProblem]) {
        var problems = manifestProblems()
        var remaining = entries
        var loaded: Set<String> = []
        var ordered: [(any Plugin.Type, PluginManifest)] = []
        let known = Set(entries.map(\.1.id))
        while let next = remaining.firstIndex(where: { entry in
            entry.1.requires.allSatisfy { loaded.contains($0.id) || !known.contains($0.id) }
        }) {
            let entry = remaining.remove(at: next)
            loaded.insert(entry.1.id)
            ordered.append(entry)
        }
        if !remaining.isEmpty {
            problems.append(.cycle(path: cyclePath(in: remaining.map(\.1))))
        }
        return (ordered, problems)
    }

    private func manifestProblems() -> [PluginProblem] {
        var problems: [PluginProblem] = []
        var versions: [String: Version] = [:]
        var claims: [String: String] = [:]
        for (_, manifest) in entries {
            if versions.updateValue(manifest.version, forKey: manifest.id) != nil {
                problems.append(.duplicatePlugin(manifest.id))
            }
            for name in [manifest.id] + manifest.namespaces {
                if let other = claims.updateValue(manifest.id, forKey: name), other != manifest.id {
                    problems.append(.duplicateNamespace(name, plugins: [other, manifest.id]))
                }
            }
            if !manifest.kernel.contains(Kernel.version) {
                problems.append(.kernelMismatch(plugin: manifest.id, wants: manifest.kernel))
            }
        }
        for (_, manifest) in entries {
            for requirement in manifest.requires {
                guard let version = versions[requirement.id] else {
                    problems.append(.missingRequirement(plugin: manifest.id, requires: requirement.id))
                    continue
                }
                if version < requirement.atLeast {
                    problems.append(
                        .oldRequirement(
                            plugin: manifest.id, requires: requirement.id, atLeast: requirement.atLeast, found: version))
                }
            }
            for other in manifest.conflicts where versions[other] != nil {
                problems.append(.conflict(plugin: manifest.id, with: other))
            }
        }
        return problems
    }

    /// Follows requirements from the first stuck plugin until one comes round again.
    private func cyclePath(in stuck: [PluginManifest]) -> [String] {
        let byID = Dictionary(stuck.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var path: [String] = []
        var current = stuck.first?.id
        while let id = current, !path.contains(id) {
            path.append(id)
            current = byID[id]?.requires.first { byID[$0.id] != nil }?.id
        }
        guard let again = current, let start = path.firstIndex(of: again) else { return path }
        return Array(path[start...]) + [again]
    }
}
