import GRDB
import PluginKit
import Synchronization

/// A write to a table that belongs to another plugin.
public struct ForeignWrite: Error, Equatable {
    public var owner: String
    public var table: String
}

/// Watches which tables a transaction touches, triggers and cascades included, and stops it before commit when one is not
/// the owner's. Kernel tables (audit, outbox, sequences) are open to every operation through the kernel's functions.
final class WriteGuard: TransactionObserver, Sendable {
    private struct State {
        var owner: String?
        var foreign: String?
        /// Tables already found to be the owner's or the kernel's: an import asks a million times.
        var known: [String] = []
    }

    private let state = Mutex(State())

    func guarding(_ owner: String, _ body: () throws -> Void) throws {
        state.withLock { $0 = State(owner: owner) }
        defer { state.withLock { $0 = State() } }
        try body()
    }

    /// Sets whose tables may be written from now on; returns whose it was before.
    func change(owner: String?) -> String? {
        state.withLock { state in
            let previous = state.owner
            if let owner { state.owner = owner }
            state.known = []
            return previous
        }
    }

    func observes(eventsOfKind kind: DatabaseEventKind) -> Bool {
        let table = kind.table
        state.withLock { state in
            guard let owner = state.owner, state.foreign == nil else { return }
            guard !state.known.contains(table) else { return }
            let isOwn = table.hasPrefix(owner) && table.dropFirst(owner.count).first == "_"
            if isOwn || table.hasPrefix("kernel_") || table.hasPrefix("sqlite_") {
                state.known.append(table)
            } else {
                state.foreign = table
            }
        }
        return false
    }

    func databaseDidChange(with event: DatabaseEvent) {}

    func databaseWillCommit() throws {
        let state = state.withLock { $0 }
        guard let owner = state.owner, let table = state.foreign else { return }
        throw ForeignWrite(owner: owner, table: table)
    }

    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}
}

extension DatabaseEventKind {
    var table: String {
        switch self {
        case .insert(let table), .delete(let table), .update(let table, _): table
        }
    }
}
