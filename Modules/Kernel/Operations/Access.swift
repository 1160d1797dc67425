import Persistence

/// Who may run an operation. A required part of every declaration.
public enum Access: Sendable {
    /// Accounts holding one of these roles. Which records they see is decided by predicates in the query itself.
    case roles(Set<Role>)
    /// Everybody who is signed in and holds any role at all; the reason says why that is right.
    case everyone(reason: String)

    public func allows(_ principal: Principal) -> Bool {
        switch self {
        case .roles(let roles): !roles.isDisjoint(with: principal.roles)
        case .everyone: !principal.roles.isEmpty
        }
    }
}

/// A role code of the domain reference, section 2. Open: plugins may add their own.
public struct Role: RawRepresentable, Sendable, Hashable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 区委 (书记专题会)
    public static let districtCommittee = Role(rawValue: "DC")
    /// 领导小组
    public static let leadingGroup = Role(rawValue: "LG")
    /// 巡察办
    public static let inspectionOffice = Role(rawValue: "IO")
    /// 组长
    public static let teamLeader = Role(rawValue: "TL")
    /// 副组长
    public static let deputyLeader = Role(rawValue: "DL")
    /// 巡察专员
    public static let inspector = Role(rawValue: "IN")
    /// 联络员 of a team
    public static let liaison = Role(rawValue: "LI")
    /// 临时党小组组长
    public static let partyGroupLeader = Role(rawValue: "PG")
    /// 被巡察党组织主要负责人
    public static let unitPrincipal = Role(rawValue: "US")
    /// 被巡察党组织联络员
    public static let unitLiaison = Role(rawValue: "UL")
    /// 纪委监委
    public static let disciplineCommission = Role(rawValue: "CD")
    /// 派驻纪检组
    public static let residentGroup = Role(rawValue: "RG")
    /// 组织部
    public static let organisationDepartment = Role(rawValue: "OD")
    /// 宣传部
    public static let publicityDepartment = Role(rawValue: "PD")
    /// 审计局
    public static let auditOffice = Role(rawValue: "AU")
    /// 人社局
    public static let hrBureau = Role(rawValue: "HR")
    /// 抄告对象
    public static let noticeRecipient = Role(rawValue: "NR")
    /// 培训管理员
    public static let trainer = Role(rawValue: "TR")
    /// 学员
    public static let learner = Role(rawValue: "LE")
    /// 档案员
    public static let archivist = Role(rawValue: "AR")
    /// 系统管理员
    public static let administrator = Role(rawValue: "AD")
    /// 安全管理员
    public static let securityManager = Role(rawValue: "SM")
    /// 审计员
    public static let auditor = Role(rawValue: "SA")
    /// 插件服务账号
    public static let pluginService = Role(rawValue: "PL")

    public static let all: [Role] = [
        .districtCommittee, .leadingGroup, .inspectionOffice, .teamLeader, .deputyLeader, .inspector, .liaison,
        .partyGroupLeader, .unitPrincipal, .unitLiaison, .disciplineCommission, .residentGroup, .organisationDepartment,
        .publicityDepartment, .auditOffice, .hrBureau, .noticeRecipient, .trainer, .learner, .archivist, .administrator,
        .securityManager, .auditor, .pluginService,
    ]
    /// Roles that see business data of the whole district.
    public static let districtWide: Set<Role> = [.districtCommittee, .leadingGroup, .inspectionOffice]
    /// Roles of people in a team.
    public static let team: Set<Role> = [.teamLeader, .deputyLeader, .inspector, .liaison]
    /// Roles of the inspected side.
    public static let unit: Set<Role> = [.unitPrincipal, .unitLiaison]
}

/// Who is asking.
public struct Principal: Sendable {
    /// Account name; also the actor in the audit record.
    public var account: String
    public var roles: Set<Role>
    /// The unit this account answers for; it limits roles of the inspected side to that unit's own records.
    public var unit: UniqueID?
    /// The cadre behind the account, for roles of a team.
    public var cadre: UniqueID?

    public init(account: String, roles: Set<Role>, unit: UniqueID? = nil, cadre: UniqueID? = nil) {
        self.account = account
        self.roles = roles
        self.unit = unit
        self.cadre = cadre
    }

    public func has(_ role: Role) -> Bool { roles.contains(role) }
    public func hasAny(of roles: Set<Role>) -> Bool { !self.roles.isDisjoint(with: roles) }
}
