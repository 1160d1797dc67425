import PluginKit

/// Something a user can do. Declared once; the command, the route, the form, the permission list, the audit record and the
/// reference page are derived from it.
///
/// Conform to ``Command`` (writes) or ``Query`` (reads).
public protocol Operation: Sendable {
    /// The fields a caller fills in. Labels and help come from the strings `NAME.FIELD` and `NAME.FIELD.help`.
    associatedtype Input: Codable & Sendable
    associatedtype Output: Answerable
    /// What `run` is given: ``WriteContext`` for commands, ``ReadContext`` for queries.
    associatedtype Context

    /// `unit.import`: nouns, then a verb; typed `xuncha unit import`, posted to `/api/v1/unit/import`.
    static var name: OperationName { get }
    static var access: Access { get }
    /// Input fields that the command line takes by position, in order.
    static var positional: [String] { get }

    init()

    /// Only the dispatcher calls it.
    func run(_ input: Input, in context: Context) throws -> Output
}

extension Operation {
    public static var positional: [String] { [] }
}

/// An operation that writes. It runs inside one transaction that the dispatcher opens, audits and commits.
public protocol Command: Operation where Context == WriteContext {
    /// Slow work that must not hold up other writers, such as hashing a password: done before the transaction opens, after the
    /// access was checked. What it finds goes back in the input. Nothing at all unless the operation says otherwise.
    func prepare(_ input: Input, with preparation: Preparation) throws -> Input
}

extension Command {
    public func prepare(_ input: Input, with preparation: Preparation) throws -> Input { input }
}

/// An operation that reads.
public protocol Query: Operation where Context == ReadContext {}

/// A dotted name in lower case, `rectification.plan.submit`.
public struct OperationName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let text: String

    public init(stringLiteral value: String) { text = value }
    public init(_ text: String) { self.text = text }

    public var words: [String] { text.split(separator: ".").map(String.init) }
    public var description: String { text }
}

/// Input for operations that ask for nothing.
public struct NoInput: Codable, Sendable {
    public init() {}
}
