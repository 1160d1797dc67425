/// A part of the program: one of our domain modules or an add-on. Both come in through the same door.
///
/// A plugin has no instance and no state: it says who it is and fills slots. Nothing registers itself; the program lists
/// its plugins in an array.
public protocol Plugin: Sendable {
    static var manifest: PluginManifest { get }
    static func register(with registrar: inout Registrar)
}

/// Who a plugin is and what it asks for.
public struct PluginManifest: Sendable {
    /// Short lower-case word, unique in the program. Tables of the plugin start with it (`inspection_finding`).
    public var id: String
    public var version: Version
    /// The oldest and (excluded) newest kernel it works with.
    public var kernel: Range<Version>
    public var requires: [Requirement]
    public var conflicts: [String]
    /// First words of the operation names and string keys that belong to this plugin, beside its id.
    public var namespaces: [String]
    /// Names of the slots this plugin may fill; filling another one is refused.
    public var capabilities: Set<String>

    public init(
        id: String, version: Version, kernel: Range<Version> = Version(1)..<Version(2), requires: [Requirement] = [],
        conflicts: [String] = [], namespaces: [String] = [], capabilities: Set<String>
    ) {
        self.id = id
        self.version = version
        self.kernel = kernel
        self.requires = requires
        self.conflicts = conflicts
        self.namespaces = namespaces
        self.capabilities = capabilities
    }

    /// Another plugin that must be present, at this version or a newer one.
    public struct Requirement: Sendable {
        public var id: String
        public var atLeast: Version

        public init(_ id: String, atLeast: Version = Version(1)) {
            self.id = id
            self.atLeast = atLeast
        }
    }
}
