import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// Files handed in: kept once under the hash of their content; their names never reach a file system.
enum Evidences {
    /// Notes what is wrong with the day of some evidence: one still to come, or one of no evidence at all.
    static func check(day: CalendarDate?, of files: [Upload]?, today: CalendarDate, _ checks: inout Checks) {
        guard let day else { return }
        checks.require(
            day <= today, Rule.invalid.refused("future", field: "evidenceDate", ["date": "\(day)", "today": "\(today)"]))
        checks.require(files?.isEmpty == false, Rule.invalid.refused("evidenceDateAlone", field: "evidenceDate"))
    }

    /// Notes what is wrong with files: empty ones and ones that are too large.
    static func check(
        _ files: [Upload], field: String, settings: RectificationSettings, _ checks: inout Checks
    ) {
        for file in files {
            checks.require(!file.data.isEmpty, Rule.invalid.refused("emptyFile", field: field, ["file": .text(name(file))]))
            checks.require(
                file.data.count <= settings.largestFile,
                Rule.invalid.refused(
                    "largeFile", field: field,
                    ["file": .text(name(file)), "bytes": "\(file.data.count)", "limit": "\(settings.largestFile)"]))
        }
    }

    /// Keeps a file's content.
    /// - Returns: its SHA-256 in hexadecimal.
    static func keep(_ file: Upload, in context: WriteContext) throws -> String {
        let sha256 = Digest.sha256(file.data)
        try context.db.execute(
            sql: "INSERT INTO rectification_file (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [sha256, file.data])
        return sha256
    }

    /// Adds files to an item's evidence; the same content counts once.
    /// - Parameter day: the day the documents themselves are of.
    static func add(_ files: [Upload], of day: CalendarDate?, to item: Item, in context: WriteContext) throws {
        for file in files {
            let evidence = Evidence(
                itemId: item.id, sha256: try keep(file, in: context), name: name(file), bytes: file.data.count,
                addedBy: context.principal.account, addedOn: context.today, effectiveOn: day)
            try evidence.insert(context.db, onConflict: .ignore)
        }
    }

    /// Numbers of other items, as far as the person may see them, whose only evidence is also evidence of this one (R-RCT-03).
    static func reused(by item: Item, in context: ReadContext) throws -> [String] {
        var filter = Filter("mine.itemId = ? AND i.id <> ?", item.id, item.id)
        filter.and(LedgerFilter.visible(to: context.principal))
        return try String.fetchAll(
            context.db,
            sql: """
                SELECT DISTINCT i.no FROM rectification_evidence mine
                JOIN rectification_evidence theirs ON theirs.sha256 = mine.sha256
                JOIN rectification_item i ON i.id = theirs.itemId
                WHERE \(filter.sql) AND (SELECT count(*) FROM rectification_evidence x WHERE x.itemId = i.id) = 1
                ORDER BY i.no LIMIT 20
                """, arguments: filter.arguments)
    }

    /// The last part of the name a client sent.
    static func name(_ file: Upload) -> String {
        file.name.split { $0 == "/" || $0 == "\\" }.last.map { String($0).trimmed } ?? file.name.trimmed
    }
}
