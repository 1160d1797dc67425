import Operations

/// What an access token may be used for: some operations, or those that only read.
public struct TokenScope: Sendable, Equatable {
    /// First words of operation names, such as `unit` or `unit.list`; empty for all of them.
    public var prefixes: [String]
    /// Whether it opens queries only.
    public var isReadOnly: Bool

    public init(prefixes: [String] = [], isReadOnly: Bool = false) {
        self.prefixes = prefixes
        self.isReadOnly = isReadOnly
    }

    public func allows(_ operation: OperationName, _ kind: AnyOperation.Kind) -> Bool {
        if isReadOnly, kind == .command { return false }
        return prefixes.isEmpty || prefixes.contains { operation.text == $0 || operation.text.hasPrefix("\($0).") }
    }

    init(stored: String, isReadOnly: Bool) {
        self.init(prefixes: stored.split(separator: " ").map(String.init), isReadOnly: isReadOnly)
    }

    var stored: String { prefixes.joined(separator: " ") }
}
