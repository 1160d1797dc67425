import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// 干部: a person who can be chosen for a team (domain 4.21). Two of them may share a name.
package struct Cadre: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_cadre"

    package var seq: Int64?
    package var id: UniqueID
    package var version: Int
    package var name: String
    /// Sort key of the name in pinyin order.
    package var nameKey: Data
    package var gender: Gender?
    package var birthMonth: YearMonth
    package var politicalStatus: PoliticalStatus?
    package var partyJoinMonth: YearMonth?
    package var education: String?
    /// The unit in the tree; nil where the roster's name leads to none.
    package var unitId: UniqueID?
    /// The unit as the roster calls it.
    package var unitName: String
    package var postTitle: String?
    /// 职级
    package var rank: String?
    package var inPostSince: YearMonth?
    /// 专业特长, joined by ``specialtySeparator``.
    package var specialties: String
    package var recommendedBy: String?
    /// Whether relatives were declared, be it that there are none; without it RC4 cannot be checked.
    package var kinStated: Bool
    /// Private: sealed in the file, shown in full only to the roles in ``PrivateFields``, and never searched.
    package var phone: SealedText?
    /// 证件号, sealed as the telephone number is.
    package var idNumber: SealedText?
    /// The same for the same number: finds it again without opening any.
    package var idMark: Data?
    package var idKind: IdentityKind?
    /// 民族、籍贯、成长地
    package var ethnicity: String?
    package var nativePlace: String?
    package var growthPlace: String?
    package var workStartMonth: YearMonth?
    /// 干部管理权限; nil where nobody has said.
    package var managedBy: CadreJurisdiction?
    /// 是否在职; nil where nobody has said.
    package var inService: Bool?
    package var health: String?
    /// The record this one was merged into: it is the same person.
    package var mergedInto: UniqueID?
    package var remark: String?
    package var rosterId: UniqueID

    package static let specialtySeparator: Character = "|"
    package var specialtyList: [String] { specialties.split(separator: Self.specialtySeparator).map(String.init) }
}

/// 工作经历: one post, dated by months, as the roster states it. Where a roster has start and end the wrong way round, they are
/// kept so and reported.
package struct Post: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_post"

    package var id: UniqueID
    package var cadreId: UniqueID
    /// Place in the history, from 1.
    package var ordinal: Int
    package var unitId: UniqueID?
    package var unitName: String
    package var title: String?
    package var fromMonth: YearMonth
    /// Nil while it lasts.
    package var toMonth: YearMonth?
    package var rosterId: UniqueID
    package var voidedBy: String?
    package var voidedOn: CalendarDate?
    package var voidReason: String?
}

/// 亲属回避信息: a relative and where the relative works.
package struct Kin: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_kin"

    package var id: UniqueID
    package var cadreId: UniqueID
    /// Place in the declaration, from 1.
    package var ordinal: Int
    /// 配偶, 堂弟 … as declared.
    package var relation: String
    package var unitId: UniqueID?
    /// Empty where the declaration does not say.
    package var unitName: String
    /// The declaration's own text.
    package var raw: String
    package var kinName: String?
    /// The relative's post, where it is known: RC5 asks for leadership members.
    package var kinPost: String?
    package var rosterId: UniqueID
    package var voidedBy: String?
    package var voidedOn: CalendarDate?
    package var voidReason: String?

    /// The relatives of a cadre that hold, in their order.
    static func of(_ cadre: UniqueID, in db: Database) throws -> [Kin] {
        try fetchAll(
            db, sql: "SELECT * FROM personnel_kin WHERE cadreId = ? AND voidedBy IS NULL ORDER BY ordinal", arguments: [cadre])
    }
}

/// What can be taken back where it was wrong: the row stays, with who took it back, when and why, and counts no longer.
protocol Voidable: Codable, Sendable, FetchableRecord, PersistableRecord {
    var id: UniqueID { get }
    var cadreId: UniqueID { get }
    var voidedBy: String? { get set }
    var voidedOn: CalendarDate? { get set }
    var voidReason: String? { get set }
}

extension Post: Voidable {}
extension Kin: Voidable {}
extension Fact: Voidable {}
extension Service: Voidable {}

extension Voidable {
    /// Saves that the row was taken back, and why.
    func takeBack(_ reason: String, as entity: String, in context: WriteContext) throws {
        var row = self
        row.voidedBy = context.principal.account
        row.voidedOn = context.today
        row.voidReason = reason.trimmed
        try row.update(context.db)
        context.reason = reason.trimmed
        try context.noteChange(of: entity, id, from: self, to: row)
    }
}

/// 入库: a cadre's place in one pool.
package struct PoolMembership: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_pool_membership"

    package var id: UniqueID
    package var version: Int
    package var cadreId: UniqueID
    package var pool: PoolKind
    /// Nil for those taken over from a roster: it says that they are in the pool, not since when.
    package var admittedOn: CalendarDate?
    package var route: PoolRoute
    package var state: PoolState
    package var roundsServed: Int
    package var rosterId: UniqueID
    /// What the nomination rests on.
    package var basis: String?
    package var standard: RecruitmentStandard?
    /// The written evidence for the standard.
    package var evidence: String?
    package var reviewDue: CalendarDate?
    /// How often the person declined to be taken into a team.
    package var refusals = 0
    package var coolingUntil: CalendarDate?
    package var exitReason: ExitReason?
    /// 廉政意见 of the discipline commission.
    package var opinion: IntegrityOpinion?
    package var opinionBy: String?
    package var vettedBy: String?
    package var nominatedBy: String?
    /// The joint recruitment it came from.
    package var campaignId: UniqueID?
}

/// One step of a pool membership.
package struct PoolStep: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_pool_step"

    package var seq: Int64?
    package var membershipId: UniqueID
    /// A state, or what else happened: review, refusal, opinion.
    package var step: String
    package var day: CalendarDate
    package var account: String
    package var document: String?
    package var reason: String?
}
