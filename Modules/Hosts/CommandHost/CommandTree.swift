import ArgumentParser
import Operations
import PluginKit

/// All commands as a tree of groups, built only where help, completion or a usage error needs it.
struct CommandTree: Sendable {
    let entries: [CommandEntry]

    /// The entry with exactly these words.
    func entry(_ words: [String]) -> CommandEntry? { entries.first { $0.words == words } }

    /// Whether commands begin with these words and go on.
    func isGroup(_ words: [String]) -> Bool {
        entries.contains { $0.words.count > words.count && $0.words.starts(with: words) }
    }

    /// The parser types of what stands one word below.
    func subcommands(of words: [String]) -> [any ParsableCommand.Type] {
        var names: [String] = []
        for entry in entries where entry.words.count > words.count && entry.words.starts(with: words) {
            let name = entry.words[words.count]
            if names.last != name { names.append(name) }
        }
        return names.compactMap { type(of: words + [$0]) }
    }

    /// The parser type of a command or group; nil when there is neither.
    func type(of words: [String]) -> (any ParsableCommand.Type)? {
        if let entry = entry(words) { return Self.command(entry.shape.metatype) }
        let first = entries.first { $0.words.starts(with: words) }
        return first.flatMap { Self.group($0.shape.metatype, depth: words.count) }
    }

    private static func command(_ type: any Operation.Type) -> any ParsableCommand.Type {
        func open<Op: Operation>(_ type: Op.Type) -> any ParsableCommand.Type { OperationCommand<Op>.self }
        return open(type)
    }

    /// A group is named by the first operation in it and how many of its words the group has: that makes every group a type
    /// of its own.
    private static func group(_ type: any Operation.Type, depth: Int) -> (any ParsableCommand.Type)? {
        func open<Op: Operation>(_ type: Op.Type) -> (any ParsableCommand.Type)? {
            switch depth {
            case 1: GroupCommand<Op, OneWord>.self
            case 2: GroupCommand<Op, TwoWords>.self
            case 3: GroupCommand<Op, ThreeWords>.self
            default: nil
            }
        }
        return open(type)
    }
}

/// What the parser types need to know and cannot be given: which program they belong to, in which language.
struct CommandScope: Sendable {
    let registry: Registry
    let language: Language
    let tree: CommandTree
    /// While help is written, required options look required; while words are parsed, every fault is found by the input itself.
    var isDescribing = true

    @TaskLocal static var current: CommandScope?

    func text(_ key: String) -> String? { registry.strings.text(key, in: language) }
    func text(_ message: Message) -> String { registry.strings.text(message, in: language) }
}

/// The program itself.
struct RootCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        let scope = CommandScope.current
        return CommandConfiguration(
            commandName: "xuncha", abstract: scope?.text("host.program") ?? "",
            discussion: scope?.text("host.program.help") ?? "",
            subcommands: scope?.tree.subcommands(of: []) ?? [])
    }
}

/// How many words a group's name has.
protocol GroupDepth { static var words: Int { get } }
enum OneWord: GroupDepth { static let words = 1 }
enum TwoWords: GroupDepth { static let words = 2 }
enum ThreeWords: GroupDepth { static let words = 3 }

/// A noun with commands below it, such as `rectification plan`.
struct GroupCommand<First: Operation, Depth: GroupDepth>: ParsableCommand {
    static var configuration: CommandConfiguration {
        let words = Array(CommandWords.of(First.name).prefix(Depth.words))
        let key = First.name.words.prefix(Depth.words).joined(separator: ".")
        let scope = CommandScope.current
        return CommandConfiguration(
            commandName: words.last ?? key, abstract: scope.map { $0.text(key) ?? contents(words, $0) } ?? "",
            discussion: scope?.text("\(key).help") ?? "",
            subcommands: scope?.tree.subcommands(of: words) ?? [])
    }

    /// What is in a group that nobody described.
    private static func contents(_ words: [String], _ scope: CommandScope) -> String {
        let labels = scope.tree.entries.filter { $0.words.starts(with: words) }.map { scope.text($0.name.text) ?? $0.name.text }
        return labels.joined(separator: scope.language == .zhHans ? "、" : ", ")
    }
}
