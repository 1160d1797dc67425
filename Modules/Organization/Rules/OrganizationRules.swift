import PluginKit

/// Rules of terms and units.
enum OrganizationRules {
    /// Only one term is open at a time.
    static let oneActiveTerm = Rule("R-RND-01", .state, source: "domain 6.1")
    /// A unit cannot be above itself, in either parent relation.
    static let noCycle = Rule("R-ORG-01", .rule, source: "domain 6.2")
    /// Units with children or history are expired, not deleted.
    static let expireOnly = Rule("R-ORG-03", .rule, source: "domain 6.2")

    static let all = [oneActiveTerm, noCycle, expireOnly]
}
