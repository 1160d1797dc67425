/// The kinds of refusal, and the one table from kind to code, exit code and HTTP status (domain reference, section 6).
public enum RefusalKind: String, Sendable, Hashable, CaseIterable {
    case validation, permission, notFound, state, duplicate, stale, rule, integrity

    /// The general code used where no numbered rule applies.
    public var code: String {
        switch self {
        case .validation: "E-VAL"
        case .permission: "E-PERM"
        case .notFound: "E-NOTFOUND"
        case .state: "E-STATE"
        case .duplicate: "E-DUP"
        case .stale: "E-LOCK"
        case .rule: "E-RULE"
        case .integrity: "E-INTEGRITY"
        }
    }

    /// Exit code of the command line.
    public var exitCode: Int32 {
        switch self {
        case .validation: 2
        case .permission: 3
        case .notFound: 4
        case .state, .duplicate, .stale: 5
        case .rule: 6
        case .integrity: 7
        }
    }

    /// HTTP status of the API and the pages.
    public var httpStatus: Int {
        switch self {
        case .validation, .rule: 422
        case .permission: 403
        case .notFound: 404
        case .state, .duplicate, .stale: 409
        case .integrity: 500
        }
    }
}
