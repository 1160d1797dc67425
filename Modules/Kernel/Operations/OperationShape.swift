import PluginKit

/// How an operation looks to callers: its name, its input, its columns. Everything a host derives comes from here.
public struct OperationShape: Sendable {
    public let name: OperationName
    public let positional: [String]
    /// The plugin that brought it.
    public let owner: String
    public let metatype: any Operation.Type

    public init(name: OperationName, positional: [String], owner: String, metatype: any Operation.Type) {
        self.name = name
        self.positional = positional
        self.owner = owner
        self.metatype = metatype
    }

    /// The input fields, learnt from the input type. Not cheap: ask once.
    public func fields() -> [Field] {
        func learn<Op: Operation>(_ type: Op.Type) -> [Field] { SchemaLearner.fields(of: Op.Input.self) }
        return learn(metatype)
    }

    /// Why the input cannot be described to callers; nil when it can.
    public func inputFailure() -> String? {
        func failure<Op: Operation>(_ type: Op.Type) -> String? { SchemaLearner.failure(of: Op.Input.self) }
        return failure(metatype)
    }

    /// Keys of the columns its answer may have.
    public var columnKeys: [String] {
        func keys<Op: Operation>(_ type: Op.Type) -> [String] { Op.Output.columnKeys }
        return keys(metatype)
    }

    /// What its answer always looks like; nil where it depends.
    public var answerShape: Answer.Shape? {
        func shape<Op: Operation>(_ type: Op.Type) -> Answer.Shape? { Op.Output.shape }
        return shape(metatype)
    }

    /// The columns of its rows or record; nil where they depend.
    public var answerColumns: [ColumnShape]? {
        func columns<Op: Operation>(_ type: Op.Type) -> [ColumnShape]? { Op.Output.columns }
        return columns(metatype)
    }

    /// The columns of the sections its answer may have, by their names.
    public var answerSections: [String: [ColumnShape]] {
        func sections<Op: Operation>(_ type: Op.Type) -> [String: [ColumnShape]] { Op.Output.sections }
        return sections(metatype)
    }

    /// Keys of the label of a field, the most special first.
    public func labelKeys(_ field: String) -> [String] { ["\(name).\(field)", "field.\(field)"] }

    /// Words that are missing, fields that hosts cannot ask for.
    public func problems(_ registry: Registry) -> [PluginProblem] {
        registry.strings.missing(requiredKeys(registry), plugin: owner) + inputProblems()
    }

    private func inputProblems() -> [PluginProblem] {
        let names = fields().map(\.name)
        let reserved = names.filter(Field.reservedNames.contains)
        let unknown = positional.filter { !names.contains($0) }
        let failure = inputFailure().map { [PluginProblem.unlearnableInput(operation: name.text, plugin: owner, reason: $0)] }
        return (failure ?? [])
            + reserved.map { .reservedField(operation: name.text, plugin: owner, field: $0) }
            + unknown.map { .unknownPosition(operation: name.text, plugin: owner, field: $0) }
    }

    private func requiredKeys(_ registry: Registry) -> [String] {
        var keys = [name.text, "\(name).help"] + columnKeys.map { "column.\($0)" }
        for field in fields() { keys += fieldKeys(field, path: field.name, registry) }
        return keys
    }

    private func fieldKeys(_ field: Field, path: String, _ registry: Registry) -> [String] {
        let special = "\(name).\(path)"
        let stem = registry.strings.text(special, in: .en) == nil ? "field.\(field.name)" : special
        var keys = [stem, "\(stem).help"]
        switch field.kind {
        case .choice(let vocabulary, let codes): keys += codes.map { "\(vocabulary).\($0)" }
        case .object(let fields): keys += fields.flatMap { fieldKeys($0, path: "\(path).\($0.name)", registry) }
        default: break
        }
        return keys
    }
}
