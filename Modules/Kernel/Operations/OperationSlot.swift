import PluginKit

/// Slot for operations.
public enum OperationSlot: ContributionKind {
    public static let slot = "operations"
    public static let keysAreNamespaced = true
    public static func key(of value: AnyOperation) -> String { value.name.text }

    /// Every operation and field needs a label and help in both languages, somebody who may run it, and an input that hosts
    /// can describe.
    public static func problems(in contributions: [Contribution<AnyOperation>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { contribution in
            let operation = contribution.value
            var problems = registry.strings.missing(operation.requiredKeys(registry), plugin: contribution.plugin)
            if case .roles(let roles) = operation.access, roles.isEmpty {
                problems.append(.missingAccess(operation: operation.name.text, plugin: contribution.plugin))
            }
            return problems + operation.inputProblems()
        }
    }
}

extension Registrar {
    /// Brings a command.
    public mutating func add<Op: Command>(_ operation: Op.Type) {
        add(AnyOperation(command: operation, owner: ownerID), to: OperationSlot.self)
    }

    /// Brings a query.
    public mutating func add<Op: Query>(_ operation: Op.Type) {
        add(AnyOperation(query: operation, owner: ownerID), to: OperationSlot.self)
    }
}

/// An operation of any type, as hosts handle it.
public struct AnyOperation: Sendable {
    public enum Kind: Sendable { case command, query }

    public let name: OperationName
    public let kind: Kind
    public let access: Access
    public let positional: [String]
    /// The plugin whose tables it may write.
    public let owner: String
    public let metatype: any Operation.Type
    /// Runs it with input from a decoder.
    public let run: @Sendable (Dispatcher, any DecodableSource, Principal) throws -> Answer

    init<Op: Command>(command: Op.Type, owner: String) {
        self.init(type: command, kind: .command, owner: owner) { dispatcher, source, principal in
            try dispatcher.run(Op.self, source.decode(Op.Input.self), as: principal, owner: owner).answer
        }
    }

    init<Op: Query>(query: Op.Type, owner: String) {
        self.init(type: query, kind: .query, owner: owner) { dispatcher, source, principal in
            try dispatcher.run(Op.self, source.decode(Op.Input.self), as: principal).answer
        }
    }

    private init<Op: Operation>(
        type: Op.Type, kind: Kind, owner: String,
        run: @escaping @Sendable (Dispatcher, any DecodableSource, Principal) throws -> Answer
    ) {
        name = Op.name
        self.kind = kind
        access = Op.access
        positional = Op.positional
        self.owner = owner
        metatype = type
        self.run = run
    }

    /// The input fields, learnt from the input type. Not cheap: ask once.
    public func fields() -> [Field] {
        func learn<Op: Operation>(_ type: Op.Type) -> [Field] { SchemaLearner.fields(of: Op.Input.self) }
        return learn(metatype)
    }

    /// Why its input cannot be described to callers; nil when it can.
    public func inputFailure() -> String? {
        func failure<Op: Operation>(_ type: Op.Type) -> String? { SchemaLearner.failure(of: Op.Input.self) }
        return failure(metatype)
    }

    func inputProblems() -> [PluginProblem] {
        let names = fields().map(\.name)
        let reserved = names.filter(Field.reservedNames.contains)
        let unknown = positional.filter { !names.contains($0) }
        return (inputFailure().map { [.unlearnableInput(operation: name.text, plugin: owner, reason: $0)] } ?? [])
            + reserved.map { .reservedField(operation: name.text, plugin: owner, field: $0) }
            + unknown.map { .unknownPosition(operation: name.text, plugin: owner, field: $0) }
    }

    /// Keys of the columns its answer may have.
    public var columnKeys: [String] {
        func keys<Op: Operation>(_ type: Op.Type) -> [String] { Op.Output.columnKeys }
        return keys(metatype)
    }

    /// Keys of the label of a field, the most special first.
    public func labelKeys(_ field: String) -> [String] { ["\(name).\(field)", "field.\(field)"] }

    func requiredKeys(_ registry: Registry) -> [String] {
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

/// Where the values of an input come from: words of a command line, JSON, a form.
public protocol DecodableSource {
    /// - Throws: refusals naming every field that is missing or wrong.
    func decode<Input: Decodable>(_ type: Input.Type) throws -> Input
}

extension Registry {
    /// The operation of a name.
    public func operation(_ name: OperationName) -> AnyOperation? {
        contributions(OperationSlot.self).first { $0.value.name == name }?.value
    }

    /// The label of an operation's field in a language.
    public func label(_ field: String, of operation: AnyOperation, in language: Language) -> String {
        operation.labelKeys(field).lazy.compactMap { strings.text($0, in: language) }.first ?? field
    }
}
