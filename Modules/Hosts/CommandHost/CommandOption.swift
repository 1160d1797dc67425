import Operations
import PluginKit

/// One option, flag or argument of a command line, made from an input field or one of the host's own.
struct CommandOption: Sendable {
    /// How its words are gathered.
    enum Form: Sendable {
        /// `--verbose`
        case flag
        /// `--closed`, and for the opposite `--no-closed`, which help pages leave out; nothing said is neither.
        case choiceOfFlags
        /// `--name VALUE`
        case option
        /// `VALUE`
        case argument
    }

    let field: Field
    let form: Form
    /// Whether it belongs to every command.
    let isGlobal: Bool

    var name: String { field.name }
    /// `--with-subordinates`, or `<code>` for an argument.
    var shown: String { form == .argument ? "<\(CommandWords.kebab(name))>" : "--\(CommandWords.kebab(name))" }

    /// The options of a command: its own in the order of its fields, then those of every command.
    static func all(of shape: OperationShape) -> [CommandOption] {
        let fields = shape.fields()
        let arguments = shape.positional.compactMap { name in fields.first { $0.name == name } }
        let named = fields.filter { !shape.positional.contains($0.name) }
        let hasDocument = fields.contains { $0.kind == .download }
        return arguments.map { CommandOption(field: $0, form: .argument, isGlobal: false) }
            + named.map { CommandOption(field: $0, form: form(of: $0), isGlobal: false) }
            + (hasDocument ? [CommandOption(field: force, form: .flag, isGlobal: true)] : [])
            + globals.map { CommandOption(field: $0, form: form(of: $0), isGlobal: true) }
    }

    private static func form(of field: Field) -> Form {
        guard field.kind == .flag, !field.isMany else { return .option }
        return field.isOptional ? .choiceOfFlags : .flag
    }

    private static let force = Field(name: "force", kind: .flag)
    private static let globals = [
        Field(
            name: "format", kind: .choice(vocabulary: "outputFormat", codes: OutputFormat.allCases.map(\.rawValue)),
            isOptional: true),
        Field(name: "lang", kind: .choice(vocabulary: "language", codes: Language.allCases.map(\.rawValue)), isOptional: true),
        Field(name: "database", kind: .upload, isOptional: true),
        Field(name: "as", kind: .text, isOptional: true),
        Field(name: "json", kind: .upload, isOptional: true),
        Field(name: "verbose", kind: .flag),
    ]
}

/// What `--format` offers.
enum OutputFormat: String, CaseIterable, Sendable {
    case table, json, csv
}
