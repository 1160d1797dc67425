import Foundation
import GRDB
import PluginKit

/// What a command may use before its transaction opens.
public struct Preparation: Sendable {
    let dispatcher: Dispatcher
    /// Who asks.
    public let principal: Principal

    public var registry: Registry { dispatcher.registry }
    /// The present instant; the operation itself has its own, a little later.
    public var now: Date { dispatcher.time.now() }

    /// Tells the host how far a long preparation is: done, of how many.
    public var progress: @Sendable (Int, Int) -> Void { dispatcher.progress }

    /// Looks into the database, in a snapshot of its own.
    public func read<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) throws -> Result {
        try dispatcher.store.read(body)
    }

    /// The same, with what a query is given.
    public func look<Result: Sendable>(_ body: @Sendable (ReadContext) throws -> Result) throws -> Result {
        try read { db in
            try body(
                ReadContext(
                    db: db, principal: principal, registry: registry, now: now, vault: dispatcher.store.vault,
                    language: dispatcher.language,
                    progress: progress))
        }
    }
}

/// A refusal whose traces are kept: what the operation wrote before it is committed, and the audit says that it was denied. For
/// refusals that must be counted, such as a wrong password.
public struct KeptRefusal: UserFacingError {
    public var refusals: [Refusal]

    public init(_ refusal: Refusal) {
        refusals = [refusal]
    }
}
