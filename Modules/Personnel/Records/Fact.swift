import GRDB
import Operations
import Persistence
import PluginKit

/// A dated fact about a cadre, with the roster it came from. It is never changed: a later one stands beside it, a wrong one is voided.
package struct Fact: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_fact"

    package var seq: Int64?
    package var id: UniqueID
    package var cadreId: UniqueID
    package var kind: FactKind
    /// What holds: 研究生, 一级主任科员, 优秀, 党内警告.
    package var value: String
    /// More about it: the major, the document, what was before.
    package var detail: String?
    /// 导师 of an education.
    package var person: String?
    package var unitId: UniqueID?
    /// School of an education, unit of a matter.
    package var unitName: String?
    package var fromDay: CalendarDate?
    /// The last day; of a sanction, the end of its effect.
    package var toDay: CalendarDate?
    package var rosterId: UniqueID
    package var recordedBy: String
    package var voidedBy: String?
    package var voidedOn: CalendarDate?
    package var voidReason: String?
}

/// What a fact is about.
package enum FactKind: String, Choice {
    /// 教育经历、职级、年度考核、处分、在查、纪检或组织工作经历、公务回避事项、专业资格
    case education, rank, assessment, sanction, investigation, experience, matter, qualification
    /// 信息变更 and 合并: written by the program when a record is amended or merged, with what was before.
    case change, merge

    package static let vocabulary = "factKind"

    /// Those that only 组织部 and 纪委监委 see (R-POL-02).
    package var isConfidential: Bool { self == .sanction || self == .investigation }
    /// Those that people enter.
    static let entered: [FactKind] = [
        .education, .rank, .assessment, .sanction, .investigation, .experience, .matter, .qualification,
    ]
}

extension Fact {
    /// Who sees confidential facts.
    package static let confidants: Set<Role> = [.organisationDepartment, .disciplineCommission]

    /// Facts of a cadre that hold, the newest first, as somebody may see them.
    static func of(_ cadre: UniqueID, for principal: Principal, in db: Database) throws -> [Fact] {
        var filter = Filter("cadreId = ? AND voidedBy IS NULL", cadre)
        if !principal.hasAny(of: confidants) { filter.and("kind NOT IN ('sanction', 'investigation')") }
        return try fetchAll(
            db, sql: "SELECT * FROM personnel_fact WHERE \(filter.sql) ORDER BY kind, fromDay DESC, seq DESC",
            arguments: filter.arguments)
    }
}
