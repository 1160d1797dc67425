import PluginKit

/// The words of records, pools, recruitment, recusal, service, careers and honours: operations and fields.
extension PersonnelStrings {
    static let people = StringTable(plugin: "personnel", register + pools + recruitment + recusals + outcomes + fields)

    private static let register = """
        cadre.add = 登记干部 || register a cadre
        cadre.add.help = 登记一名干部，写明依据；与在册人员相似的先不登记，确认不是同一人后加 --distinct || registers one person with what the entry rests on; somebody alike is refused unless --distinct says that it is another person
        cadre.add.done = 已登记{cadre}。 || {cadre} is registered.
        cadre.amend = 变更信息 || amend a record
        cadre.amend.help = 变更干部信息，原内容连同依据和日期保留；变更职务时原职务自动截止，并重新核查已申报单位的回避情况 \
        || amends a record; what it said before is kept with source and date; a new post closes the one before, and recusal is checked again
        cadre.amend.done = 已变更{cadre}的 {changed} 项信息；新发现需核实的回避事项 {cases} 件。 || {changed} fields of {cadre} amended; {cases} new potential recusals found.
        cadre.record = 登记情况 || record a fact
        cadre.record.help = 登记教育经历、职级、年度考核、处分、在查、工作经历、公务回避事项等，写明依据；处分和在查限组织部、纪委监委 \
        || records education, rank, yearly assessment, sanction, investigation, experience or a matter with its source; sanctions and investigations are for the organisation department and the discipline commission
        cadre.record.done = 已登记{cadre}的{fact}；新发现需核实的回避事项 {cases} 件。 || {cadre}: {fact} recorded; {cases} new potential recusals found.
        cadre.void = 撤销一条情况 || take back a fact
        cadre.void.help = 撤销登记有误的一条情况，原记录和理由保留 || takes back a fact that was wrong; it stays in the file with the reason
        cadre.void.done = 已撤销。 || Taken back.
        cadre.post = 登记任职经历 || record a post
        cadre.post.help = 补登名册中没有的任职经历；现任职务有变动的用修改情况 || records a post that no roster had; a new present post is an amendment
        cadre.post.postTitle = 职务 || post
        cadre.post.postTitle.help = 当时的职务 || the post that was held
        cadre.post.since = 起 || from
        cadre.post.since.help = 任职年月，如 2012.03 || the first month, such as 2012.03
        cadre.post.until = 止 || to
        cadre.post.until.help = 离任年月；仍在任的不填 || the month of leaving; of a post that lasts, nothing
        cadre.post.done = 已登记{cadre}在{unit}的任职经历；新发现需核实的回避事项 {cases} 件。 || {cadre}: the post at {unit} is recorded; {cases} new potential recusals found.
        cadre.leaders = 单位领导班子 || leadership of a unit
        cadre.leaders.help = 列出名册中某单位现任领导班子成员；回避规则 RC5 至 RC8 以此为据 || lists who leads a unit by the register; RC5 to RC8 look at them
        cadre.leaders.found = {unit}领导班子在册 {count} 人。 || {count} people in the register lead {unit}.
        cadre.leaders.none = 名册中没有{unit}的领导班子成员；RC6 至 RC8 因此无法核查。请导入或登记，库别留空即可。 || Nobody in the register leads {unit}, so RC6 to RC8 cannot be checked. Import or register them; no pool is needed.
        column.postCount = 任职经历 || posts on record
        column.studyCount = 学习经历 || schools on record
        cadre.kin = 登记亲属 || record a relative
        cadre.kin.help = 登记亲属的关系、单位和职务，或声明没有需填报的亲属 || records a relative with unit and post, or that there is none to declare
        cadre.kin.done = {cadre}现有亲属信息 {count} 条；新发现需核实的回避事项 {cases} 件。 || {cadre} has {count} relatives on record; {cases} new potential recusals found.
        cadre.facts = 导入情况表 || import a table of facts
        cadre.facts.help = 从 CSV 或 XLSX 导入教育经历、年度考核、职级等，一行一条，列名：姓名、出生年月、事项、内容、补充、单位、人员、起、止 \
        || imports education, yearly assessments, ranks and more from CSV or XLSX, one fact in a row; columns 姓名, 出生年月, 事项, 内容, 补充, 单位, 人员, 起, 止
        cadre.facts.rosterDate = 表格日期 || date of the table
        cadre.facts.rosterDate.help = 表格反映哪一天的情况，默认今天 || the day as of which the table was drawn up; today if not given
        cadre.facts.done = 读取 {read} 行，保存 {saved} 条，退回 {refused} 行。 || {read} rows read, {saved} facts saved, {refused} rows handed back.
        cadre.facts.rehearsed = 试运行，未保存。读取 {read} 行，将保存 {saved} 条，退回 {refused} 行。 || Dry run, nothing kept. {read} rows read, {saved} facts would be saved, {refused} rows handed back.
        personnel.facts.nobody = 名册中没有姓名和出生年月都相符的“{name}” || nobody in the register has the name "{name}" and this month of birth
        personnel.facts.several = 名册中有多人姓名和出生年月都与“{name}”相同 || several people in the register have the name "{name}" and this month of birth
        personnel.facts.confidential = 处分和在查情况由组织部或纪委监委登记 || sanctions and investigations are recorded by the organisation department or the discipline commission
        cadre.export = 导出干部名册 || export the roster
        cadre.export.help = 按可再导入的中文表头导出名册（csv、xlsx，或供打印的 html）；电话和证件号按本账号权限显示 \
        || writes the register under the Chinese headings it is imported with (csv, xlsx, or html for printing); private fields as the account may see them
        cadre.duplicates = 疑似重复 || records that may be one person
        cadre.duplicates.help = 列出可能是同一人的记录及相同之处；只同名的不列 || lists records that may be one person and what they agree in; the same name alone is not enough
        cadre.duplicates.sentence = 疑似重复 {count} 对。 || {count} pairs may be one person.
        cadre.merge = 合并重复记录 || merge two records
        cadre.merge.help = 把一条记录并入另一条；经历、亲属、入库、服务、表彰等全部转入，不一致的内容作为情况保留 \
        || merges one record into another; history, relatives, pools, service and honours all go over, and what differs is kept as facts
        cadre.merge.done = 已并入{cadre}的记录，内容没有丢失。 || Merged into the record of {cadre}; nothing was lost.
        cadre.distinguish = 确认不是同一人 || tell two people apart
        cadre.distinguish.help = 确认两条记录是不同的人，以后不再提示 || decides that two records are two people; they are not asked about again
        cadre.distinguish.done = 已确认{cadre}与{other}是不同的人。 || {cadre} and {other} are two people.
        personnel = 干部管理 || people
        personnel.help = 表格和设置 || forms and settings
        personnel.words = 识别用语 || words
        personnel.words.help = 识别纪检工作、组织工作和班子职务的用语 || words by which discipline work, organisation work and leadership posts are recognised
        personnel.words.list = 查看识别用语 || list the words
        personnel.words.list.help = 各类用语的现值和默认值 || each list of words with its default
        personnel.words.set = 修改识别用语 || change a list of words
        personnel.words.set.help = 修改一类用语，写明依据；不填则恢复默认 || decides a list of words, with spaces between, or goes back to its default
        personnel.words.set.done = {list}现为：{words} || {list} is now: {words}
        personnel.form = 导出表格 || write a form
        personnel.form.help = 导出名册、选调审批表、工作鉴定表、统计表等（csv、xlsx，或供打印的 html） || writes rosters, recruitment and assessment sheets and statistics as csv, xlsx, or html for printing
        personnel.form.done = 已写入 {file}，{count} 行。 || {count} rows written to {file}.
        personnel.form.note = 生成日期 {date}　共 {count} 行　内部资料 || Made on {date}, {count} rows. Internal.
        personnel.form.persons = 合计 {count} 人（一人多次计一人） || {count} persons, each once
        personnel.form.times = 合计 {count} 人次 || {count} times a person

        """

    private static let pools = """
        eligibility = 资格 || eligibility
        eligibility.help = 谁符合组长、副组长条件 || who may lead a team
        eligibility.check = 核查资格 || check eligibility
        eligibility.check.help = 逐项核查区管、在职、纪检或组织工作经历、多岗位锻炼、年富力强及其他条件，列出所依据的事实和日期 \
        || checks each criterion (managed by the district, in service, discipline or organisation work, several posts, age, and others) with the facts used and their day
        eligibility.check.met = {cadre}符合{pool}条件。 || {cadre} meets all criteria ({pool}).
        eligibility.check.unmet = {cadre}尚不符合{pool}条件：{unmet} 项未通过。 || {cadre} does not meet the criteria ({pool}): {unmet} not passed.
        eligibility.facts.managed = 管理权限：{manager} || managed by: {manager}
        eligibility.facts.managedUnknown = 未登记管理权限 || who manages the cadre is not on record
        eligibility.facts.inService = 登记为在职 || on record as in service
        eligibility.facts.notInService = 登记为不在职 || on record as no longer in service
        eligibility.facts.serviceUnknown = 未登记是否在职，也没有现任职务 || neither service nor a present post is on record
        eligibility.facts.post = {from}至{to} {unit} {title} || {from} to {to}, {unit} {title}
        eligibility.facts.recorded = 登记的经历：{text} || on record: {text}
        eligibility.facts.noHistory = 没有工作经历记录 || there is no work history
        eligibility.facts.noExperience = {posts} 段工作经历中没有纪检或组织工作 || none of {posts} posts was discipline or organisation work
        eligibility.facts.units = 在 {count} 个单位任过职（要求不少于 {needed} 个）：{units} || worked in {count} units (at least {needed} wanted): {units}
        eligibility.facts.noCeiling = 年龄上限尚未设定，请先设定；{born} 出生，现 {age} 岁 || no age ceiling is set; set it first. Born in {born}, now {age}
        eligibility.facts.age = {born} 出生，现 {age} 岁（上限 {ceiling} 岁） || born in {born}, now {age} (ceiling {ceiling})
        eligibility.facts.clear = 没有影响入库的情况 || nothing stands against it
        eligibility.facts.notClear = 有影响入库的情况，详情由组织部、纪委监委掌握 || something stands against it; the organisation department and the discipline commission know what
        eligibility.facts.integrity = 影响入库的情况：{text} || what stands against it: {text}
        pool = 人才库 || pools
        pool.help = 组长库、副组长库、巡察专员库 || the pools of leaders, deputies and inspectors
        pool.list = 查看人才库 || list a pool
        pool.list.help = 按姓名拼音顺序列出一个库；已出库的用 --state exited 查看 || lists a pool by name in pinyin order; those who left with --state exited
        pool.list.due = 复审期限 || review due by
        pool.list.due.help = 只看这一天以前应复审的 || only those whose review is due by this day
        pool.list.sentence = {pool}共 {count} 人。 || {count} in the pool ({pool}).
        pool.capacity = 谁何时可用 || who is free when
        pool.capacity.help = 列出在库人员现在是否可用、何时可用 || whether everybody in a pool is free, and from when
        pool.capacity.sentence = {pool}：{day} 可用 {free} 人，共 {all} 人。 || {pool}: {free} of {all} free on {day}.
        pool.history = 入库过程 || steps of a membership
        pool.history.help = 一名干部在一个库中的提名、审核、入库、抽调、出库等过程 || nomination, vetting, admission, assignments and exit of a cadre in a pool
        pool.steps = 入库下一步 || next steps in a pool
        pool.steps.help = 下一步可以办什么、由谁办、还差什么 || what may be done next, by whom, and what is missing
        pool.nominate = 提名入库 || nominate
        pool.nominate.help = 提名一名干部入库，写明依据；不符合条件的指明哪一项 || nominates somebody with what it rests on; a criterion not met is named
        pool.nominate.done = 已提名{cadre}入{pool}。下一步：纪委监委出具廉政意见。 || {cadre} is nominated ({pool}). Next: the discipline commission's opinion.
        pool.opinion = 廉政意见 || give an opinion
        pool.opinion.help = 纪委监委对提名人选出具廉政意见，只写结论 || the discipline commission's opinion on a nominee; only its result
        pool.opinion.done = 已登记对{cadre}的廉政意见。 || The opinion on {cadre} is recorded.
        pool.advance = 办理入库、轮休、出库 || move a membership on
        pool.advance.help = 审核、入库、抽调、轮休、出库；专员经领导小组批准，组长、副组长经区委批准 || vetting, admission, assignment, rest, exit; inspectors are approved by the leading group, leaders and deputies by the committee
        pool.advance.done = {cadre}在{pool}中现为“{state}”。 || {cadre} is now "{state}" ({pool}).
        pool.review = 复审 || review a membership
        pool.review.help = 确认继续在库，并定下次复审日期 || confirms that somebody stays, and sets the next review
        pool.review.done = 已复审，{cadre}继续在{pool}。 || Reviewed: {cadre} stays ({pool}).
        pool.decline = 登记拒绝抽调 || note a refusal
        pool.decline.help = 登记一次拒绝抽调及理由 || notes that somebody declined to be taken into a team, and why
        pool.decline.done = 已登记{cadre}拒绝抽调一次。 || {cadre}'s refusal is noted.

        """

    private static let recruitment = """
        recruitment = 联合选调 || joint recruitment
        recruitment.help = 派驻纪检组摸排、推荐，四部门联合发文、动员、考察，按标准选调，一步不能少 || screening, recommendation, joint document, mobilisation and appraisal by four bodies, shortlist, approval: no step is skipped
        recruitment.open = 新建选调 || open a campaign
        recruitment.open.help = 新建一次联合选调 || opens a campaign of joint recruitment
        recruitment.open.campaign = 选调编号 || code
        recruitment.open.campaign.help = 本次选调的编号，如 2026-1 || a code for the campaign, such as 2026-1
        recruitment.open.title = 名称 || title
        recruitment.open.title.help = 本次选调的名称 || what the campaign is called
        recruitment.open.done = 已新建选调 {campaign}。下一步：派驻纪检组摸排。 || Campaign {campaign} is open. Next: screening by the stationed groups.
        recruitment.screen = 摸排人选 || screen somebody
        recruitment.screen.help = 派驻纪检组摸排并登记人选，这是进入选调的唯一途径 || the stationed discipline group's entry, the only way into a campaign
        recruitment.screen.done = 选调 {campaign} 已登记摸排人选。 || Somebody was screened for {campaign}.
        recruitment.recommend = 推荐人选 || recommend somebody
        recruitment.recommend.help = 派驻纪检组推荐摸排过的人选 || recommends somebody who was screened
        recruitment.recommend.done = 选调 {campaign} 已登记推荐。 || A recommendation was recorded for {campaign}.
        recruitment.sign = 会签联合文件 || sign the joint document
        recruitment.sign.help = 纪委监委、组织部、巡察办、人社局分别会签，由账号角色决定代表哪个部门 || signs for one of the four bodies, which the account's role names
        recruitment.sign.done = 选调 {campaign} 已会签。 || The joint document of {campaign} was signed.
        recruitment.mobilise = 联合动员 || record the mobilisation
        recruitment.mobilise.help = 登记联合动员的时间和情况 || records day and circumstances of the joint mobilisation
        recruitment.mobilise.done = 选调 {campaign} 已登记联合动员。 || The mobilisation of {campaign} is recorded.
        recruitment.appraise = 联合考察意见 || give an opinion
        recruitment.appraise.help = 四部门分别对每名推荐人选提出考察意见 || each of the four bodies gives its opinion on everybody recommended
        recruitment.appraise.opinion = 考察意见 || opinion
        recruitment.appraise.opinion.help = 考察意见的内容 || what the body says
        recruitment.appraise.done = 选调 {campaign} 已登记考察意见。 || An opinion was recorded for {campaign}.
        recruitment.shortlist = 列为拟选调人选 || shortlist somebody
        recruitment.shortlist.help = 按德才兼备、专业骨干、优秀后备之一列为拟选调人选，须有书面佐证 || under one of the standards 德才兼备, 专业骨干, 优秀后备, with written evidence
        recruitment.shortlist.done = 选调 {campaign} 已列拟选调人选。 || Somebody was shortlisted for {campaign}.
        recruitment.advance = 推进选调 || move a campaign on
        recruitment.advance.help = 转入下一步；批准后拟选调人选进入专员库 || to the next step; approval admits the shortlisted to the pool of inspectors
        recruitment.advance.done = 选调 {campaign} 现为“{stage}”。 || Campaign {campaign} is now at: {stage}.
        recruitment.list = 选调列表 || list campaigns
        recruitment.list.help = 列出各次联合选调 || lists the campaigns of joint recruitment
        recruitment.show = 查看选调 || show a campaign
        recruitment.show.help = 查看一次选调的会签和人选，按考察意见排序 || shows signatures and applicants, ranked by the opinions on them
        recruitment.steps = 选调下一步 || next step of a campaign
        recruitment.steps.help = 下一步由谁办、还差什么 || the next step, by whom, and what is missing

        """

    private static let recusals = """
        recusal.list = 回避事项列表 || list recusal cases
        recusal.list.help = 列出本人申报、单位提出、系统核查和巡察办提出的回避事项 || cases raised by the person, the unit, the program or the office
        recusal.show = 查看回避事项 || show a recusal case
        recusal.show.help = 查看一件回避事项的事实、状态和决定 || shows a case with its facts, state and decision
        recusal.steps = 回避事项下一步 || next steps of a case
        recusal.steps.help = 回避事项可以进入的下一状态、由谁办理、还差什么 || states a case may enter next, by whom, and what is missing
        recusal.object = 对巡察人员提出回避 || object to an inspector
        recusal.object.help = 被巡察单位对巡察人员提出回避要求；核实决定前该人员看不到本单位的内容 || the inspected side objects to an inspector, who sees nothing of the unit until it is decided
        recusal.object.done = 已收到，编号 {no}，由巡察办核实后答复。 || Received as {no}; the office will verify it and answer.
        recusal.raise = 提出回避事项 || raise a case
        recusal.raise.help = 巡察办、组织部或纪委监委提出一名干部对一个单位的回避事项 || raises a recusal case about a cadre and a unit
        recusal.raise.done = 已提出回避事项 {no}。 || Case {no} was raised.
        recusal.decide = 办理回避事项 || decide a case
        recusal.decide.help = 核实、确认回避、不予回避；酌情回避经领导小组两人批准可以不回避，理由不少于 10 个字 \
        || verified, upheld or dismissed; a soft one is overridden by two people of the leading group with a reason of ten characters or more
        recusal.decide.done = 回避事项 {no} 现为“{state}”。 || Case {no} is now: {state}.
        declaration = 回避申报 || declarations
        declaration.help = 巡察人员对拟巡察单位的回避申报 || what inspectors declare about the units of their team
        declaration.make = 申报回避 || declare
        declaration.make.help = 对本组全部巡察对象申报；本人申报，或由巡察办按签字的申报表登记 || declares for all units of the team: a member for themselves, or the office for a signed sheet
        declaration.make.done = 已登记{cadre}对 {units} 个单位的申报；系统核查发现需核实的事项 {cases} 件。 || {cadre} declared for {units} units; the record shows {cases} matters to verify.
        declaration.list = 申报列表 || list declarations
        declaration.list.help = 列出回避申报和系统核查结果 || declarations with what the record says
        declaration.confirm = 审核申报 || confirm declarations
        declaration.confirm.help = 审核通过一名干部在一个轮次的申报；发现不实的用 --untrue 指明单位 || confirms a person's declarations for a round; --untrue names the unit whose declaration is not true
        declaration.confirm.done = 已审核{cadre}的 {count} 条申报。 || {count} declarations of {cadre} confirmed.
        declaration.team = 全组申报 || declarations of a team
        declaration.team.help = 一个巡察组的回避申报 || what the members of one team declared
        declaration.team.confirm = 审核全组申报 || confirm a team's declarations
        declaration.team.confirm.help = 一次审核通过一个组中没有待核实事项的申报；其余的逐人审核 || confirms all declarations of a team that nothing is found against; the others are confirmed person by person
        declaration.team.confirm.done = 第 {team} 组已审核 {count} 份申报；{left} 份有待核实事项或属本人，未审核。 || Team {team}: {count} declarations confirmed; {left} have matters to verify or are your own, and wait.
        declaration.confirm.found = {cadre}的申报不实，已通知有关模块退出该人员并复核其经手的底稿。 || The declaration of {cadre} is untrue; teams and drafts are told.

        """

    private static let outcomes = """
        service = 服务记录 || service
        service.help = 参加各轮次巡察的记录、授权和保密承诺 || service in rounds, with authorisation and pledge
        service.list = 服务记录列表 || list service
        service.list.help = 列出各轮次各组成员的授权、承诺和鉴定情况 || who served in which team, with authorisation, pledge and assessment
        service.record = 补录服务记录 || record earlier service
        service.record.help = 按旧档案补录以前轮次的巡察服务 || records service in a round before this program
        service.record.done = 已补录{cadre}在 {team} 的服务。 || {cadre}'s service in {team} is recorded.
        service.pledge = 登记保密承诺 || record a pledge
        service.pledge.help = 登记签署的保密承诺和岗位分工 || records the signed pledge of secrecy and the duty in the team
        service.pledge.done = 已登记{cadre}（{team}）的保密承诺。 || {cadre}'s pledge ({team}) is recorded.
        appraisal = 工作鉴定 || assessment sheets
        appraisal.help = 每轮结束后的工作鉴定，送原单位并归入档案 || the assessment after each round, sent to the home unit and filed
        appraisal.draft = 起草鉴定 || draft a sheet
        appraisal.draft.help = 组长为本组成员起草工作鉴定 || the team's leader drafts the sheet of a member
        appraisal.draft.done = 已起草{cadre}（{team}）的工作鉴定。下一步：巡察办审核。 || {cadre}'s sheet ({team}) is drafted. Next: the office confirms it.
        appraisal.confirm = 审核鉴定 || confirm a sheet
        appraisal.confirm.help = 巡察办审核并写明意见，不能由起草人审核 || the office confirms with its opinion; not the drafter
        appraisal.confirm.done = 已审核{cadre}（{team}）的工作鉴定。下一步：送原单位。 || {cadre}'s sheet ({team}) is confirmed. Next: send it to the home unit.
        appraisal.send = 送达鉴定 || send a sheet
        appraisal.send.help = 登记鉴定已送原单位 || notes that the sheet went to the home unit
        appraisal.send.done = {cadre}（{team}）的工作鉴定已送达。 || {cadre}'s sheet ({team}) was sent.
        appraisal.list = 鉴定列表 || list sheets
        appraisal.list.help = 列出工作鉴定及办理情况 || lists assessment sheets
        career = 交流使用和提拔任用 || career moves
        career.help = 巡察干部的交流使用、提拔任用，按人统计 || moves and promotions of inspectors, counted in persons
        career.add = 登记交流提拔 || record a move
        career.add.help = 登记一次交流使用或提拔任用，写明文号 || records a move or a promotion with its document
        career.add.done = 已登记{cadre}的{kind}。 || {cadre}: {kind} recorded.
        career.list = 交流提拔列表 || list moves
        career.list.help = 列出起算日以来的交流使用和提拔任用，并按人统计 || lists moves since a day and counts persons
        career.list.since = 起算日 || since
        career.list.since.help = 从哪一天起，默认按设置（2017-01-01） || from which day; the one set (2017-01-01) if not given
        career.list.sentence = {since} 以来：交流使用 {lateral} 人，提拔任用 {promoted} 人，合计 {persons} 人（一人多次计一人）。 || Since {since}: {lateral} persons moved, {promoted} promoted, {persons} in all, each once.
        career.void = 撤销交流提拔记录 || take back a move
        career.void.help = 撤销登记有误的一条，原记录和理由保留 || takes back one that was wrong; it stays with the reason
        career.void.done = 已撤销。 || Taken back.
        honour = 表彰 || honours
        honour.help = 个人和集体受到的表彰，按人次统计 || honours of people and groups, counted by person
        honour.add = 登记表彰 || record an honour
        honour.add.help = 登记个人或集体受到的表彰；集体计 1 人次，列明成员的按成员计 || records an honour; a group counts once unless its members are listed
        honour.add.title = 称号 || title
        honour.add.title.help = 表彰的称号 || what the honour is called
        honour.add.done = 已登记{recipient}的表彰，计 {persons} 人次。 || {recipient}'s honour is recorded, {persons} times a person.
        honour.list = 表彰列表 || list honours
        honour.list.help = 列出表彰，并按层级统计人次 || lists honours and counts them by level
        honour.list.sentence = 合计 {persons} 人次：国家级 {national}、省级 {province}、市级 {city}、区级 {district}。 || {persons} in all: national {national}, province {province}, city {city}, district {district}.
        honour.void = 撤销表彰记录 || take back an honour
        honour.void.help = 撤销登记有误的一条，原记录和理由保留 || takes back one that was wrong; it stays with the reason
        honour.void.done = 已撤销。 || Taken back.
        evaluation = 后评估 || post-evaluation
        evaluation.help = 被巡察单位对巡察组的评价，不记名，只存汇总数 || what the inspected side says of a team: without names, only counts are kept
        evaluation.open = 登记问卷 || record the questionnaires
        evaluation.open.help = 登记发放和收回的问卷数 || how many questionnaires were handed out and came back
        evaluation.open.done = 已登记 {team} 的问卷，收回 {returned} 份。 || {team}: {returned} questionnaires came back.
        evaluation.count = 登记评估项 || count an item
        evaluation.count.help = 登记一个评估项的优、良、中、差份数 || how many answers of each kind an item got
        evaluation.conclude = 作出结论 || conclude
        evaluation.conclude.help = 结合跟踪谈话、经费核查和组长自评作出结论 || the conclusion, with follow-up talks, the expense check and the leader's own account
        evaluation.conclude.done = 已作出 {team} 的后评估结论。 || The evaluation of {team} is concluded.
        evaluation.list = 后评估汇总 || list evaluations
        evaluation.list.help = 按组和评估项列出份数和得分；收回太少的不显示 || counts and scores by team and item; too few answers are not shown

        """
}
