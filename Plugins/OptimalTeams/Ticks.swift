#if OptimalTeams
    import Foundation
    import Synchronization

    /// Tells how much of the time is gone while a solver is busy, which says nothing itself.
    final class Ticks: Sendable {
        private let isOver = Mutex(false)

        init(limit: Double, _ tell: @escaping @Sendable (Int, Int) -> Void) {
            let total = max(1, Int(limit.rounded(.up)))
            tell(0, total)
            let start = ProcessInfo.processInfo.systemUptime
            Thread.detachNewThread { [weak self] in
                while let ticks = self, !ticks.isOver.withLock({ $0 }) {
                    tell(min(total, Int(ProcessInfo.processInfo.systemUptime - start)), total)
                    Thread.sleep(forTimeInterval: 0.5)
                }
            }
        }

        func stop() { isOver.withLock { $0 = true } }
    }
#endif
