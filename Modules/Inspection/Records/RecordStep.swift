import GRDB
import Operations
import Persistence
import PluginKit

/// One step in the life of a round or a finding: what it came to, by whom, when and why.
struct RecordStep: Codable, Sendable, FetchableRecord, PersistableRecord, Tabular {
    static let databaseTableName = "inspection_step"

    var seq: Int64?
    var recordId: UniqueID
    var at: Instant
    var account: String
    /// String key of what the record came to, `findingState.signed`.
    var word: String
    var reason: String?

    static let columns: [TableColumn<RecordStep>] = [
        .text("at") { $0.at.shanghai },
        .account("account") { $0.account },
        TableColumn("cameTo") { .word(code: $0.word.split(separator: ".").last.map(String.init) ?? "", key: $0.word) },
        .text("reason") { $0.reason },
    ]

    /// The steps of a record in the order they were taken.
    static func of(_ id: UniqueID, in db: Database) throws -> [RecordStep] {
        try fetchAll(
            db.cachedStatement(sql: "SELECT * FROM inspection_step WHERE recordId = ? ORDER BY seq"), arguments: [id])
    }
}

extension WriteContext {
    /// Notes in a record's history what it came to.
    /// - Parameter word: a string key, `roundStage.submitted`.
    func noteStep(of id: UniqueID, _ word: String, reason: String? = nil) throws {
        let reason = reason?.trimmed
        try RecordStep(
            seq: nil, recordId: id, at: instant, account: principal.account, word: word,
            reason: reason?.isEmpty == true ? nil : reason
        ).insert(db)
    }
}
