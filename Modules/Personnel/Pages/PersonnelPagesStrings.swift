import PluginKit

/// The words of the pages of people.
enum PersonnelPagesStrings {
    static let table = StringTable(
        plugin: "personnel",
        """
        cadre.import.help.page = 从 CSV 或 XLSX 导入干部名册，确认前不保存 || imports a cadre roster from CSV or XLSX; nothing is saved before you confirm
        personnel.pages.people = 人员 || People
        personnel.pages.people.none = 人才库里还没有人。先导入干部名册。 || Nobody is in the pools yet. Import a roster first.
        personnel.pages.pools = 人才库 || Pools
        personnel.pages.structure = {pool}构成 || How the pool is made up: {pool}
        personnel.pages.pools.lead = 组长库、副组长库和专员库的人数、可用人数和一个月内应复审的人员。 || How many people each pool has, how many are free, and whose review is due within a month.
        personnel.pages.due = 一个月内应复审 || Review due within a month
        personnel.pages.due.none = 一个月内没有应复审的人员。 || No review is due within a month.
        personnel.pages.eligibility = 资格核查（{pool}） || Eligibility ({pool})
        personnel.pages.recusals = 回避事项 || Recusals
        personnel.pages.service = 服务记录 || Service
        personnel.pages.appraisal = 工作鉴定 || Assessments
        personnel.pages.career = 交流提拔 || Career moves
        personnel.pages.honour = 表彰 || Honours
        personnel.pages.evaluation = 后评估 || Evaluations
        personnel.pages.recusals.lead = 本人申报、被巡察单位提出、系统核查和巡察办提出的回避事项，由巡察办核实、领导小组决定。 || Cases raised by the person, the inspected side, the program or the office; the office verifies them, the leading group decides.
        personnel.pages.recusals.none = 没有回避事项。 || There are no cases.
        personnel.pages.recusal = {cadre}对{unit}的回避 || {cadre} and {unit}
        recusalStep.raised = 重新提出 || Raise again
        recusalStep.verifying = 开始核实 || Verify
        recusalStep.upheld = 确认回避 || Uphold
        recusalStep.dismissed = 不予回避 || Dismiss
        recusalStep.overrideProposed = 提出特批 || Propose to override
        recusalStep.overridden = 批准特批 || Override
        personnel.pages.duplicates = 疑似重复 || Possible duplicates
        personnel.pages.duplicates.lead = 以下记录可能是同一人。请逐对确认：合并不会丢失内容；不是同一人的以后不再提示。 || These records may be one person. Decide pair by pair: a merger loses nothing, and people told apart are not asked about again.
        personnel.pages.duplicates.none = 没有疑似重复的记录。 || No records look like one person.
        personnel.pages.same = 相同 || the same
        personnel.pages.different = 不同 || different
        personnel.pages.admit = 批准入库 || Admit
        personnel.pages.back = 回库 || Back into the pool
        personnel.pages.due.more = 查看全部应复审的人员 || All who are due for review
        personnel.pages.void = 撤销 || take back
        pool.list.help.page = 按姓名拼音顺序列出；已出库的，在“状态”中选择查看 || by name in pinyin order; those who left are shown when that state is chosen
        cadre.add.help.page = 登记一名干部，写明依据；与在册人员相似的先不登记，确认不是同一人后勾选再登记 || records a cadre with what it rests on; where somebody alike is on record, nothing is recorded until you say that they are not one person
        declaration.confirm.help.page = 审核通过一名干部在一个轮次的申报；发现不实的，填写是哪个单位 || confirms a cadre's declarations for a round; where one is untrue, its unit is named
        field.cadre.help.page = 输入姓名，从提示中选择 || type the name and choose from what is suggested
        recusal.decide.no.help.page = 回避事项编号 || the number of the case
        personnel.form.pool = 人才库 || pool
        personnel.form.pool.help = 只用于人才库名册 || for the roster of a pool
        personnel.form.campaign = 选调 || campaign
        personnel.form.campaign.help = 选调编号，只用于选调审批表 || code of the campaign, for its approval form
        personnel.form.since = 起始 || since
        personnel.form.since.help = 只用于交流提拔和表彰统计表 || for career moves and honours
        personnel.form.until = 截止 || until
        personnel.form.until.help = 只用于交流提拔和表彰统计表 || for career moves and honours
        personnel.pages.appraisal.lead = 撤组后由组长起草，巡察办审核，送派出单位并归入本人档案 || drafted by the team's leader when the work is done, confirmed by the office, sent to the home unit and filed
        personnel.pages.appraisal.none = 还没有工作鉴定。巡察组工作结束后由组长起草。 || There is no assessment yet. The team's leader writes them when the work is done.
        personnel.pages.service.none = 还没有服务记录。巡察组授权后自动记入，以前的轮次可补录。 || There is no service on record yet. It is recorded when a team is authorised; earlier rounds can be added.
        personnel.pages.career.none = 起算日以来没有交流使用或提拔任用。 || Nobody has moved or been promoted since the day counted from.
        personnel.pages.honour.none = 还没有登记表彰。 || No honour is on record yet.
        personnel.pages.evaluation.none = 还没有后评估；收回太少的不显示。 || There is no evaluation yet; those with too few answers are not shown.
        personnel.pages.appraisal.again = 修改 || Revise
        personnel.pages.appraisal.draft = 起草 {team} 的工作鉴定 || Write the assessment of {team}
        personnel.pages.authorisation.team = 第 {team} 组 || Team {team}
        personnel.pages.first = 记录一（保留） || First record (stays)
        personnel.pages.second = 记录二 || Second record
        personnel.pages.recruitments = 联合选调 || Joint recruitment
        personnel.pages.recruitments.none = 还没有选调。 || There is no campaign yet.
        personnel.pages.declarations = 回避申报 || Declarations
        personnel.pages.declarations.lead = 本人申报与系统核查对照；核查发现的事项须先办理。 || What people declared beside what the record says; matters found are decided first.
        personnel.pages.declarations.none = 还没有申报。 || Nobody has declared yet.
        personnel.pages.signature = 组长（签字）：　　　　　　巡察办（盖章）：　　　　　　年　月　日 || Team leader (signature):　　　　　　Inspection office (seal):　　　　　　Date:
        personnel.pages.seal = 授权单位（盖章）：　　　　　　年　月　日 || Authorised by (seal):　　　　　　Date:
        personnel.pages.holders = {roles} || {roles}
        personnel.pages.work.declarations.team = 第 {team} 组：{people} 人共 {count} 份回避申报待审核 || Team {team}: {count} declarations of {people} people to confirm
        personnel.pages.work.declarations.team.matters = 第 {team} 组：{people} 人共 {count} 份回避申报待审核，其中 {matters} 份有待核实事项 || Team {team}: {count} declarations of {people} people to confirm, {matters} of them with matters to verify
        personnel.pages.work.declarations.person = {cadre}（{round}）：{count} 份回避申报待审核 || {cadre} ({round}): {count} declarations to confirm
        personnel.pages.declarations.one = 审核此人 || confirm this person
        personnel.pages.declarations.one.of = 审核此人：{cadre} || confirm this person: {cadre}
        personnel.pages.work.recusal = {no} {cadre}对{unit}：{facts} || {no} {cadre} about {unit}: {facts}
        personnel.pages.work.review = {pool}有 {people} 人应复审 || Reviews due in the pool ({pool}): {people}
        cadre.facts.help.page = 从 CSV 或 XLSX 导入教育经历、年度考核、职级等，一行一条，确认前不保存 || imports education, assessments, ranks and more, one fact in a row; nothing is saved before you confirm
        R-POL-01.remedy.page = 查看资格核查的依据；记录不足的补登，阈值未设的先在设置中设定。 || See the facts under eligibility; add what the record lacks, and set thresholds that are not set.
        R-POL-03.remedy.page = 按顺序补齐各步骤。 || Take the steps in their order.
        R-PRO-01.remedy.page = 请先查看已有记录。 || See the record that is there.
        R-RCU-03.remedy.page = 请核实并作出决定。 || Verify it and decide.
        R-RCU-04.remedy.page = 在审核申报时指明不实的单位。 || Name the unit when confirming declarations.
        """)
}
