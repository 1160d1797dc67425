import HostKit
import Operations
import Persistence
import PluginKit

/// Something the command line does that is no operation on an office's records: making the file, backing it up, serving it.
///
/// It is declared like an operation, so that help, options and completion come from the same place.
public protocol HostOperation: Operation where Context == HostContext {}

/// Slot for the host's own commands.
public enum HostCommands: ContributionKind {
    public static let slot = "hostCommands"
    public static let keysAreNamespaced = true
    public static func key(of value: AnyHostCommand) -> String { value.shape.name.text }

    public static func problems(in contributions: [Contribution<AnyHostCommand>], registry: Registry) -> [PluginProblem] {
        let operations = Dictionary(
            registry.contributions(OperationSlot.self).map { ($0.key, $0.plugin) }, uniquingKeysWith: { first, _ in first })
        return contributions.flatMap { contribution in
            let other = operations[contribution.key]
            let duplicate = other.map {
                PluginProblem.duplicateKey(slot: slot, key: contribution.key, plugins: [$0, contribution.plugin])
            }
            return contribution.value.shape.problems(registry) + (duplicate.map { [$0] } ?? [])
        }
    }
}

extension Registrar {
    /// Brings a command of the host.
    public mutating func add<Op: HostOperation>(_ operation: Op.Type) {
        add(AnyHostCommand(operation, owner: ownerID), to: HostCommands.self)
    }
}

/// A host command of any type.
public struct AnyHostCommand: Sendable {
    public let shape: OperationShape
    let run: @Sendable (HostContext, any DecodableSource) throws -> Answer

    init<Op: HostOperation>(_ type: Op.Type, owner: String) {
        shape = OperationShape(name: Op.name, positional: Op.positional, owner: owner, metatype: type)
        run = { context, source in try Op().run(source.decode(Op.Input.self), in: context).answer }
    }
}

/// What a host command is given: the program and the terminal, but no open file.
public struct HostContext: Sendable {
    public let configuration: HostConfiguration
    public let registry: Registry
    /// The plugins of the program as it lists them, without the kernel's.
    public let plugins: [any Plugin.Type]
    public let environment: [String: String]
    public let time: TimeSource
    /// The account named with `--as`.
    public let account: String?
    public let console: Console
    /// Whether the answer is read by a person; a long command may then tell its story as it goes.
    public let isForPeople: Bool

    /// Opens the office's file.
    public func open(use: Store.Use = .single) throws -> Dispatcher {
        try Composition.open(configuration.database, registry: registry, use: use, time: time)
    }

    /// Tells the person something while the command goes on.
    public func say(_ message: Message) {
        console.writeError(registry.strings.text(message, in: configuration.language) + "\n")
    }

    /// Asks the person a yes-or-no question; no where nobody can be asked.
    public func confirm(_ question: Message) -> Bool {
        guard console.isErrorTerminal else { return false }
        console.writeError(registry.strings.text(question, in: configuration.language) + " [y/N] ")
        return ["y", "yes", "是"].contains(console.readLine()?.lowercased() ?? "")
    }
}
