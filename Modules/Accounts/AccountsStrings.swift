import PluginKit

enum AccountsStrings {
    static let table = StringTable(
        plugin: "accounts",
        """
        account.add = 新建账号 || add an account
        account.add.help = 新建一个账号并授予角色 || makes an account and gives it roles
        account.add.name = 账号名 || account name
        account.add.name.help = 登录及 --as 使用的名称 || the name used at sign-in and after --as
        account.add.title = 显示名称 || title
        account.add.title.help = 页面和文书上显示的名称 || the name people read
        account.add.roles = 角色 || roles
        account.add.roles.help = 角色代码或名称，可多个 || role codes or names, one or more
        account.add.unit = 单位 || unit
        account.add.unit.help = 被巡察单位账号所属单位的代码 || code of the unit, for accounts of the inspected side
        account.add.cadre = 干部 || cadre
        account.add.cadre.help = 巡察组成员账号对应的干部 id（见 cadre list --format json） || id of the cadre behind a team member's account (see cadre list --format json)
        account.add.done = 已新建账号 {name}。 || Account {name} was made.
        account.set = 停用或启用账号 || disable or enable an account
        account.set.help = 停用或重新启用账号；账号不删除 || disables or enables an account; accounts are never deleted
        account.set.name = 账号名 || account name
        account.set.name.help = 要变更的账号 || the account to change
        account.set.to = 状态 || state
        account.set.to.help = active 启用，disabled 停用 || active or disabled
        account.set.done = 账号 {name} 现为：{state}。 || Account {name} is now {state}.
        account.list = 账号列表 || list accounts
        account.list.help = 列出所有账号 || lists all accounts
        column.account = 账号 || account
        column.title = 标题 || title
        column.roles = 角色 || roles
        column.accountState = 账号状态 || account state
        column.cadreId = 干部 id || cadre id
        column.version = 版本 || version
        accountState.active = 启用 || active
        accountState.disabled = 停用 || disabled
        role.DC = 区委（书记专题会） || district committee
        role.LG = 巡察工作领导小组 || leading group
        role.IO = 巡察办 || inspection office
        role.TL = 巡察组组长 || team leader
        role.DL = 巡察组副组长 || deputy leader
        role.IN = 巡察专员 || inspector
        role.LI = 巡察组联络员 || team liaison
        role.PG = 临时党小组组长 || Party group leader
        role.US = 被巡察党组织主要负责人 || principal of the inspected unit
        role.UL = 被巡察单位联络员 || liaison of the inspected unit
        role.CD = 纪委监委 || discipline commission
        role.RG = 派驻纪检组 || resident discipline group
        role.OD = 组织部 || organisation department
        role.PD = 宣传部 || publicity department
        role.AU = 审计局 || audit office
        role.HR = 人社局 || HR bureau
        role.NR = 抄告对象 || copy-notice recipient
        role.TR = 培训管理员 || training administrator
        role.LE = 学员 || learner
        role.AR = 档案员 || archivist
        role.AD = 系统管理员 || system administrator
        role.SM = 安全管理员 || security manager
        role.SA = 审计员 || auditor
        role.PL = 插件服务账号 || plugin service account
        R-SEC-04.rule = 系统管理员、安全管理员、审计员三员分立，审计员不兼任其他角色。 || Administrator, security manager and auditor are three different accounts; an auditor holds no other role.
        R-SEC-04.refusal = 同一账号不得兼任三员中的两员，审计员不得兼任其他角色 || one account cannot hold two of the three offices, and an auditor holds no other role
        R-SEC-04.remedy = 为每一员分别新建账号。 || Make a separate account for each office.
        R-SEC-05.rule = 任何人不得停用自己正在使用的账号。 || Nobody disables the account they are using.
        R-SEC-05.refusal = 这是您正在使用的账号 || this is the account you are using
        R-SEC-05.remedy = 请另一位管理员办理。 || Ask another administrator.
        E-VAL.refusal.accountName = 账号名 {value} 不合要求：2 至 40 个字母、汉字、数字或 . _ -，以字母或汉字开头 || account name {value} must have 2 to 40 letters, digits or . _ - and begin with a letter
        E-VAL.refusal.role = 不认识的角色 {value} || unknown role {value}
        E-VAL.refusal.accountUnit = 被巡察单位的账号必须写明单位 || an account of the inspected side needs its unit
        E-DUP.refusal.account = 账号 {name} 已存在 || account {name} exists already
        E-NOTFOUND.refusal.account = 没有账号 {name} || there is no account {name}
        """)
}
