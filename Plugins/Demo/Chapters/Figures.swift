import Foundation
import Operations
import Persistence
import PluginKit

/// The figures against the published ones, the ledger as files, the audit and the backup.
struct Figures {
    private let story: Story
    private let out: URL
    private let database: String

    init(_ story: Story, out: URL, database: String) {
        self.story = story
        self.out = out
        self.database = database
    }

    func tell() throws {
        story.clock.move(to: Day.learnt)
        try figures()
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        for ending in ["xlsx", "csv"] where (try? story.dispatcher.registry.tableFormat(forFile: "x.\(ending)")) != nil {
            try export("ledger.\(ending)")
        }
        try story.tell("audit.verify")
        try backup()
    }

    /// Stops the demo when the figures are not those of the published case.
    private func figures() throws {
        let answer = try story.perform("statistics.show", [("round", RoundChapter.round)])
        let found = Dictionary(uniqueKeysWithValues: answer.rows.compactMap { row in figure(row, answer.columns) })
        let shown = ["findings.issued", "rectification.closed", "rectification.rate"].map { found[$0] ?? "—" }
        guard shown == ["25", "19", "76.00"] else {
            throw Rule.integrity.refused("demoFigures", ["figures": .text(shown.joined(separator: ", "))])
        }
        story.note(
            "statistics.show", [("round", RoundChapter.round)],
            result: story.text(Message("demo.figures", ["issued": shown[0], "closed": shown[1], "rate": shown[2]])))
    }

    private func figure(_ row: [Value], _ columns: [String]) -> (String, String)? {
        guard let id = columns.firstIndex(of: "id"), let value = columns.firstIndex(of: "value"), case .text(let key) = row[id]
        else {
            return nil
        }
        switch row[value] {
        case .integer(let number): return (key, "\(number)")
        case .decimal(let text): return (key, text)
        default: return (key, "—")
        }
    }

    private func export(_ name: String) throws {
        let file = out.appendingPathComponent(name)
        let words = [("out", file.path), ("round", RoundChapter.round)]
        guard let document = try story.perform("ledger.export", words).document else { return }
        try document.data.write(to: file, options: .atomic)
        story.note(
            "ledger.export", [("out", name), ("round", RoundChapter.round)],
            result: story.text(Message("demo.exported", ["file": file.path, "bytes": "\(document.data.count)"])))
    }

    private func backup() throws {
        let path = out.appendingPathComponent("backup.sqlite").path
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        let report = try Backup.create(of: story.dispatcher.store, at: path)
        story.note(
            "backup.create", [("out", path)],
            result: story.text(Message("demo.backup", ["file": path, "count": "\(report.audit.count)"])))
    }
}
