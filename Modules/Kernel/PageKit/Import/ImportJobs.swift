import Foundation
import Persistence
import Synchronization

/// Imports that are being read in, each on a thread of its own, with how far they are.
final class ImportJobs: Sendable {
    struct Progress: Sendable {
        var done = 0
        var total = 0
    }

    private let running = Mutex<[UniqueID: Progress]>([:])

    /// Nil when no job of that name runs in this program.
    func progress(of id: UniqueID) -> Progress? { running.withLock { $0[id] } }

    var isBusy: Bool { running.withLock { !$0.isEmpty } }

    /// - Parameter work: told where to note its progress.
    func start(_ id: UniqueID, _ work: @escaping @Sendable (_ note: @escaping @Sendable (Int, Int) -> Void) -> Void) {
        running.withLock { $0[id] = Progress() }
        Thread.detachNewThread { [self] in
            work { done, total in self.running.withLock { $0[id] = Progress(done: done, total: total) } }
            running.withLock { $0[id] = nil }
        }
    }
}
