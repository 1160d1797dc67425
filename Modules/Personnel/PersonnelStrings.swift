import PluginKit

/// The words of operations, columns, choices and rules.
enum PersonnelStrings {
    static let table = StringTable(
        plugin: "personnel",
        """
        # --- operations
        cadre = 干部 || cadres
        cadre.help = 干部名册、人才库和个人情况 || rosters, pools and personal records of cadres
        cadre.import = 导入干部名册 || import a cadre roster
        cadre.import.help = 从 CSV 或 XLSX 导入干部名册；有一行不能保存就全部不保存，除非用 --partial 只收正确的行 \
        || imports a cadre roster from CSV or XLSX; nothing is saved unless every row can be, or --partial takes the good ones
        cadre.import.rosterDate = 名册日期 || roster date
        cadre.import.rosterDate.help = 名册反映的是哪一天的情况；不填时取表中注明的日期，没有则取工作经历和入党时间中最近的月份 \
        || the day as of which the roster was drawn up; if not given, the date stated around the table, or the newest month of a post or of joining the Party
        cadre.import.done = 读取 {read} 行（名册时间 {roster}）：保存 {saved} 人，已在库 {present} 人（其中更新 {updated} 人），合并重复 {merged} 行，退回 {refused} 行；所保存的人中 {unstated} 人未填亲属回避信息，{served} 人参加过巡察。 \
        || {read} rows read (roster of {roster}): {saved} people saved, {present} already in the register ({updated} of them updated), {merged} repeated rows merged, {refused} rows handed back; {unstated} of those saved have stated nothing about relatives, {served} have served in a round.
        cadre.import.rehearsed = 试运行，未保存。读取 {read} 行（名册时间 {roster}）：将保存 {saved} 人，已在库 {present} 人（其中将更新 {updated} 人），合并重复 {merged} 行，退回 {refused} 行；将保存的人中 {unstated} 人未填亲属回避信息，{served} 人参加过巡察。 \
        || Dry run, nothing kept. {read} rows read (roster of {roster}): {saved} people would be saved, {present} are already in the register ({updated} of them would be updated), {merged} repeated rows merged, {refused} rows handed back; {unstated} of those to be saved have stated nothing about relatives, {served} have served in a round.
        cadre.list = 干部列表 || list cadres
        cadre.list.help = 按姓名拼音顺序列出干部 || lists cadres by name in pinyin order
        cadre.list.pool = 库别 || pool
        cadre.list.pool.help = 只看某一人才库 || only people in one pool
        cadre.list.unit = 单位代码 || unit
        cadre.list.unit.help = 只看现在该单位工作的人 || only people who work in the unit with this code
        cadre.list.words = 含字词 || words
        cadre.list.words.help = 姓名、单位、职务或专业特长中的字词；不查电话 || words of the name, unit, post or specialties; telephone numbers are not searched
        cadre.show = 查看干部 || show a cadre
        cadre.show.help = 查看一名干部的情况、工作经历、亲属回避信息和入库情况 || shows one cadre with posts, relatives and pools
        cadre.show.cadre = 干部 || cadre
        cadre.show.cadre.help = 姓名；有同名的，用列表中的干部 id || the name; where several people share it, the cadre id from the list
        recusal = 回避 || recusal
        recusal.help = 谁应当回避哪个单位 || who must stay away from which unit
        recusal.check = 核查回避 || check recusal
        recusal.check.help = 逐项核查一名干部对一个单位是否应当回避（RC1 至 RC11），列出结论和事实 \
        || checks one cadre against one unit under every rule (RC1 to RC11), each with its verdict and facts
        recusal.check.cadre = 干部 || cadre
        recusal.check.cadre.help = 姓名；有同名的，用列表中的干部 id || the name; where several people share it, the cadre id from the list
        recusal.check.unit = 单位代码 || unit
        recusal.check.unit.help = 拟巡察单位的代码 || code of the unit to be inspected
        recusal.check.role = 岗位 || role
        recusal.check.role.help = 按哪个岗位核查；不填时按所在的最高一级人才库 || the role to check for; the highest pool the cadre is in if not given
        recusal.check.on = 核查日期 || day
        recusal.check.on.help = 从哪一天起算，默认今天 || the day to count from; today if not given
        recusal.check.sentence = {cadre}（{role}人选）巡察{unit}：必须回避 {hard} 项，酌情回避 {soft} 项，记录不足 {unknown} 项。 \
        || {cadre} for {unit} ({role}): {hard} hard reasons against, {soft} soft ones, {unknown} rules open for want of facts.

        # --- columns
        column.cadre = 姓名 || name
        column.gender = 性别 || gender
        column.birthMonth = 出生年月 || born
        column.politicalStatus = 政治面貌 || political status
        column.partyJoinMonth = 入党时间 || joined the Party
        column.education = 学历 || education
        column.homeUnit = 工作单位 || home unit
        column.postTitle = 职务 || post
        column.rank = 职级 || rank
        column.inPostSince = 任现职时间 || in post since
        column.pools = 库别 || pools
        column.specialties = 专业特长 || specialties
        column.recommendedBy = 推荐单位 || recommended by
        column.kinStated = 已填亲属情况 || relatives stated
        column.phone = 联系方式 || telephone
        column.remark = 备注 || remark
        column.rosterFile = 来源名册 || roster
        column.rosterDate = 名册日期 || roster date
        column.cadreId = 干部 id || cadre id
        column.version = 版本 || version
        column.fromMonth = 起 || from
        column.toMonth = 止 || to
        column.postUnit = 单位 || unit
        column.relation = 关系 || relation
        column.kinUnit = 亲属单位 || relative's unit
        column.kinRaw = 原文 || as declared
        column.pool = 库别 || pool
        column.poolState = 状态 || state
        column.poolRoute = 入库方式 || route
        column.admittedOn = 入库时间 || admitted on
        column.roundsServed = 参加轮次 || rounds served
        column.recusalRule = 规则 || rule
        column.recusalVerdict = 结论 || verdict
        column.evidence = 佐证 || evidence
        section.posts = 工作经历 || posts
        section.kin = 亲属回避信息 || relatives
        section.pools = 入库情况 || pools

        # --- choices
        gender.male = 男 || male
        gender.female = 女 || female
        politicalStatus.partyMember = 中共党员 || member of the Communist Party
        politicalStatus.probationaryMember = 中共预备党员 || probationary member of the Communist Party
        politicalStatus.youthLeague = 共青团员 || member of the Youth League
        politicalStatus.revolutionaryCommittee = 民革党员 || member of the Revolutionary Committee of the Kuomintang
        politicalStatus.democraticLeague = 民盟盟员 || member of the Democratic League
        politicalStatus.democraticConstruction = 民建会员 || member of the Democratic National Construction Association
        politicalStatus.promotingDemocracy = 民进会员 || member of the Association for Promoting Democracy
        politicalStatus.peasantsWorkers = 农工党党员 || member of the Peasants' and Workers' Democratic Party
        politicalStatus.zhiGong = 致公党党员 || member of the Zhi Gong Party
        politicalStatus.jiuSan = 九三学社社员 || member of the Jiusan Society
        politicalStatus.taiwanLeague = 台盟盟员 || member of the Taiwan Democratic Self-Government League
        politicalStatus.withoutParty = 无党派人士 || public figure without party
        politicalStatus.masses = 群众 || of no party
        servedRole.leader = 组长 || leader
        servedRole.deputy = 副组长 || deputy
        servedRole.inspector = 巡察专员 || inspector
        poolKind.leader = 组长库 || leaders
        poolKind.deputy = 副组长库 || deputy leaders
        poolKind.inspector = 专员库 || inspectors
        poolRoute.committeeSelection = 区委选配 || chosen by the committee
        poolRoute.jointRecruitment = 联合选调 || joint recruitment
        poolRoute.recommendation = 推荐 || recommended
        poolRoute.selfNomination = 自荐 || own application
        poolRoute.takenOver = 名册转入 || taken over from a roster
        poolState.nominated = 提名 || nominated
        poolState.vetted = 已审核 || vetted
        poolState.admitted = 在库 || admitted
        poolState.onAssignment = 抽调中 || on assignment
        poolState.cooling = 轮休 || resting
        poolState.exited = 已出库 || left
        recusalVerdict.clear = 无需回避 || clear
        recusalVerdict.soft = 酌情回避 || soft
        recusalVerdict.hard = 必须回避 || hard
        recusalVerdict.unknown = 记录不足 || not enough on record

        # --- rules
        RC1.rule = 现在被巡察单位或其上级、下属单位（含条线）任职的，不得参加对该单位的巡察。 \
        || Whoever works in the inspected unit, or in a unit above or below it in either line, takes no part in its inspection.
        RC1.refusal = 现在被巡察单位或其上级、下属单位任职 || works in the inspected unit, or in a unit above or below it
        RC1.refusal.current = {cadre}现在{unit}任职，该单位就是被巡察单位 || {cadre} works in {unit}, the inspected unit itself
        RC1.refusal.subordinate = {cadre}现在{unit}任职，该单位是{target}的下属单位，受其班子领导 || {cadre} works in {unit}, which stands below {target} and is led by it
        RC1.refusal.superior = {cadre}现在{unit}任职，该单位是{target}的上级单位 || {cadre} works in {unit}, which stands above {target}
        RC1.remedy = 请另选人员，此项不得特批。 || Choose somebody else; nobody may override this.
        RC2.rule = 近三年内曾在被巡察单位工作，或者累计工作三年以上的，组长、副组长必须回避，其他人员酌情回避。 \
        || Whoever worked in the inspected unit within three years, or for three years in all, must not lead its inspection; others only with approval.
        RC2.refusal = 近三年内或者累计三年以上在被巡察单位工作 || worked in the inspected unit within three years, or for three years in all
        RC2.refusal.recent = {cadre}{from}至{to}在{target}工作，离开不满三年（累计 {months} 个月） \
        || {cadre} worked in {target} from {from} to {to}, less than three years ago ({months} months in all)
        RC2.refusal.long = {cadre}曾在{target}累计工作 {months} 个月，三年以上（最近一段 {from} 至 {to}） \
        || {cadre} worked in {target} for {months} months in all, three years or more (last from {from} to {to})
        RC2.remedy = 组长、副组长请另选人员；其他人员须由领导小组书面说明理由后批准。 \
        || For leaders and deputies choose somebody else; for others the leading group may approve with a written reason.
        RC4.rule = 配偶、直系血亲在被巡察单位工作的，应当回避。 \
        || Whoever has a spouse or a lineal blood relative working in the inspected unit stays away from its inspection.
        RC4.refusal = 配偶或直系血亲在被巡察单位工作 || has a spouse or a lineal blood relative in the inspected unit
        RC4.refusal.kin = {cadre}的{relation}在{target}工作 || {cadre} has a close relative ({relation}) working in {target}
        RC4.remedy = 请另选人员，此项不得特批。 || Choose somebody else; nobody may override this.
        recusal.untilNow = 今 || now
        recusal.gap.unit = {cadre}的工作单位“{unit}”不在单位名录中，无法核查 || {cadre}'s unit "{unit}" is not in the list of units, so it cannot be checked
        recusal.gap.posts = {cadre}没有工作经历记录，无法核查 || there is no work history of {cadre}, so it cannot be checked
        recusal.gap.post = {cadre}工作过的“{unit}”不在单位名录中，无法核查 || {cadre} worked in "{unit}", which is not in the list of units, so it cannot be checked
        recusal.gap.kin = {cadre}没有填报亲属情况，无法核查 || {cadre} has stated nothing about relatives, so it cannot be checked
        recusal.gap.kinUnit = {cadre}的{relation}的工作单位“{unit}”不明，无法核查 || where {cadre}'s relative ({relation}) works ("{unit}") is not clear, so it cannot be checked
        E-NOTFOUND.refusal.cadre = 没有干部“{cadre}” || there is no cadre "{cadre}"
        E-VAL.refusal.cadreSeveral = 有多人叫“{cadre}”，请用干部 id：{people} || several people are called "{cadre}"; use the cadre id: {people}
        """)
}
