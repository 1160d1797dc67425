/// A numbered rule of the domain, or one of the general codes. Every refusal names one.
///
/// Texts by key: `ID.rule` says the rule, `ID.refusal` why something was refused (with variants `ID.refusal.variant`),
/// `ID.remedy` what to do.
public struct Rule: Sendable, Hashable {
    public let id: String
    public let kind: RefusalKind
    /// Where the rule comes from, such as `domain 6.1` or a source number.
    public let source: String
    /// Whether the leading group may override it with a written reason.
    public let isSoft: Bool

    public init(_ id: String, _ kind: RefusalKind, source: String, isSoft: Bool = false) {
        self.id = id
        self.kind = kind
        self.source = source
        self.isSoft = isSoft
    }

    /// A refusal under this rule.
    public func refused(field: String? = nil, _ arguments: [String: Message.Argument] = [:]) -> Refusal {
        Refusal(rule: self, field: field, message: Message("\(id).refusal", arguments))
    }

    /// A refusal under this rule, with one of its special sentences: the string `ID.refusal.VARIANT`.
    public func refused(_ variant: String, field: String? = nil, _ arguments: [String: Message.Argument] = [:]) -> Refusal {
        Refusal(rule: self, field: field, message: Message("\(id).refusal.\(variant)", arguments))
    }
}

extension Rule {
    public static let invalid = Rule("E-VAL", .validation, source: "domain 6")
    public static let notPermitted = Rule("E-PERM", .permission, source: "domain 6")
    public static let notFound = Rule("E-NOTFOUND", .notFound, source: "domain 6")
    public static let illegalState = Rule("E-STATE", .state, source: "domain 6")
    public static let duplicate = Rule("E-DUP", .duplicate, source: "domain 6")
    public static let stale = Rule("E-LOCK", .stale, source: "domain 6")
    public static let broken = Rule("E-RULE", .rule, source: "domain 6")
    public static let integrity = Rule("E-INTEGRITY", .integrity, source: "domain 6")

    /// The general codes of the kernel.
    public static let general: [Rule] = [invalid, notPermitted, notFound, illegalState, duplicate, stale, broken, integrity]
}

/// Slot for rules: what `rule explain` can explain.
public enum Rules: ContributionKind {
    public static let slot = "rules"
    public static func key(of value: Rule) -> String { value.id }

    public static func problems(in contributions: [Contribution<Rule>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { contribution in
            registry.strings.missing(
                ["\(contribution.key).rule", "\(contribution.key).remedy"], plugin: contribution.plugin)
        }
    }
}
