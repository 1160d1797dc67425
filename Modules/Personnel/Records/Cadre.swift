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
    /// Private: shown in full only to the roles in ``PhonePrivacy``, and never searched. It lies in the file as plain text so far;
    /// encryption field by field comes with the full personnel record, together with the identity number.
    package var phone: String?
    package var remark: String?
    package var rosterId: UniqueID

    package static let specialtySeparator: Character = "|"
    package var specialtyList: [String] { specialties.split(separator: Self.specialtySeparator).map(String.init) }
}

/// 工作经历: one post, dated by months, as the roster states it. Where a roster has start and end the wrong way round, they are
/// kept so and reported.
package struct Post: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_post"

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
}

/// 亲属回避信息: a relative and where the relative works.
package struct Kin: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_kin"

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
    package var rosterId: UniqueID
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
}
