#if HTTPHost
    import Foundation
    import Synchronization

    /// Writes the log on a thread of its own, so that whoever reads it, or does not, never stops the work. What is more than can wait is
    /// lost, and the log says how much.
    final class LogLane: Sendable {
        private struct Waiting {
            var bytes = 0
            var lost = 0
        }

        /// Bytes that may wait while nobody reads.
        private static let most = 1 << 20
        private let most: Int
        private let write: @Sendable (String) -> Void
        private let queue = DispatchQueue(label: "xuncha.log")
        private let waiting = Mutex(Waiting())

        /// - Parameter write: may block for as long as it likes.
        init(most: Int = LogLane.most, write: @escaping @Sendable (String) -> Void) {
            self.most = most
            self.write = write
        }

        /// Takes a line and returns at once.
        func add(_ line: String) {
            let size = line.utf8.count
            let isTaken = waiting.withLock { waiting in
                guard waiting.bytes + size <= most else {
                    waiting.lost += 1
                    return false
                }
                waiting.bytes += size
                return true
            }
            guard isTaken else { return }
            queue.async { [self] in
                if let lost = lostLines() { write(lost) }
                write(line)
                waiting.withLock { $0.bytes -= size }
            }
        }

        /// Waits until what was taken is written, but no longer than it is worth.
        func finish(seconds: Double) {
            let done = DispatchSemaphore(value: 0)
            queue.async { [self] in
                if let lost = lostLines() { write(lost) }
                done.signal()
            }
            _ = done.wait(timeout: .now() + seconds)
        }

        /// The line that says how many were lost since it was said last; nil where none were.
        private func lostLines() -> String? {
            let lost = waiting.withLock { waiting in
                defer { waiting.lost = 0 }
                return waiting.lost
            }
            guard lost > 0 else { return nil }
            return "{\"time\":\"\(LineLog.now)\",\"level\":\"warning\",\"message\":\"log lines lost\",\"lines\":\"\(lost)\"}\n"
        }
    }
#endif
