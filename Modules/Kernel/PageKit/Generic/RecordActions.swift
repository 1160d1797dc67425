import Operations
import PluginKit

/// What belongs to a noun, found by the names of its operations: its list, its record, its steps, and the commands on both.
struct NounOperations {
    private let noun: [String]
    private let key: String?
    private let context: PageContext

    /// Verbs of commands that make a new record; the others need one.
    static let makingVerbs: Set<String> = ["add", "create", "draft", "import", "open", "record", "register", "submit", "invite"]

    init(of operation: AnyOperation, _ context: PageContext) {
        noun = operation.name.words.dropLast()
        self.context = context
        key = context.contents.operations[OperationName((noun + ["show"]).joined(separator: "."))]?.positional.first
    }

    /// The list that a record stands in, as a step of the way up.
    var list: (title: String, path: String)? {
        let name = OperationName((noun + ["list"]).joined(separator: "."))
        return context.mayRun(name) ? (context.words(name.text), OperationPages.path(name)) : nil
    }

    /// Buttons of the commands that make a new record.
    func making() -> HTML {
        commands.filter { Self.makingVerbs.contains($0.name.words.last ?? "") && !isOnRecord($0) }
            .map { context.button($0.name, isMain: $0.name.words.last == "add" || $0.name.words.last == "create") }.joined()
    }

    /// Buttons of the commands on one record.
    func onRecord(_ value: String, _ answer: Answer, without hidden: Set<OperationName>) -> HTML {
        guard let key else { return HTML() }
        return commands.filter { isOnRecord($0) && !hidden.contains($0.name) }.map { command in
            let version = context.hasField("version", of: command.name) ? answer.text("version") : nil
            return context.button(command.name, settled: [(key, value), ("version", version)], suggested: known(command, answer))
        }.joined()
    }

    /// What a record holds already, for the fields of a command of the same name.
    private func known(_ command: AnyOperation, _ answer: Answer) -> [(String, String?)] {
        context.contents.fields(of: command).filter { ![key, "version"].contains($0.name) && !$0.isMany }
            .map { ($0.name, answer.text($0.name)) }
    }

    /// The steps a record may take, where the noun has `steps` and `advance`.
    func steps(_ value: String, _ answer: Answer) -> StepList? {
        let outlook = OperationName((noun + ["steps"]).joined(separator: "."))
        let advance = OperationName((noun + ["advance"]).joined(separator: "."))
        guard let key, context.mayRun(outlook), let found = try? context.run(outlook, with: [key: value]) else { return nil }
        let version = context.hasField("version", of: advance) ? answer.text("version") : nil
        return StepList(found, words: context.words) { code in
            guard context.mayRun(advance) else { return nil }
            return context.form(advance, settled: [(key, value), ("to", code), ("version", version)])
        }
    }

    private func isOnRecord(_ command: AnyOperation) -> Bool {
        guard let key, command.positional.first == key else { return false }
        return !["add", "create", "open", "register"].contains(command.name.words.last ?? "")
    }

    private var commands: [AnyOperation] {
        context.contents.operations.values.filter {
            $0.kind == .command && $0.name.words.dropLast() == noun[...] && $0.access.allows(context.principal)
        }.sorted { $0.name.text < $1.name.text }
    }
}
