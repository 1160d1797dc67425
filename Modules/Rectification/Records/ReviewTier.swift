import GRDB
import Operations
import Persistence
import PluginKit

/// One version of the document under review.
struct ReviewDocument: Codable, Sendable, FetchableRecord, PersistableRecord, Tabular {
    static let databaseTableName = "rectification_document"

    var caseId: UniqueID
    var documentVersion: Int
    var name: String
    /// Nil for a document on paper.
    var sha256: String?
    var signedBy: String
    var signedOn: CalendarDate
    var submittedBy: String

    static let columns: [TableColumn<ReviewDocument>] = [
        .integer("documentVersion") { $0.documentVersion },
        .text("document") { $0.name },
        .text("sha256") { $0.sha256 },
        .account("signedBy") { $0.signedBy },
        .date("signedOn") { $0.signedOn },
        .account("submittedBy") { $0.submittedBy },
    ]
}

/// 初审初评, 复审复评 or 终审终评: what one tier decided about one version of the document.
struct ReviewTier: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "rectification_tier"

    var caseId: UniqueID
    var documentVersion: Int
    /// 1 to 3.
    var tier: Int
    /// Account that presided and recorded the decision.
    var chair: String
    /// The other members, one per line: accounts or names.
    var panel: String
    /// Tenths of a point, 0 to 1000.
    var score: Int
    var verdict: ReviewVerdict
    var text: String?
    var decidedOn: CalendarDate

    var members: [String] { panel.split(separator: "\n").map(String.init) }
    /// Everybody who sat, the chair included.
    var seated: Set<String> { Set(members + [chair]) }
}

/// An opinion of a tier on one item.
struct ReviewOpinion: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "rectification_opinion"

    var caseId: UniqueID
    var documentVersion: Int
    var tier: Int
    var itemId: UniqueID
    var text: String
}
