import Foundation
import Synchronization

/// How far a long command is, on the error output of a terminal; nothing for work of less than a second, nothing when piped.
final class ProgressBar: Sendable {
    private struct State {
        var started: ContinuousClock.Instant?
        var drawn: ContinuousClock.Instant?
    }

    private let console: Console
    private let state = Mutex(State())
    private static let patience = Duration.seconds(1)
    private static let rest = Duration.milliseconds(100)
    private static let width = 30

    init(console: Console) {
        self.console = console
    }

    func show(_ done: Int, of total: Int) {
        guard console.isErrorTerminal, total > 0 else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            let started = state.started ?? now
            state.started = started
            guard now - started >= Self.patience, state.drawn.map({ now - $0 >= Self.rest }) ?? true else { return false }
            state.drawn = now
            return true
        }
        if isDue { console.writeError(Self.line(done, total)) }
    }

    /// Takes the bar away again.
    func clear() {
        if state.withLock({ $0.drawn != nil }) { console.writeError("\r\u{1B}[K") }
    }

    static func line(_ done: Int, _ total: Int) -> String {
        let filled = min(width, max(0, done) * width / total)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        return "\r[\(bar)] \(done)/\(total)\u{1B}[K"
    }
}
