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
            var problems = operation.shape.problems(registry)
            if case .roles(let roles) = operation.access, roles.isEmpty {
                problems.append(.missingAccess(operation: operation.name.text, plugin: contribution.plugin))
            }
            return problems
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
    /// Runs it with input from a decoder. Whoever may not run it learns nothing of its input: access is asked first.
    public let run: @Sendable (Dispatcher, any DecodableSource, Principal) throws -> Answer

    init<Op: Command>(command: Op.Type, owner: String) {
        self.init(type: command, kind: .command, owner: owner) { dispatcher, source, principal in
            try dispatcher.authorise(Op.name, Op.access, principal)
            let answer = try dispatcher.run(Op.self, source.decode(Op.Input.self), as: principal, owner: owner).answer
            return try dispatcher.naming(answer, for: principal)
        }
    }

    init<Op: Query>(query: Op.Type, owner: String) {
        self.init(type: query, kind: .query, owner: owner) { dispatcher, source, principal in
            try dispatcher.authorise(Op.name, Op.access, principal)
            let answer = try dispatcher.run(Op.self, source.decode(Op.Input.self), as: principal).answer
            return try dispatcher.naming(answer, for: principal)
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

    /// What callers need to know about it.
    public var shape: OperationShape { OperationShape(name: name, positional: positional, owner: owner, metatype: metatype) }

    /// The input fields, learnt from the input type. Not cheap: ask once.
    public func fields() -> [Field] { shape.fields() }

    /// Keys of the columns its answer may have.
    public var columnKeys: [String] { shape.columnKeys }

    /// Keys of the label of a field, the most special first.
    public func labelKeys(_ field: String) -> [String] { shape.labelKeys(field) }
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
