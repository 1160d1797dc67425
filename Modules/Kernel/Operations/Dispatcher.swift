import Foundation
import GRDB
import Persistence
import PluginKit

/// The only caller of `run`: checks access, opens exactly one transaction, appends one audit record, commits, then lets
/// reactions follow.
public struct Dispatcher: Sendable {
    public let registry: Registry
    public let store: Store
    public let time: TimeSource
    public let ids: IDSource
    /// Tells the host how far a long operation is.
    public var progress: @Sendable (Int, Int) -> Void = { _, _ in }
    /// The language of the person behind the host, for files that are handed back.
    public var language: Language = .zhHans
    /// Lets the host keep something together with what a command did, in the same transaction.
    public var beforeCommit: (@Sendable (Answer, WriteContext) throws -> Void)?
    /// Tells the host that a reaction failed after a command was kept; the event stays waiting.
    public var reactionFailed: @Sendable (ReactionFailure) -> Void = { _ in }

    /// Shared by all copies of a dispatcher.
    let refusals = RefusalCounter()

    public init(registry: Registry, store: Store, time: TimeSource = .system, ids: IDSource? = nil) {
        self.registry = registry
        self.store = store
        self.time = time
        self.ids = ids ?? IDSource(time: time)
    }

    /// Runs a query.
    /// - Throws: `E-PERM` (audited) and what the query refuses.
    public func run<Op: Query>(_ operation: Op.Type, _ input: Op.Input, as principal: Principal) throws -> Op.Output {
        try authorise(Op.name, Op.access, principal)
        let result = Result {
            try notingRefusals(of: Op.name, to: principal) {
                try store.writer.read { db in
                    try Op().run(
                        input,
                        in: ReadContext(
                            db: db, principal: principal, registry: registry, now: time.now(), vault: store.vault,
                            language: language, progress: progress))
                }
            }
        }
        if Op.self == VerifyAudit.self { noteVerification(result) }
        return try result.get()
    }

    /// Runs a command by its type; its owner is looked up.
    public func run<Op: Command>(_ operation: Op.Type, _ input: Op.Input, as principal: Principal) throws -> Op.Output {
        guard let owner = registry.operation(Op.name)?.owner else {
            throw Rule.notFound.refused("operation", ["name": .text(Op.name.text)])
        }
        return try run(operation, input, as: principal, owner: owner)
    }

    func run<Op: Command>(_ operation: Op.Type, _ input: Op.Input, as principal: Principal, owner: String) throws -> Op.Output {
        try authorise(Op.name, Op.access, principal)
        let prepared = try Op().prepare(input, with: Preparation(dispatcher: self, principal: principal))
        var isAnyoneWaiting = false
        let output = try notingRefusals(of: Op.name, to: principal) {
            try perform(Op.name.text, as: principal, owner: owner) { context in
                try requireSoundChain(context.db)
                let output = try Op().run(prepared, in: context)
                try beforeCommit?(output.answer, context)
                // Asked here, because a second transaction for the question costs as much as a small command.
                isAnyoneWaiting = try !context.events.isEmpty || Outbox.hasEvents(context.db)
                return output
            }
        }
        // The command is done and kept; what follows from it must not turn it into a failure.
        if isAnyoneWaiting {
            for failure in deliverEvents() { reactionFailed(failure) }
        }
        return output
    }

    /// One audited transaction in the name of a plugin: for what is no operation, such as signing in.
    ///
    /// A ``KeptRefusal`` is kept: what was written before it is committed, and the audit says that it was denied.
    package func perform<Output>(
        _ action: String, as principal: Principal, owner: String, _ body: (WriteContext) throws -> Output
    ) throws -> Output {
        var discarded: Output?
        do {
            let result: Result<Output, KeptRefusal> = try store.write(owner: owner) { db in
                let context = writeContext(db, principal)
                do {
                    let output = try body(context)
                    if context.isDiscarded {
                        discarded = output
                        throw DryRun()
                    }
                    try keep(action, principal, context, in: db)
                    return .success(output)
                } catch let refusal as KeptRefusal {
                    try keep(action, principal, context, outcome: .denied, in: db)
                    return .failure(refusal)
                }
            }
            return try result.get()
        } catch is DryRun {
            guard let discarded else { throw Rule.integrity.refused() }
            return discarded
        } catch let error as ForeignWrite {
            throw error.refusal
        }
    }

    func writeContext(_ db: Database, _ principal: Principal) -> WriteContext {
        WriteContext(
            db: db, principal: principal, registry: registry, now: time.now(), ids: ids, store: store, language: language,
            progress: progress)
    }

    /// Posts the events and appends the one audit record of an operation.
    func keep(
        _ action: String, _ principal: Principal, _ context: WriteContext, outcome: AuditEntry.Outcome = .done, in db: Database
    ) throws {
        for event in context.events { try Outbox.post(event, at: context.instant, in: db) }
        let entry = entry(action, principal, outcome, at: context.instant, context.changes, context.reason)
        try AuditChain.append(entry, in: db)
    }

    func entry(
        _ action: String, _ principal: Principal, _ outcome: AuditEntry.Outcome, at: Instant, _ changes: [AuditChange] = [],
        _ reason: String? = nil
    ) -> AuditEntry {
        AuditEntry(
            at: at, actor: principal.account, roles: principal.roles.map(\.rawValue).sorted().joined(separator: " "),
            action: action,
            outcome: outcome, changes: changes, reason: reason)
    }
}

private struct DryRun: Error {}

extension ForeignWrite {
    var refusal: Refusal {
        Rule.integrity.refused("foreignWrite", ["owner": .text(owner), "table": .text(table)])
    }
}

extension Principal {
    /// The program itself: reactions and installation.
    public static let system = Principal(account: "system", roles: [])
}
