#if HTTPHost
    import Foundation
    import NIOCore
    import NIOPosix
    import Synchronization

    /// More is waiting than can be done in any reasonable time.
    struct Overloaded: Error {}

    /// Threads for work that blocks, so that no event loop ever waits for the file, a password or a page. One lane cannot stop another.
    final class WorkLanes: Sendable {
        /// What kind of work it is.
        enum Lane: Int, CaseIterable, Sendable {
            case queries, commands, passwords, jobs

            fileprivate var threads: Int {
                switch self {
                case .queries, .commands: 4
                case .passwords: 2
                case .jobs: 1
                }
            }

            /// How much may wait before more is turned away.
            fileprivate var mostWaiting: Int {
                switch self {
                case .queries, .commands: 2000
                case .passwords: 64
                case .jobs: 100
                }
            }
        }

        private let pools: [NIOThreadPool]
        private let waiting = Mutex([Int](repeating: 0, count: Lane.allCases.count))

        init() {
            pools = Lane.allCases.map { NIOThreadPool(numberOfThreads: $0.threads) }
            for pool in pools { pool.start() }
        }

        /// Does something that blocks.
        /// - Throws: ``Overloaded``, and what the work throws.
        func run<Result: Sendable>(_ lane: Lane, _ body: @escaping @Sendable () throws -> Result) async throws -> Result {
            let isFull = waiting.withLock { waiting in
                guard waiting[lane.rawValue] < lane.mostWaiting else { return true }
                waiting[lane.rawValue] += 1
                return false
            }
            if isFull { throw Overloaded() }
            defer { waiting.withLock { $0[lane.rawValue] -= 1 } }
            return try await pools[lane.rawValue].runIfActive(body)
        }

        /// How much waits or is being done, by lane.
        var load: [(lane: Lane, count: Int)] {
            waiting.withLock { waiting in Lane.allCases.map { ($0, waiting[$0.rawValue]) } }
        }

        /// Lets everything that was begun come to its end.
        func shutDown() async {
            for pool in pools { try? await pool.shutdownGracefully() }
        }
    }
#endif
