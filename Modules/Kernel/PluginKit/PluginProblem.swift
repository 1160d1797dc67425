/// One thing wrong with the plugins of a program. Each names the plugins concerned and says what to do.
public enum PluginProblem: Error, Sendable, Equatable {
    case duplicatePlugin(String)
    case duplicateNamespace(String, plugins: [String])
    case kernelMismatch(plugin: String, wants: Range<Version>)
    case missingRequirement(plugin: String, requires: String)
    case oldRequirement(plugin: String, requires: String, atLeast: Version, found: Version)
    case conflict(plugin: String, with: String)
    case cycle(path: [String])
    case undeclaredCapability(plugin: String, slot: String)
    case foreignKey(plugin: String, slot: String, key: String)
    case duplicateKey(slot: String, key: String, plugins: [String])
    case missingString(key: String, language: Language, plugin: String)
    case ambiguousString(key: String, plugins: [String])
    case missingAccess(operation: String, plugin: String)
    case foreignTable(plugin: String, table: String)
    case dangling(slot: String, key: String, reference: String, plugin: String)
    case unlearnableInput(operation: String, plugin: String, reason: String)
    case reservedField(operation: String, plugin: String, field: String)
    case unknownPosition(operation: String, plugin: String, field: String)

    /// The sentence shown to people.
    public var message: Message {
        switch self {
        case .duplicatePlugin(let id): Message("plugin.problem.duplicatePlugin", ["plugin": id])
        case .duplicateNamespace(let name, let plugins):
            Message("plugin.problem.duplicateNamespace", ["name": name, "plugins": plugins.joined(separator: ", ")])
        case .kernelMismatch(let plugin, let wants):
            Message("plugin.problem.kernelMismatch", ["plugin": plugin, "wants": "\(wants)", "kernel": "\(Kernel.version)"])
        case .missingRequirement(let plugin, let requires):
            Message("plugin.problem.missingRequirement", ["plugin": plugin, "requires": requires])
        case .oldRequirement(let plugin, let requires, let atLeast, let found):
            Message(
                "plugin.problem.oldRequirement",
                ["plugin": plugin, "requires": requires, "atLeast": "\(atLeast)", "found": "\(found)"])
        case .conflict(let plugin, let other): Message("plugin.problem.conflict", ["plugin": plugin, "other": other])
        case .cycle(let path): Message("plugin.problem.cycle", ["path": path.joined(separator: " → ")])
        case .undeclaredCapability(let plugin, let slot):
            Message("plugin.problem.undeclaredCapability", ["plugin": plugin, "slot": slot])
        case .foreignKey(let plugin, let slot, let key):
            Message("plugin.problem.foreignKey", ["plugin": plugin, "slot": slot, "key": key])
        case .duplicateKey(let slot, let key, let plugins):
            Message("plugin.problem.duplicateKey", ["slot": slot, "key": key, "plugins": plugins.joined(separator: ", ")])
        case .missingString(let key, let language, let plugin):
            Message("plugin.problem.missingString", ["key": key, "language": language.rawValue, "plugin": plugin])
        case .ambiguousString(let key, let plugins):
            Message("plugin.problem.ambiguousString", ["key": key, "plugins": plugins.joined(separator: ", ")])
        case .missingAccess(let operation, let plugin):
            Message("plugin.problem.missingAccess", ["operation": operation, "plugin": plugin])
        case .foreignTable(let plugin, let table):
            Message("plugin.problem.foreignTable", ["plugin": plugin, "table": table])
        case .dangling(let slot, let key, let reference, let plugin):
            Message("plugin.problem.dangling", ["slot": slot, "key": key, "reference": reference, "plugin": plugin])
        case .unlearnableInput(let operation, let plugin, let reason):
            Message("plugin.problem.unlearnableInput", ["operation": operation, "plugin": plugin, "reason": reason])
        case .reservedField(let operation, let plugin, let field):
            Message("plugin.problem.reservedField", ["operation": operation, "plugin": plugin, "field": field])
        case .unknownPosition(let operation, let plugin, let field):
            Message("plugin.problem.unknownPosition", ["operation": operation, "plugin": plugin, "field": field])
        }
    }
}

/// All problems of a program's plugins, together.
public struct PluginProblems: Error, Sendable {
    public var problems: [PluginProblem]

    public init(problems: [PluginProblem]) {
        self.problems = problems
    }
}
