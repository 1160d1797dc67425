import HostKit
import Operations
import PluginKit

/// `init`: makes an office's file. Leaves nothing behind when that fails.
struct InitialiseOffice: HostOperation {
    struct Input: Codable, Sendable {
        var jurisdiction: String
    }

    static let name: OperationName = "init"
    static let access = Access.everyone(reason: "there are no accounts yet; the folder's permissions decide")

    /// - Throws: `E-VAL`, `E-FILE-EXISTS` and what the plugins' first entries refuse.
    func run(_ input: Input, in context: HostContext) throws -> Done {
        guard !input.jurisdiction.isEmpty else { throw Rule.invalid.refused("missing", field: "jurisdiction") }
        _ = try Composition.create(
            context.configuration.database, for: InstallationRequest(jurisdiction: input.jurisdiction),
            registry: context.registry, time: context.time)
        return Done(
            "init.done",
            ["path": .text(context.configuration.database), "jurisdiction": .text(input.jurisdiction)])
    }
}
