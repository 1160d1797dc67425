import GRDB
import Persistence
import PluginKit

/// A reaction that failed; its event stays waiting and is tried again later.
public struct ReactionFailure: Error {
    public let reaction: String
    public let event: Event
    public let cause: any Error
}

extension Dispatcher {
    /// Lets every waiting reaction run, each in a transaction of its own, in the order the events happened.
    ///
    /// A reaction that fails stays waiting and does not hold up the others; reactions that were made are not made again.
    /// - Returns: the failures.
    @discardableResult
    public func deliverEvents() -> [ReactionFailure] {
        var failures: [ReactionFailure] = []
        var position: Int64 = 0
        while let (next, event) = try? store.writer.read({ try Outbox.next($0, after: position) }) {
            position = next
            let failed = deliver(event)
            failures += failed
            // An event that cannot be taken out now is delivered again later; the inbox keeps it from taking effect twice.
            if failed.isEmpty { try? store.write(owner: "kernel") { try Outbox.remove(event, in: $0) } }
        }
        return failures
    }

    private func deliver(_ event: Event) -> [ReactionFailure] {
        registry.contributions(Reactions.self).filter { $0.value.event == event.name }.compactMap { reaction in
            do {
                try make(reaction, event)
                return nil
            } catch {
                return ReactionFailure(reaction: reaction.key, event: event, cause: error)
            }
        }
    }

    private func make(_ reaction: Contribution<Reaction>, _ event: Event) throws {
        do {
            try store.write(owner: reaction.plugin) { db in
                let context = writeContext(db, .system)
                guard try Outbox.claim(event, reaction: reaction.key, at: context.instant, in: db) else { return }
                try reaction.value.react(event, context)
                try keep(reaction.key, .system, context, in: db)
            }
        } catch let error as ForeignWrite {
            throw error.refusal
        }
    }
}
