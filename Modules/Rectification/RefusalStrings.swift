import PluginKit

extension RectificationStrings {
    /// Rules and refusals.
    static let refusals = StringTable(
        plugin: "rectification",
        """
        R-REV-01.rule = 报送整改方案时，每个已下发问题都要有整改事项，写明目标、措施、责任领导、责任部门和时限。 || When the plan is handed in, every issued finding has an item with goal, measure, leader, department and date.
        R-REV-01.refusal = {count} 个问题缺少完整的整改方案：{findings} || {count} findings have no complete plan: {findings}
        R-REV-01.remedy = 用 item plan 补全后再报送；没有事项的先用 rectification open 建账。 || Complete them with item plan; findings without an item get one with rectification open.
        R-REV-02.rule = 前一审通过后才能进行后一审。 || A tier is decided only after the one before has passed.
        R-REV-02.refusal = 现为“{state}”，还不能记录第 {tier} 审 || it is now "{state}"; tier {tier} cannot be decided yet
        R-REV-02.remedy = 先办理前面的步骤。 || Finish the steps before it first.
        R-REV-03.rule = 同一份文件的三级评审，任何人（含主持人）只参加一级；报送人不参加评审。 || Nobody, chairs included, sits in two tiers of one review, and nobody judges what he handed in.
        R-REV-03.refusal = 这些人已参加另一级评审或是报送人：{people} || these people sat in another tier or handed it in: {people}
        R-REV-03.remedy = 请更换评审人。 || Choose other people.
        R-REV-04.rule = 满意率 = Σ（权重 × 票数）÷ 有效票，不了解不计入有效票，保留两位小数，四舍五入；结果连同所用权重一并保存。 || The rate is Σ (weight × votes) ÷ valid votes, "don't know" left out, two decimals, half up; it is kept with its weights.
        R-REV-04.refusal = 满意率无法计算 || the rate cannot be computed
        R-REV-04.remedy = 请核对票数。 || Check the votes.
        R-REV-05.rule = 满意率低于阈值的扣分，等于阈值的不扣。 || A rate below the threshold costs points; a rate at the threshold does not.
        R-REV-05.refusal = 满意率 {rate}% 低于阈值 {threshold}% || the rate {rate}% is below the threshold {threshold}%
        R-REV-05.remedy = 按对账销号和回访要求重新整改。 || Rectify again, with reconciled write-off and a revisit.
        R-REV-06.rule = 整改报告终审须有满意度测评；没有有效票的，满意率为“无有效票”，终审不能通过，也不扣分。 || The final review of a report needs votes; without a valid one it cannot pass and nothing is deducted.
        R-REV-06.refusal = 无有效票，终审不能通过 || there is no valid vote, so the final review cannot pass
        R-REV-06.refusal.noBallot = 尚未登记满意度测评 || no votes have been recorded
        R-REV-06.remedy = 先用 ballot record 登记测评结果。 || Record the votes with ballot record first.
        R-REV-07.rule = 收回票数不超过发出票数，四项票数之和等于收回票数。 || No more ballots are returned than issued, and the four options sum to those returned.
        R-REV-07.refusal = 四项票数之和 {sum} 不等于收回票数 {returned} || the options sum to {sum}, but {returned} were returned
        R-REV-07.refusal.returned = 收回 {returned} 票，多于发出的 {issued} 票 || {returned} were returned, but only {issued} issued
        R-REV-07.remedy = 请核对票数后重新登记。 || Check the numbers and record them again.
        R-REV-08.rule = 满意率低于阈值的，同时登记大党建考核扣分、整改不到位问题转对账销号、安排由巡察组和纪检机关负责的回访。 || Below the threshold, one transaction records the deduction, switches items not in place to reconciled write-off, and schedules a revisit by team and discipline commission.
        R-REV-08.refusal = 后续处理未能全部登记 || not all consequences could be recorded
        R-REV-08.remedy = 请重新办理终审。 || Decide the final review again.
        R-REV-09.rule = 未设定满意率阈值的，不得办理整改报告终审。 || Without a satisfaction threshold the final review of a report is not decided.
        R-REV-09.refusal = 本届没有设定满意率阈值 || the term has no satisfaction threshold
        R-REV-09.remedy = 请先为本届设定满意率阈值。 || Set the term's satisfaction threshold first.
        R-REV-10.rule = 阈值中途调整的，已开始的评审仍用原阈值。 || When the threshold changes, reviews under way keep the old one.
        R-REV-10.refusal = 评审开始后阈值不变 || the threshold of a review does not change
        R-REV-10.remedy = 新阈值用于以后开始的评审。 || The new threshold counts for reviews that begin later.
        R-REV-11.rule = 单位只看到对本单位事项的意见，看不到其他单位的评审。 || A unit sees opinions on its own items only, and no other unit's reviews.
        R-REV-11.refusal = 不能查看其他单位的评审 || other units' reviews cannot be seen
        R-REV-11.remedy = 请查看本单位的评审。 || Look at your own unit's reviews.
        R-RCT-03.rule = 报送整改结果须有佐证；同一文件是别的事项唯一佐证的，给出提示。 || A result is handed in with evidence; a file that is another item's only evidence is pointed out.
        R-RCT-03.refusal = {no} 没有佐证材料 || {no} has no evidence
        R-RCT-03.remedy = 请附上至少一份佐证材料。 || Add at least one file.
        R-RCT-04.rule = 报送、核查、销号由三个不同的人办理。 || Handing in, checking and closing are done by three different people.
        R-RCT-04.refusal = 账号 {account} 已办理过 {no} 的前一步 || account {account} has taken an earlier step of {no}
        R-RCT-04.remedy = 请由另一位有权限的人员办理。 || Let somebody else with the right role do it.
        R-RCT-05.rule = 对账销号的事项，台账与下发问题数量、表述一致，并经纪检机关同意，才能销号。 || A reconciled item is closed only while the ledger agrees with the issued list in number and wording, and with the discipline commission's agreement.
        R-RCT-05.refusal = 台账与下发问题有 {differences} 处不一致，{no} 不能销号 || the ledger differs from the issued list in {differences} places; {no} cannot be closed
        R-RCT-05.refusal.confirmation = {no} 实行对账销号，须写明纪检机关意见 || {no} is under reconciled write-off and needs the discipline commission's agreement
        R-RCT-05.remedy = 用 ledger check 查看差异并补建事项，再附纪检机关意见销号。 || Look at the differences with ledger check, open what is missing, then close with the agreement.
        R-RCT-06.rule = 长期坚持的事项统计为基本完成，不计入已完成。 || Long-term items count as basically done, never as done.
        R-RCT-06.refusal = 长期坚持的事项不计入已完成 || long-term items are not counted as done
        R-RCT-06.remedy = 核查合格后销号，才计入已完成。 || Close it after its check; then it counts.
        R-RCT-10.rule = 全部事项已销号或转长期坚持的，台账注明“事事有回音、件件有着落：是”，否则列出尚缺的。 || When every item is closed or long-term the ledger says that everything is answered; otherwise it lists what is missing.
        R-RCT-10.refusal = 还有事项没有着落 || some items are not settled
        R-RCT-10.remedy = 用 ledger check 查看未办结的事项。 || See with ledger check what is open.
        E-STATE.refusal.roundEnded = 轮次 {round} 处于“{stage}”，不能再导入 || round {round} is {stage}; nothing can be taken over into it
        E-STATE.refusal.nothingIssued = 轮次 {round} 没有已下发的问题 || round {round} has no issued findings
        E-STATE.refusal.planNotPassed = {no} 所在单位的整改方案尚未通过终审 || the plan of {no}'s unit has not passed the final review
        E-STATE.refusal.planFixed = {no} 不能再改方案（事项：{status}；方案：{plan}） || {no} can no longer be planned (item: {status}; plan: {plan})
        E-STATE.refusal.noMeasures = {no} 没有整改措施，不能转长期坚持 || {no} has no measures and cannot go on the long-term list
        E-STATE.refusal.itemClosed = {no} 已销号 || {no} is closed
        E-STATE.refusal.targetState = 单位处于“{state}”，报送{node}须在“{needed}”之后 || the target is in state "{state}"; a {node} is handed in at "{needed}"
        E-STATE.refusal.notReturned = {node}现为“{state}”，未退回，不能再报 || the {node} is "{state}", not returned, and cannot be handed in again
        E-STATE.refusal.notSubmitted = {node}现为“{state}”，不需要受理 || the {node} is "{state}" and waits for no acceptance
        E-STATE.refusal.tierDone = 现为“{state}”，第 {tier} 审已经办理 || it is now "{state}"; tier {tier} has been decided
        E-STATE.refusal.otherTier = 由第 {returnedBy} 审退回，新版本回到该审，不是第 {tier} 审 || tier {returnedBy} sent it back, so the new version goes there, not to tier {tier}
        E-STATE.refusal.notAtThirdTier = 整改报告现为“{state}”，进入终审后才能登记测评 || the report is "{state}"; votes are recorded when it lies before the third tier
        E-STATE.refusal.ledgerNotOpened = 轮次 {round} 有 {count} 个单位的问题尚未建账：{units} || in round {round} findings of {count} units have no item: {units}
        E-STATE.refusal.reportsMissing = 轮次 {round} 还有 {count} 个单位没有报送整改报告：{units} || in round {round} {count} units have not handed in their report: {units}
        E-STATE.refusal.reportsUndecided = 轮次 {round} 还有 {count} 个单位的整改报告没有终审：{units} || in round {round} the reports of {count} units are not decided: {units}
        E-PERM.refusal.ownDocument = 账号 {account} 报送了这份文件，不能自己受理 || account {account} handed the document in and cannot accept it
        E-NOTFOUND.refusal.item = 没有编号为 {no} 的整改事项 || there is no item {no}
        E-NOTFOUND.refusal.review = {unit} 还没有报送{node} || {unit} has not handed in a {node}
        E-DUP.refusal.ballot = {respondents}的票数已登记；更正须写明理由 || the votes of {respondents} are recorded; a correction needs a reason
        E-DUP.refusal.officeNo = 编号 {no} 与第 {row} 行重复 || number {no} stands already in row {row}
        E-DUP.refusal.officeNoStored = 编号 {no} 已在该轮台账中 || number {no} is in the round's ledger already
        E-VAL.refusal.unknownUnits = 单位树中没有这 {count} 个单位：{units}。要补建请加 --create-units || these {count} units are not in the tree: {units}. Add --create-units to create them
        E-VAL.refusal.unitsNotInRound = 这 {count} 个单位不是轮次 {round} 的巡察对象：{units}。要补建请加 --create-units || these {count} units are not inspected in round {round}: {units}. Add --create-units to add them
        E-VAL.refusal.resultIncomplete = 还要填写：{parts} || still to be filled in: {parts}
        E-VAL.refusal.nextCheckPast = 下次核查 {date} 应在今天（{today}）之后 || the next check {date} must lie after today ({today})
        E-VAL.refusal.quorum = 评审人（含主持人）至少 {quorum} 人，现有 {present} 人 || a panel has at least {quorum} people, the chair counted; there are {present}
        E-VAL.refusal.opinions = 退回须附逐项意见，至少一条 || a return needs at least one opinion on an item
        E-VAL.refusal.opinion = “{value}”应写作“编号=意见” || "{value}" must be written NUMBER=TEXT
        E-VAL.refusal.opinionItem = {no} 不是该单位的整改事项，或写了两次 || {no} is no item of this unit, or is named twice
        E-VAL.refusal.score = 得分“{value}”应在 0 至 100 之间，最多一位小数 || the score "{value}" must lie between 0 and 100 with at most one decimal
        E-VAL.refusal.money = “{value}”不是金额（元，最多两位小数，不能为负） || "{value}" is no amount (yuan, at most two decimals, not negative)
        E-VAL.refusal.unsigned = 须由主要负责人签字 || must be signed by the principal
        E-VAL.refusal.documentMissing = 须附文件，或写明纸质文号 || needs a file, or the reference of a document on paper
        E-VAL.refusal.evidenceDateAlone = 填写了佐证日期，但没有佐证材料 || there is a date of evidence, but no evidence
        E-VAL.refusal.future = {date} 晚于今天（{today}） || {date} lies after today ({today})
        E-VAL.refusal.emptyFile = 文件“{file}”是空的 || the file "{file}" is empty
        E-VAL.refusal.largeFile = 文件“{file}”有 {bytes} 字节，超过上限 {limit} 字节 || the file "{file}" has {bytes} bytes; the limit is {limit}
        """)
}
