/// A slot that plugins fill. Any target may declare one; its type is its name in code.
///
/// ```swift
/// public enum Indicators: ContributionKind {
///     public static let slot = "indicators"
///     public static func key(of value: Indicator) -> String { value.id }
/// }
/// ```
public protocol ContributionKind: Sendable {
    associatedtype Value: Sendable
    /// The name plugins declare in `PluginManifest.capabilities`.
    static var slot: String { get }
    /// Unique among all values of the slot; two plugins with the same key are refused.
    static func key(of value: Value) -> String
    /// Whether keys must begin with one of the plugin's namespaces.
    static var keysAreNamespaced: Bool { get }
    /// What is wrong with the filled slot, seen as a whole: dangling references, missing strings.
    static func problems(in contributions: [Contribution<Value>], registry: Registry) -> [PluginProblem]
}

extension ContributionKind {
    public static var keysAreNamespaced: Bool { false }
    public static func problems(in contributions: [Contribution<Value>], registry: Registry) -> [PluginProblem] { [] }
}

/// One value in a slot, with the plugin that put it there.
public struct Contribution<Value: Sendable>: Sendable {
    public var plugin: String
    public var key: String
    public var value: Value
}
