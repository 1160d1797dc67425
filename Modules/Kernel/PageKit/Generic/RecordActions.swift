import Operations
import PluginKit

/// What may be done with a record on its generated page: the commands of the same noun that ask for the same key.
enum RecordActions {
    static func html(_ answer: Answer, of query: AnyOperation, _ context: PageContext) -> HTML? {
        guard let key = query.positional.first, let value = context.query(key) else { return nil }
        let noun = query.name.words.dropLast()
        let commands = context.contents.operations.values.filter { command in
            command.kind == .command && command.name.words.dropLast() == noun && command.positional.first == key
                && command.access.allows(context.principal)
        }.sorted { $0.name.text < $1.name.text }
        guard !commands.isEmpty else { return nil }
        return commands.map { command in
            context.button(command.name, settled: [(key, value), ("version", answer.text("version"))])
        }.joined()
    }
}
