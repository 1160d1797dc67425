import Operations
import PageKit
import PluginKit

/// What of the study log waits for somebody.
enum StudyWork {
    /// People's own shortfalls, and for the keepers of the log what waits for confirmation.
    static let reminders = WorkSource("study.reminders") { limit, context in
        let isKeeper = context.principal.hasAny(of: StudyAccess.keepers)
        guard isKeeper || context.principal.cadre != nil && context.principal.hasAny(of: StudyAccess.own) else { return [] }
        let lines = try ListReminders().run(.init(), in: context).rows
        let own = lines.filter { $0.cadreId == context.principal.cadre && $0.kind != .unverified }
        let waiting = isKeeper ? lines.filter { $0.kind == .unverified } : []
        return (own + waiting).prefix(limit).map { line in
            WorkItem(
                title: Message(
                    "studylog.pages.work", ["cadre": .text(line.cadre), "kind": .key("reminderKind.\(line.kind.rawValue)")]),
                path: SitePath.of("study", "people", "\(line.cadreId)"), state: line.kind.value,
                holder: Message(line.kind == .unverified ? "role.TR" : "studylog.pages.self"), isMine: true)
        }
    }
}
