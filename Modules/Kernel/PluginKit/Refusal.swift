/// An error that people see: every refusal of the product is one.
public protocol UserFacingError: Error, Sendable {
    /// What was refused, everything at once.
    var refusals: [Refusal] { get }
}

/// One reason why something was refused: which rule, which field, what to do.
public struct Refusal: UserFacingError, Hashable {
    public var rule: Rule
    /// Path of the input field concerned, `measures.2.due`; nil when it is not about one field.
    public var field: String?
    public var message: Message

    public init(rule: Rule, field: String? = nil, message: Message) {
        self.rule = rule
        self.field = field
        self.message = message
    }

    public var kind: RefusalKind { rule.kind }
    public var refusals: [Refusal] { [self] }
    /// The sentence that says what to do about it.
    public var remedy: Message { Message("\(rule.id).remedy", message.arguments) }
}

/// Several refusals found in one go.
public struct Refusals: UserFacingError {
    public var refusals: [Refusal]

    public init(_ refusals: [Refusal]) {
        self.refusals = refusals
    }
}

/// Collects what is wrong, so that everything is reported together.
public struct Checks: Sendable {
    public private(set) var refusals: [Refusal] = []

    public init() {}

    /// Notes the refusal unless the condition holds.
    public mutating func require(_ condition: Bool, _ refusal: @autoclosure () -> Refusal) {
        if !condition { refusals.append(refusal()) }
    }

    public mutating func add(_ refusal: Refusal) {
        refusals.append(refusal)
    }

    /// Throws everything noted so far; does nothing when all was well.
    public func finish() throws {
        guard let first = refusals.first else { return }
        throw refusals.count == 1 ? first : Refusals(refusals) as any Error
    }
}
