import GRDB
import Operations
import PageKit
import Persistence
import PluginKit

/// What waits for the trainer.
enum TrainingWork {
    /// Sessions that are over and whose results are not complete.
    static let results = WorkSource("training.results") { limit, context in
        guard context.principal.has(.trainer) else { return [] }
        let now = SessionTime(context.now)
        return try SessionLine.fetchAll(
            context.db,
            sql: """
                \(SessionLine.selection) WHERE s.state IN ('open', 'running', 'finished') AND s.endsAt <= ? AND EXISTS
                    (SELECT 1 FROM training_enrolment e WHERE e.sessionId = s.id AND e.state IN ('confirmed', 'attended'))
                ORDER BY s.endsAt, s.code LIMIT \(limit)
                """, arguments: [now]
        ).map { item($0, "training.pages.work.results") }
    }

    /// Occurrences of recurring study that were missed.
    static let missed = WorkSource("training.missed") { limit, context in
        guard context.principal.has(.trainer) else { return [] }
        return try SessionLine.fetchAll(
            context.db,
            sql: """
                \(SessionLine.selection) WHERE s.seriesId IS NOT NULL AND s.state IN ('planned', 'open') AND s.endsAt <= ?
                ORDER BY s.endsAt, s.code LIMIT \(limit)
                """, arguments: [SessionTime(context.now)]
        ).map { item($0, "training.pages.work.missed") }
    }

    private static func item(_ line: SessionLine, _ key: String) -> WorkItem {
        WorkItem(
            title: Message(key, ["session": .text(line.session.code), "course": .text(line.courseTitle)]),
            path: SitePath.of("training", "sessions", line.session.code), state: line.session.state.value,
            due: line.session.endsAt.day, holder: Message("role.TR"), isMine: true)
    }
}
