import Operations
import PluginKit

/// One command of the program: an operation, or something the host itself does.
struct CommandEntry: Sendable {
    enum Action: Sendable {
        case operation(AnyOperation)
        case host(AnyHostCommand)
    }

    let action: Action

    var shape: OperationShape {
        switch action {
        case .operation(let operation): operation.shape
        case .host(let command): command.shape
        }
    }

    var name: OperationName {
        switch action {
        case .operation(let operation): operation.name
        case .host(let command): command.shape.name
        }
    }

    var words: [String] { CommandWords.of(name) }
}

/// All commands of a program.
struct CommandIndex: Sendable {
    let registry: Registry

    /// Every command, by its words.
    func entries() -> [CommandEntry] {
        let operations = registry.values(OperationSlot.self).map { CommandEntry(action: .operation($0)) }
        let commands = registry.values(HostCommands.self).map { CommandEntry(action: .host($0)) }
        return (operations + commands).sorted { $0.words.lexicographicallyPrecedes($1.words) }
    }

    /// The command that the first words name, and how many words that takes; the longest name wins.
    func entry(leading words: ArraySlice<String>) -> (CommandEntry, Int)? {
        let leading = Array(words.prefix(Self.deepest).prefix { !$0.hasPrefix("-") })
        for count in stride(from: leading.count, to: 0, by: -1) {
            let words = Array(leading.prefix(count))
            if let entry = entry(words) { return (entry, count) }
        }
        return nil
    }

    /// Words a name has at most.
    private static let deepest = 4

    private func entry(_ words: [String]) -> CommandEntry? {
        if let operation = registry.values(OperationSlot.self).first(where: { Self.matches($0.name.text, words) }) {
            return CommandEntry(action: .operation(operation))
        }
        return registry.values(HostCommands.self).first { Self.matches($0.shape.name.text, words) }
            .map { CommandEntry(action: .host($0)) }
    }

    private static func matches(_ name: String, _ words: [String]) -> Bool {
        guard let first = words.first, name.utf8.first == first.utf8.first else { return false }
        return CommandWords.of(OperationName(name)) == words
    }
}
