import PluginKit

/// The words of the kernel: general refusals, faults of plugins, fields and columns that many operations share.
let kernelStrings = StringTable(
    plugin: "kernel",
    """
    # --- general refusals -------------------------------------------------------------------------------------------------
    E-VAL.rule = 填写的内容必须完整、格式正确。 || What is filled in must be complete and well formed.
    E-VAL.refusal = 填写的内容不正确 || the value is not valid
    E-VAL.refusal.range = 应在 {low} 与 {high} 之间，现为 {value} || must lie between {low} and {high}, but is {value}
    E-VAL.refusal.period = 截止 {to} 早于起始 {from} || the end {to} is before the start {from}
    E-VAL.refusal.cursor = 不是有效的翻页标记 || is not a page mark of this program
    E-VAL.refusal.missing = 必须填写 || must be given
    E-VAL.refusal.text = 应为文字 || must be a text
    E-VAL.refusal.integer = 应为整数，现为“{value}” || must be a whole number, but is "{value}"
    E-VAL.refusal.decimal = 应为数字，现为“{value}” || must be a number, but is "{value}"
    E-VAL.refusal.flag = 应为“是”或“否”，现为“{value}” || must be yes or no, but is "{value}"
    E-VAL.refusal.date = 应为日期，如 2026-03-01，现为“{value}” || must be a date such as 2026-03-01, but is "{value}"
    E-VAL.refusal.id = 不是有效的标识，现为“{value}” || is not an identifier: "{value}"
    E-VAL.refusal.value = 不能识别“{value}” || cannot make sense of "{value}"
    E-VAL.refusal.choice = 没有“{value}”这一选项，可选：{choices} || has no choice "{value}"; choose one of {choices}
    E-VAL.refusal.object = 应为一组带名称的值 || must be a group of named values
    E-VAL.refusal.list = 应为列表 || must be a list
    E-VAL.refusal.single = 只能填写一个值 || takes one value only
    E-VAL.refusal.upload = 文件内容不可读 || the file cannot be read
    E-VAL.refusal.unreadableFile = 文件“{path}”无法读取 || the file "{path}" cannot be read
    E-VAL.refusal.notAFile = “{path}”是文件夹，不是文件 || "{path}" is a folder, not a file
    E-VAL.refusal.closedFile = 没有读取文件“{path}”的权限 || there is no permission to read the file "{path}"
    E-VAL.refusal.wordsOnly = 由多个值组成，请用 JSON 填写 || consists of several values; give it as JSON
    E-VAL.refusal.unknownField = 没有名为“{name}”的填写项，可用：{known} || there is no field "{name}"; the fields are {known}
    E-VAL.refusal.notJSON = 不是有效的 JSON（{reason}） || is not valid JSON ({reason})
    E-VAL.refusal.jsonObject = JSON 的最外层应为对象 || the outermost JSON value must be an object
    E-VAL.refusal.tooDeep = JSON 嵌套超过 {limit} 层 || the JSON is nested more than {limit} levels deep
    E-VAL.refusal.tooLarge = 内容有 {size} 字节，超过 {limit} 字节的上限 || {size} bytes are more than the limit of {limit}
    E-VAL.refusal.empty = 不能为空 || must not be empty
    E-VAL.refusal.negative = 不能为负，实为 {value} || must not be negative, but is {value}
    E-VAL.refusal.settingMissing = 还没有设定“{setting}”（setting set {id}） || "{setting}" has not been decided yet (setting set {id})
    E-VAL.refusal.settingMissing.page = 还没有设定“{setting}” || "{setting}" has not been decided yet
    E-VAL.remedy = 请更正后重试。 || Correct it and try again.
    E-PERM.rule = 只有具备相应角色的账号才能办理。 || Only accounts with a fitting role may do this.
    E-PERM.refusal = 账号“{account}”无权办理“{operation}” || the account "{account}" may not do "{operation}"
    E-PERM.refusal.transition = 账号“{account}”无权转为“{wanted}”；应由以下角色办理：{roles} || the account "{account}" may not make it "{wanted}"; that is for: {roles}
    E-PERM.refusal.unknownAccount = 没有可用的账号“{account}” || there is no usable account "{account}"
    E-PERM.refusal.noAccount = 还没有可用的账号 || there is no usable account yet
    E-PERM.remedy = 请改用有权限的账号，或向系统管理员申请。 || Use an account that may, or ask the administrator.
    E-NOTFOUND.rule = 所指的记录必须存在并且对本账号可见。 || The record named must exist and be visible to the account.
    E-NOTFOUND.refusal = 没有找到 || was not found
    E-NOTFOUND.refusal.operation = 没有名为“{name}”的操作 || there is no operation "{name}"
    E-NOTFOUND.refusal.number = 没有编号为“{number}”的记录 || there is no record with the number "{number}"
    E-NOTFOUND.refusal.rule = 没有编号为“{id}”的规则 || there is no rule "{id}"
    E-NOTFOUND.refusal.setting = 没有编号为“{id}”的设置 || there is no setting "{id}"
    E-NOTFOUND.remedy = 请核对编号或名称，也可先用列表查找。 || Check the number or name, or look it up in a list first.
    E-STATE.rule = 只有在允许的状态下才能办理。 || Something may be done only in a state that allows it.
    E-STATE.refusal = 当前状态下不能办理 || is not allowed in the present state
    E-STATE.refusal.keyUnused = 还没有加密字段，无须更换密钥 || there are no encrypted fields yet, so there is no key to change
    E-STATE.refusal.transition = 现为“{state}”，不能转为“{wanted}”；下一步只能是：{next} || is now "{state}" and cannot become "{wanted}"; what may follow: {next}
    E-STATE.remedy = 请先完成前一步，再办理本步。 || Finish the step before this one first.
    E-DUP.rule = 同一事项只登记一次。 || The same thing is registered once only.
    E-DUP.refusal = 已经存在 || exists already
    E-DUP.remedy = 请使用已有的记录；确属另一项的，改动相同的内容后再登记。 || Use the record that is there; where this is another one, change what is the same and enter it again.
    E-LOCK.rule = 别人已修改的记录，须看过新内容后再改。 || A record changed by somebody else must be read again before it is changed.
    E-LOCK.refusal = 记录已被他人修改（您看到的是第 {expected} 版，现为第 {stored} 版） \
    || the record was changed meanwhile (you saw version {expected}, it is now version {stored})
    E-LOCK.refusal.fileInUse = 文件“{path}”正在被其他程序使用 || the file "{path}" is in use by another program
    E-LOCK.refusal.busy = 数据库正被其他程序占用 || the database is kept busy by another program
    E-LOCK.remedy = 请重新读取后再试。 || Read it again and retry.
    E-RULE.rule = 业务规则必须遵守。 || Business rules must be kept.
    E-RULE.refusal = 违反业务规则 || breaks a business rule
    E-RULE.remedy = 请按规则调整后再办理。 || Change it to fit the rule.
    E-INTEGRITY.rule = 记录不得被绕过程序篡改。 || Records must not be changed behind the program's back.
    E-INTEGRITY.refusal = 数据完整性检查未通过 || a check of the data's integrity failed
    E-INTEGRITY.refusal.auditRow = 审计记录第 {seq} 条与其校验值不符，可能被篡改 || row {seq} of the audit does not fit its hash; it may have been changed
    E-INTEGRITY.refusal.auditGap = 审计记录缺少第 {first} 至 {last} 条 || rows {first} to {last} of the audit are missing
    E-INTEGRITY.refusal.readOnly = 审计链核验未通过，数据库现在只可查询；核验（audit verify）通过后恢复 \
    || the audit chain did not verify, so the database can only be read until audit verify passes
    E-INTEGRITY.refusal.foreignWrite = 插件“{owner}”试图写入不属于它的表“{table}”，全部撤销 \
    || the plugin "{owner}" tried to write to "{table}", which is not its own; everything was undone
    E-INTEGRITY.refusal.damaged = 数据库文件已损坏（{reason}） || the database file is damaged ({reason})
    E-INTEGRITY.remedy = 请停止使用并通知审计员，必要时用备份恢复。 || Stop working, tell the auditor, and restore a backup where needed.
    # --- the file ---------------------------------------------------------------------------------------------------------
    E-FILE-ABSENT.rule = 所指的文件必须存在。 || The file named must exist.
    E-FILE-ABSENT.refusal = 文件“{path}”不存在 || the file "{path}" does not exist
    E-FILE-ABSENT.remedy = 请核对路径；新建数据库请用 init。 || Check the path; a new database is made with init.
    E-FILE-EXISTS.rule = 已有的文件不会被覆盖。 || An existing file is never overwritten.
    E-FILE-EXISTS.refusal = 文件“{path}”已经存在 || the file "{path}" exists already
    E-FILE-EXISTS.remedy = 请另取文件名，或先移走原文件。 || Choose another name, or move the file away first.
    E-FILE-FOREIGN.rule = 只打开本程序建立的数据库。 || Only databases made by this program are opened.
    E-FILE-FOREIGN.refusal = “{path}”不是本程序的数据库 || "{path}" is not a database of this program
    E-FILE-FOREIGN.remedy = 请核对数据库路径。 || Check the path of the database.
    E-FILE-NEWER.rule = 较新程序写过的数据库，旧程序不打开。 || A database written by a newer program is not opened by an older one.
    E-FILE-NEWER.refusal = 数据库由较新的程序写过（未知步骤：{steps}） || a newer program has written this database (unknown steps: {steps})
    E-FILE-NEWER.remedy = 请升级程序后再打开，数据未作改动。 || Update the program; nothing in the file was changed.
    E-FILE-FULL.rule = 磁盘须有足够的空间。 || The disk must have room.
    E-FILE-FULL.refusal = 磁盘空间不足，没有保存 || the disk is full; nothing was saved
    E-FILE-FULL.remedy = 请清理磁盘后重试。 || Free some space and try again.
    E-FILE-READONLY.rule = 办理业务须能写入数据库文件。 || Working needs the right to write the database file.
    E-FILE-READONLY.refusal = 数据库文件或其文件夹只读 || the database file or its folder is read-only
    E-FILE-READONLY.remedy = 请检查文件和文件夹的写入权限。 || Check the permissions of the file and its folder.
    E-FILE-IO.rule = 文件须能正常读写。 || Files must be readable and writable.
    E-FILE-IO.refusal = 读写文件出错（{reason}） || reading or writing a file failed ({reason})
    E-FILE-IO.refusal.path = 无法读写“{path}”（{reason}） || "{path}" cannot be read or written ({reason})
    E-FILE-IO.remedy = 请检查路径、权限和磁盘。 || Check the path, the permissions and the disk.
    R-SEC-02.rule = 恢复备份前按哈希链核验，核验不通过的备份不予恢复。 || A backup is verified by its hash chain before it is restored; one that does not verify is refused.
    R-SEC-02.refusal = 备份“{path}”未通过核验（{finding}） || the backup "{path}" does not verify ({finding})
    R-SEC-02.remedy = 请改用另一份备份，并保留这份供查证。 || Use another backup, and keep this one as evidence.
    # --- faults of plugins ------------------------------------------------------------------------------------------------
    plugin.problem.duplicatePlugin = 插件“{plugin}”出现了两次；只保留一个 || The plugin "{plugin}" is listed twice; keep one of them
    plugin.problem.duplicateNamespace = 名称空间“{name}”被多个插件占用：{plugins}；请改名 \
    || The namespace "{name}" is claimed by several plugins ({plugins}); rename one
    plugin.problem.kernelMismatch = 插件“{plugin}”需要内核 {wants}，现为 {kernel}；请换用合适的版本 \
    || The plugin "{plugin}" wants kernel {wants}, this is {kernel}; use a fitting version
    plugin.problem.missingRequirement = 插件“{plugin}”需要插件“{requires}”，但没有列入；请加入它 \
    || The plugin "{plugin}" requires "{requires}", which is not listed; add it
    plugin.problem.oldRequirement = 插件“{plugin}”需要“{requires}”{atLeast} 以上，现为 {found}；请升级 \
    || The plugin "{plugin}" requires "{requires}" {atLeast} or newer, found {found}; update it
    plugin.problem.conflict = 插件“{plugin}”与“{other}”不能同时使用；请去掉一个 \
    || The plugin "{plugin}" cannot be used together with "{other}"; remove one
    plugin.problem.cycle = 插件互相依赖成环：{path}；请去掉其中一环 || Plugins require each other in a circle: {path}; break it
    plugin.problem.undeclaredCapability = 插件“{plugin}”没有声明能力“{slot}”却使用了它；请写入 capabilities \
    || The plugin "{plugin}" fills "{slot}" without declaring it; add it to its capabilities
    plugin.problem.foreignKey = 插件“{plugin}”在“{slot}”中使用了不属于它的名称“{key}”；请以自己的名称空间开头 \
    || The plugin "{plugin}" uses the name "{key}" in "{slot}", which is not its own; begin it with one of its namespaces
    plugin.problem.duplicateKey = “{slot}”中的“{key}”被重复提供：{plugins}；请改名 \
    || "{key}" in "{slot}" is provided more than once ({plugins}); rename one
    plugin.problem.missingString = 插件“{plugin}”缺少文字“{key}”（{language}）；请补写 \
    || The plugin "{plugin}" lacks the text "{key}" ({language}); write it
    plugin.problem.ambiguousString = 文字“{key}”在几处写法不同：{plugins}；请统一或改名 \
    || The text "{key}" is written differently by several plugins ({plugins}); make them one or rename one
    plugin.problem.missingAccess = 插件“{plugin}”的操作“{operation}”没有说明谁可以办理；请补写角色 \
    || The operation "{operation}" of plugin "{plugin}" does not say who may do it; name the roles
    plugin.problem.foreignTable = 插件“{plugin}”建立了不属于它的表“{table}”；表名应以“{plugin}_”开头 \
    || The plugin "{plugin}" creates the table "{table}", which is not its own; begin the name with "{plugin}_"
    plugin.problem.dangling = 插件“{plugin}”的“{slot}”中“{key}”指向不存在的“{reference}”；请更正 \
    || "{key}" in "{slot}" of plugin "{plugin}" refers to "{reference}", which does not exist; correct it
    plugin.problem.unlearnableInput = 插件“{plugin}”的操作“{operation}”有无法识别的填写项：{reason}；请改用支持的类型 \
    || The operation "{operation}" of plugin "{plugin}" has an input that cannot be described: {reason}; use a supported type
    plugin.problem.reservedField = 插件“{plugin}”的操作“{operation}”使用了保留的名称“{field}”；请改名 \
    || The operation "{operation}" of plugin "{plugin}" uses the reserved field name "{field}"; rename it
    plugin.problem.unknownPosition = 插件“{plugin}”的操作“{operation}”按位置列出了不存在的填写项“{field}”；请更正 \
    || The operation "{operation}" of plugin "{plugin}" lists the position "{field}", which is not a field; correct it
    # --- kinds of refusal -------------------------------------------------------------------------------------------------
    refusalKind.validation = 填写有误 || validation
    refusalKind.permission = 无权限 || permission
    refusalKind.notFound = 不存在 || not found
    refusalKind.state = 状态不允许 || state
    refusalKind.duplicate = 重复 || duplicate
    refusalKind.stale = 已被修改 || stale
    refusalKind.rule = 业务规则 || business rule
    refusalKind.integrity = 完整性 || integrity
    # --- fields many operations share -------------------------------------------------------------------------------------
    field.limit = 条数 || limit
    field.limit.help = 一页最多多少条（1 至 1000，默认 50） || how many rows a page has at most (1 to 1000, 50 if not given)
    field.after = 起点 || after
    field.after.help = 从上一页末尾给出的标记之后开始 || start after the mark given at the end of the page before
    field.from = 起始日期 || from
    field.from.help = 从这一天起 || from this day on
    field.to = 截止日期 || to
    field.to.help = 到这一天止 || up to this day
    field.dryRun = 试运行 || dry run
    field.dryRun.help = 完整执行并报告结果，但不保存 || do everything and report, but keep nothing
    field.partial = 部分接受 || partial
    field.partial.help = 保存正确的行，退回有误的行 || keep the rows that are right and hand back the others
    field.rejects = 退回文件 || rejects file
    field.rejects.help = 有误的行及原因写入此文件 || file for the rows that are wrong, with the reasons
    field.file = 文件 || file
    field.file.help = 要读取的文件 || the file to read
    field.out = 输出文件 || output file
    field.out.help = 结果写入此文件 || the file to write
    field.reason = 理由 || reason
    field.reason.help = 为什么这样办理，记入审计 || why it is done; kept in the audit
    field.version = 版本 || version
    field.version.help = 您看到的记录版本，防止覆盖他人的修改 || the version of the record you saw, so that nobody's change is overwritten
    column.reason = 理由 || reason
    column.row = 行号 || row
    column.sourceColumn = 列 || column
    column.sourceValue = 原值 || value
    column.severity = 性质 || severity
    column.fault = 说明 || what is wrong
    severity.refused = 退回 || refused
    severity.question = 待确认 || to confirm
    severity.normalised = 已规范 || normalised
    import.alike = 共 {count} 行 || {count} rows
    severity.notice = 提示 || notice
    formLanguage.zh-Hans = 中文 || Chinese
    formLanguage.en = 英文 || English
    secrecy.open = 公开 || public
    secrecy.restricted = 内部 || internal
    secrecy.sensitive = 内部敏感 || internal, sensitive
    paper.scope = 范围：{value} || Scope: {value}
    paper.scope.all = 全部可查看内容 || everything the reader may see
    paper.scope.part = {label} {value} || {label} {value}
    paper.scope.period = {from} 至 {to} || {from} to {to}
    paper.count = 共 {count} 行 || {count} rows
    paper.secrecy = 密级：{value} || Secrecy: {value}
    paper.made = 生成时间：{value} || Made on: {value}
    paper.number = 文号：{value} || No.: {value}
    paper.number.blank = ＿＿＿＿＿＿ || ______
    paper.seal = （盖章处） || (place of the seal)
    E-VAL.refusal.tableNotReadable = 文件 {file} 的格式只能导出，不能读取 || the format of {file} can be written but not read
    column.step = 步骤 || step
    column.stepRoles = 由谁办理 || by whom
    column.stepMine = 本账号可办 || mine
    column.stepMissing = 还差什么 || what is missing
    # --- audit and rules --------------------------------------------------------------------------------------------------
    audit = 审计 || audit
    audit.help = 谁在何时做了什么，以及记录是否被篡改 || who did what and when, and whether the record was tampered with
    audit.verify = 核验审计链 || verify the audit chain
    audit.verify.help = 重新计算每条审计记录的哈希，指出被改动或缺失的记录 || recompute the hash of every audit row and name those changed or missing
    audit.verify.sound = 审计链完好，共 {count} 条 || The audit chain is sound, {count} rows
    audit.refusals = 其余被拒绝的请求 || further refusals
    setting.kernel.refusalsPerMinute = 每分钟逐条记录的拒绝 || refusals noted one by one in a minute
    setting.kernel.refusalsPerMinute.help = 审计逐条记录一个账号每分钟的前几次被拒；其余的合计为一条 || how many refusals of one account in a minute the audit notes one by one; the others become one entry with their number
    audit.list = 查看审计记录 || list the audit
    audit.list.help = 最新的在前；可按账号和操作筛选 || the newest first, by account and operation if wanted
    audit.list.actor = 账号 || account
    audit.list.actor.help = 只看这个账号的记录 || only what this account did
    audit.list.action = 操作 || operation
    audit.list.action.help = 只看这个操作的记录，如 unit.import || only this operation, such as unit.import
    column.auditCount = 条数 || rows
    column.auditHash = 末条哈希 || last hash
    column.auditNumber = 序号 || number
    column.auditAt = 时间 || time
    column.actor = 账号 || account
    column.actorRoles = 角色 || roles
    column.action = 操作 || operation
    column.auditOutcome = 结果 || outcome
    column.auditChanges = 涉及记录 || records
    auditOutcome.done = 已办理 || done
    auditOutcome.denied = 已拒绝 || denied
    rule = 规则 || rules
    rule.help = 业务规则的内容和出处 || what the business rules say and where they come from
    setting = 设置 || settings
    setting.help = 可由各地自定的期限、阈值和权重 || limits, thresholds and weights that each office decides for itself
    setting.list = 列出设置 || list the settings
    setting.list.help = 每项设置的现值、默认值、范围和出处 || every setting with its value, default, range and source
    setting.list.prefix = 开头 || prefix
    setting.list.prefix.help = 只列出编号以此开头的设置，如 rectification || only settings whose id begins so, such as rectification
    setting.set = 修改设置 || change a setting
    setting.set.help = 修改一项设置；不填数值则恢复默认值。已开始的事项不受影响 || decides one setting, or goes back to its default without a value; what runs already is not touched
    setting.set.setting = 设置项 || setting
    setting.set.setting.help = 设置的编号，见 setting list || the setting's id; see setting list
    setting.set.value = 数值 || value
    setting.set.value.help = 新的数值；不填则恢复默认值 || the new value; the default when left out
    setting.set.done = “{setting}”现为 {value}。 || "{setting}" is now {value}.
    column.setting = 设置项 || setting
    column.settingTitle = 含义 || meaning
    column.settingValue = 现值 || value
    column.settingDefault = 默认值 || default
    column.settingLow = 最小 || lowest
    column.settingHigh = 最大 || highest
    column.settingSource = 出处 || source
    rule.explain = 说明规则 || explain a rule
    rule.explain.help = 给出规则的内容、出处和处理办法 || what a rule says, where it comes from and what to do
    rule.explain.id = 规则编号 || rule id
    rule.explain.id.help = 如 R-RND-02 或 E-VAL || such as R-RND-02 or E-VAL
    rule.list = 列出规则 || list the rules
    rule.list.help = 本程序的全部规则，按编号排列 || every rule of the program, by id
    column.ruleID = 编号 || id
    column.ruleKind = 类别 || kind
    column.ruleSoft = 可特批 || may be overridden
    column.ruleStatement = 内容 || statement
    column.ruleRemedy = 处理办法 || what to do
    column.lastRefusedAt = 最近一次拒绝您 || last refused you
    column.lastRefusedAction = 所办事项 || what you did
    column.lastRefusedFacts = 所据事实 || by these facts
    column.ruleSource = 出处 || source
    # --- the key of private fields ---------------------------------------------------------------------------------------
    key = 密钥 || key
    key.help = 个人隐私字段的加密密钥 || the key that private fields are encrypted with
    key.show = 查看密钥状态 || show the key
    key.show.help = 数据库需要哪把密钥、现有哪把、存放在何处；不显示密钥内容 || which key the database needs, which one is here and where it is kept; never the key itself
    key.show.unused = 还没有加密字段。第一次登记手机号或证件号时生成密钥，请随即另行备份密钥文件。 || There are no encrypted fields yet. The key is made with the first telephone or identity number; back its file up then.
    key.show.present = 密钥可用。请把密钥文件与数据库备份分开保存；没有密钥，备份中的手机号和证件号无法读出。 || The key is here. Keep its file apart from backups of the database; without it telephone and identity numbers in a backup cannot be read.
    key.show.missing = 找不到密钥：手机号和证件号显示为已加密，也不能登记新的。请放回原密钥文件，或设置 XUNCHA_FIELD_KEY。 || The key is missing: telephone and identity numbers stay closed and none can be saved. Put the original key file back, or set XUNCHA_FIELD_KEY.
    key.show.other = 现有密钥不是本库的密钥：手机号和证件号显示为已加密，也不能登记新的。请换回原密钥。 || The key that is here is not this database's: telephone and identity numbers stay closed and none can be saved. Put the original one back.
    key.change = 更换密钥 || change the key
    key.change.help = 为加密字段换一把新密钥：全部重新加密，一次完成；旧密钥保留在密钥文件中，以便读出以前的备份 \
    || takes a new key for encrypted fields: all are encrypted anew at once; the old key stays in the key file, so that earlier backups can be read
    key.change.done = 已更换密钥，重新加密 {values} 项；新密钥 {key}。请随即另行备份密钥文件 {path}。 || The key was changed and {values} values were encrypted anew; the new key is {key}. Back the key file {path} up now.
    keyState.unused = 未使用 || unused
    keyState.present = 可用 || present
    keyState.missing = 缺失 || missing
    keyState.other = 不符 || another one
    column.keyState = 状态 || state
    column.keyExpected = 所需密钥编号 || needed key id
    column.keyPresent = 现有密钥编号 || present key id
    column.keyCount = 密钥数 || keys
    column.keyPath = 密钥文件 || key file
    E-KEY-MISSING.rule = 个人隐私字段须用本库的密钥加密，密钥不在时不另造新密钥。 || Private fields are encrypted with the office's key; where it is missing, no other one takes its place.
    E-KEY-MISSING.refusal = 找不到本库的密钥（{path}） || the office's key is not here ({path})
    E-KEY-MISSING.refusal.other = 现有密钥（{path}）不是本库的密钥 || the key that is here ({path}) is not the office's
    E-KEY-MISSING.refusal.given = 密钥由环境变量给定，程序不能另存新密钥；请在变量中旧密钥之后加上新密钥，用空格隔开 || the key is handed in by a variable, where the program cannot keep a new one; put the new key behind the old one, with a space between
    E-KEY-MISSING.refusal.unwritable = 无法建立密钥文件“{path}” || the key file "{path}" cannot be made
    E-KEY-MISSING.remedy = 请放回原密钥文件，或设置环境变量 XUNCHA_FIELD_KEY。 || Put the original key file back, or set the variable XUNCHA_FIELD_KEY.
    E-INTEGRITY.refusal.privateField = {table} 的加密字段 {column} 被改动或移动过 || an encrypted value of {table}.{column} was changed or moved
    """)
