import Operations
import Persistence

/// Who knocks: where from, with what, and the session they had until now.
public struct Visitor: Sendable {
    /// The network address, as far as it can be believed.
    public var address: String
    /// What the browser calls itself.
    public var client: String
    /// The token of the session that a new one replaces.
    public var session: String?

    public init(address: String, client: String = "", session: String? = nil) {
        self.address = address
        self.client = client
        self.session = session
    }
}

/// Somebody whom the program knows.
public struct Holder: Sendable {
    /// What they showed.
    public enum Key: Sendable, Equatable {
        case session(UniqueID)
        case token(UniqueID, TokenScope)
    }

    public var principal: Principal
    /// The name people read.
    public var title: String
    public var key: Key

    init(account: Account, key: Key) {
        principal = account.principal
        title = account.title
        self.key = key
    }

    /// Whether what they showed is good for an operation.
    public func mayUse(_ operation: OperationName, _ kind: AnyOperation.Kind) -> Bool {
        guard case .token(_, let scope) = key else { return true }
        return scope.allows(operation, kind)
    }
}

/// A session that was just opened.
public struct StartedSession: Sendable {
    /// The secret for the cookie; it is not kept anywhere else.
    public var token: String
    public var holder: Holder
    /// Seconds until it ends in any case.
    public var seconds: Int
}
