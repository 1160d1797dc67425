import PluginKit

/// What the person who creates an office's file says.
public struct InstallationRequest: Sendable {
    /// Name of the district whose committee inspects.
    public var jurisdiction: String

    public init(jurisdiction: String) { self.jurisdiction = jurisdiction }
}

/// A plugin's first entries in a new file.
public struct InstallationStep: Sendable {
    public let name: String
    let install: @Sendable (InstallationRequest, WriteContext) throws -> Void

    public init(_ name: String, _ install: @escaping @Sendable (InstallationRequest, WriteContext) throws -> Void) {
        self.name = name
        self.install = install
    }
}

/// Slot for what a new file starts with.
public enum Installations: ContributionKind {
    public static let slot = "installations"
    public static let keysAreNamespaced = true
    public static func key(of value: InstallationStep) -> String { value.name }
}

extension Dispatcher {
    /// Runs every plugin's installation step in a new file.
    public func install(_ request: InstallationRequest) throws {
        for step in registry.contributions(Installations.self) {
            try perform(step.key, as: .system, owner: step.plugin) { try step.value.install(request, $0) }
        }
        for failure in deliverEvents() { reactionFailed(failure) }
    }
}
