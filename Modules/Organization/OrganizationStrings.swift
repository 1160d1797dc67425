import PluginKit

enum OrganizationStrings {
    static let table = StringTable(
        plugin: "organization",
        """
        # Terms
        term.open = 开启届次 || open a term
        term.open.help = 开启一届党委任期；同一时间只有一届，满意率阈值必须写明 || opens a committee term; only one is open at a time, and its satisfaction threshold must be said
        term.open.number = 届数 || number
        term.open.number.help = 第几届，如 14 || which term, such as 14
        term.open.name = 名称 || name
        term.open.name.help = 如：中共杭州市西湖区第十四届委员会 || such as the committee's full name
        term.open.start = 起始日期 || start
        term.open.start.help = 本届开始的日期 || the day the term begins
        term.open.satisfactionThreshold = 满意率阈值 || satisfaction threshold
        term.open.satisfactionThreshold.help = 百分数，最多两位小数，如 90.00；低于此值扣分，没有默认值 || percent with at most two decimals, such as 90.00; a rate below it costs points; there is no default
        term.open.deadlineProfile = 期限方案 || deadline profile
        term.open.deadlineProfile.help = county3m、reg2017 或 reg2024，默认 county3m || county3m, reg2017 or reg2024; county3m if not given
        term.open.done = 已开启第 {number} 届。下一步：unit import 导入单位。 || Term {number} is open. Next: import the units with unit import.
        term.close = 结束届次 || close a term
        term.close.help = 结束当前届次；以后的轮次属于下一届 || closes the open term; later rounds belong to the next one
        term.close.number = 届数 || number
        term.close.number.help = 要结束的届次 || the term to close
        term.close.end = 结束日期 || end
        term.close.end.help = 本届结束的日期 || the day the term ends
        term.close.done = 已结束第 {number} 届。 || Term {number} is closed.
        term.list = 届次列表 || list terms
        term.list.help = 列出所有届次，最近的在前 || lists all terms, the newest first
        termState.active = 进行中 || open
        termState.closed = 已结束 || closed

        # Units
        unit.import = 导入单位 || import units
        unit.import.help = 从 CSV 或 XLSX 导入单位（列：code,name,level,parent_code） || imports units from CSV or XLSX (columns code,name,level,parent_code)
        unit.import.done = 读取 {read} 行：新增 {added}，更新 {changed}，未变 {same}，退回 {refused}。 || {read} rows read: {added} added, {changed} changed, {same} unchanged, {refused} handed back.
        unit.import.tried = 试运行，未保存。读取 {read} 行：将新增 {added}，更新 {changed}，未变 {same}，退回 {refused}。 || Dry run, nothing kept. {read} rows read: {added} would be added, {changed} changed, {same} stay the same, {refused} handed back.
        unit.list = 单位列表 || list units
        unit.list.help = 按代码顺序列出单位 || lists units in the order of their codes
        unit.list.level = 层级 || level
        unit.list.level.help = 只看某一层级 || only units of one level
        unit.list.parent = 上级代码 || parent
        unit.list.parent.help = 只看某单位的直接下级 || only direct children of the unit with this code
        unit.list.words = 名称含 || words
        unit.list.words.help = 名称或代码中的字词 || words of the name or code
        unit.show = 查看单位 || show a unit
        unit.show.help = 查看一个单位 || shows one unit
        unit.show.code = 代码 || code
        unit.show.code.help = 单位代码 || the unit's code
        unit.tree = 单位树 || unit tree
        unit.tree.help = 以树形列出某单位及其下级，默认全区 || prints the tree below a unit, or of the whole district
        unit.tree.code = 代码 || code
        unit.tree.code.help = 从哪个单位开始 || the unit to start from
        unit.tree.depth = 层数 || depth
        unit.tree.depth.help = 向下几层，默认全部 || how many levels down; all if not given

        column.number = 序号 || number
        column.name = 名称 || name
        column.code = 代码 || code
        column.level = 层级 || level
        column.kind = 类别 || kind
        column.parentCode = 上级代码 || parent
        column.lineParentCode = 条线上级 || line parent
        column.inScope = 纳入巡察 || in scope
        column.validTo = 撤销日期 || valid to
        column.startDate = 起始日期 || start
        column.endDate = 结束日期 || end
        column.state = 状态 || state
        column.deadlineProfile = 期限方案 || deadline profile
        column.satisfactionThreshold = 满意率阈值(%) || satisfaction threshold (%)
        column.taxonomy = 问题分类版本 || taxonomy
        column.tree = 单位 || unit
        column.depth = 层数 || depth
        column.unit = 单位 || unit
        column.outcome = 处理结果 || outcome
        importOutcome.added = 新增 || added
        importOutcome.changed = 更新 || changed
        importOutcome.same = 未变 || unchanged

        unitLevel.province = 省 || province
        unitLevel.city = 市 || city
        unitLevel.county = 县 || county
        unitLevel.district = 区 || district
        unitLevel.township = 乡 || township
        unitLevel.street = 街道 || subdistrict
        unitLevel.town = 镇 || town
        unitLevel.community = 社区 || community
        unitLevel.village = 村 || village
        unitLevel.organ = 区直部门 || department
        unitLevel.affiliate = 下属单位 || affiliate
        unitLevel.enterprise = 国有企业 || state enterprise
        unitLevel.institution = 事业单位 || institution
        unitKind.districtDepartment = 区直部门 || district department
        unitKind.townSubdistrict = 镇街 || town or subdistrict
        unitKind.stateEnterprise = 国企 || state enterprise
        unitKind.institution = 事业单位 || institution
        unitKind.subStation = 站所 || station or office
        unitKind.village = 村 || village
        unitKind.community = 社区 || community
        unitKind.other = 其他 || other

        # Rules
        R-RND-01.rule = 已有进行中的届次时，结束之前不得开启另一届。 || While a term is open no other one can be opened.
        R-RND-01.refusal = 第 {number} 届仍在进行中 || term {number} is still open
        R-RND-01.remedy = 先用 term close 结束当前届次。 || Close the open term with term close first.
        R-ORG-01.rule = 单位不得在任何一种上级关系中成为自己的上级。 || A unit cannot be above itself, in either parent relation.
        R-ORG-01.refusal = 上级关系成环：{path} || the parents form a circle: {path}
        R-ORG-01.remedy = 更正这些行的上级代码。 || Correct the parent codes of these rows.
        R-ORG-03.rule = 有下级或历史记录的单位不得删除，只能撤销。 || A unit with children or history is never deleted, only expired.
        R-ORG-03.refusal = {unit} 有下级或历史记录 || {unit} has children or history
        R-ORG-03.remedy = 为该单位填写撤销日期。 || Give the unit an end date instead.
        E-VAL.refusal.positive = 应大于 0，实为 {value} || must be more than 0, not {value}
        E-VAL.refusal.percent = 应为 0 至 100 的百分数，最多两位小数，实为 {value} || must be a percent from 0 to 100 with at most two decimals, not {value}
        E-VAL.refusal.dateOrder = 日期先后不对：{end} 早于 {start} || the dates are in the wrong order: {end} is before {start}
        E-VAL.refusal.unitLevel = 不认识的层级 {value}；可用：{known} || unknown level {value}; known are {known}
        E-VAL.refusal.unitParent = 找不到上级单位 {value} || there is no parent unit {value}
        E-DUP.refusal.unitCode = 代码 {value} 在文件中重复（第 {row} 行） || code {value} stands twice in the file (row {row})
        E-NOTFOUND.refusal.unit = 没有代码为 {code} 的单位 || there is no unit with code {code}
        E-NOTFOUND.refusal.term = 没有第 {number} 届 || there is no term {number}
        E-DUP.refusal.term = 第 {number} 届已存在 || term {number} exists already
        E-STATE.refusal.noActiveTerm = 没有进行中的届次 || no term is open
        """)
}
