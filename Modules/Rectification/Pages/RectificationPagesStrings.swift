import PluginKit

/// The words of the pages of the ledger and its reviews.
enum RectificationPagesStrings {
    static let table = StringTable(
        plugin: "rectification",
        """
        rectification.pages.ledger = 整改台账 || Rectification
        rectification.pages.ledger.lead = 每个问题的整改措施、责任、期限和进展。 || Every finding: what is done about it, by whom, until when, and how far it is.
        rectification.pages.ledger.none = 台账是空的。问题下发后建立，也可导入旧台账。 || The ledger is empty. It is opened once findings are issued; an older one can be imported.
        rectification.pages.items = 整改事项 || Rectification items
        pages.area.ownItems = 我的问题 || My findings
        pages.area.ownDocuments = 文书 || Documents
        rectification.pages.own = 我的问题 || My findings
        rectification.pages.own.lead = 反馈给本单位的问题和整改进展。 || The findings issued to this unit, and how far they are.
        rectification.pages.own.none = 还没有反馈给本单位的问题。 || Nothing has been issued to this unit yet.
        rectification.pages.documents = 文书 || Documents
        rectification.pages.documents.lead = 本单位报送的整改方案和整改报告，以及评审结果。 || Plans and reports this unit handed in, and what became of them.
        rectification.pages.documents.none = 还没有报送文件。收到反馈后先报整改方案。 || Nothing has been handed in yet. After the feedback, the plan comes first.
        rectification.pages.reviews = 两节三审 || Reviews
        rectification.pages.reviews.lead = 整改方案、整改报告的初审、复审、终审。 || Plans and reports, and the three tiers that review them.
        rectification.pages.reviews.none = 还没有单位报送整改方案。 || No unit has handed in a plan yet.
        rectification.pages.review = {unit}{node} || {unit}: {node}
        rectification.pages.all = 全部 || All
        rectification.pages.pending = 未完成 || pending
        rectification.pages.tier.1 = 初审初评 || First review
        rectification.pages.tier.2 = 复审复评 || Second review
        rectification.pages.tier.3 = 终审终评 || Final review
        rectification.pages.holders = {roles} || {roles}
        rectification.pages.holder.unit = {unit} || {unit}
        rectification.pages.file = {by} 于 {on} 提交，{size} KB || by {by} on {on}, {size} kB
        rectification.pages.do.item.start = 开始整改 || Begin
        rectification.pages.do.item.submit = 报送结果 || Hand in the result
        rectification.pages.do.item.check = 核查通过 || Pass the check
        rectification.pages.do.item.close = 销号 || Write off
        rectification.pages.do.item.return = 退回 || Send back
        rectification.pages.do.item.hold = 转为长期坚持 || Put on the long-term list
        rectification.pages.do.item.resume = 恢复整改 || Take up again
        rectification.pages.do.item.reopen = 重新打开 || Reopen
        rectification.pages.work.item = {no} {unit}：{wording} || {no} {unit}: {wording}
        rectification.pages.work.check = {no} 长期坚持事项到期复查 || {no}: check of a long-term item
        rectification.pages.work.review = {unit} {node}（{round}） || {unit}: {node} ({round})
        rectification.pages.work.document = {unit} 报送{node}（{round}） || {unit}: hand in the {node} ({round})
        rectification.pages.submit = 报送{node}（{round}） || Hand in the {node} ({round})
        rectification.pages.chart = 各轮整改进展 || How far each round is
        rectification.pages.chart.round = 第 {round} 轮 || Round {round}
        rectification.pages.late = 已逾期 || Late
        rectification.pages.late.none = 没有逾期的事项。 || Nothing is late.
        rectification.pages.late.all = 按时限查看未办结事项 || All that is pending, by date
        rectification.pages.risk = 即将到期 || At risk
        rectification.pages.risk.none = 近期没有到期的事项。 || Nothing is due soon.
        rectification.pages.risk.all = 按时限查看未办结事项 || All that is pending, by date
        rectification.pages.closed = 最近销号 || Written off last
        rectification.pages.closed.none = 还没有销号的事项。 || Nothing was written off yet.
        rectification.pages.closed.all = 查看全部已完成 || All that is closed
        rectification.open.done.page = 轮次 {round}：新建整改事项 {created} 条，已下发问题 {issued} 个。下一步：由单位填写整改方案。 || Round {round}: {created} items made for {issued} issued findings. Next: the units plan them.
        ledger.import.findingsOnly.help.page = 只作为已下发的问题接收，不带整改状态，之后再建立整改清单 || takes the problems over as issued findings without their state; the ledger is opened afterwards
        ledger.import.issued.page = 轮次 {round}：读取 {read} 行，作为已下发问题接收 {added} 个，退回 {refused} 行。下一步：建立整改清单。 || Round {round}: {read} rows read, {added} taken over as issued findings, {refused} handed back. Next: open the ledger.
        review.submit.done.page = {unit} 的{node}已报送（第 {version} 版）。下一步：由巡察办受理。 || The {node} of {unit} was handed in (version {version}). Next: the office accepts it.
        E-VAL.refusal.unknownUnits.page = 单位树中没有这 {count} 个单位：{units}。要补建请勾选“新建缺少的单位” || these {count} units are not in the tree: {units}. Tick the box that creates them
        E-VAL.refusal.unitsNotInRound.page = 这 {count} 个单位不是轮次 {round} 的巡察对象：{units}。要补建请勾选“新建缺少的单位” || these {count} units are not inspected in round {round}: {units}. Tick the box that adds them
        R-REV-01.remedy.page = 请补全整改方案后再报送；没有事项的问题请先建账。 || Complete the plans before handing in; findings without an item get one when the ledger is opened.
        R-REV-06.remedy.page = 请先登记测评结果。 || Record the votes first.
        R-RCT-05.remedy.page = 请先对账并补建事项，再附纪检机关意见销号。 || Look at the differences, open what is missing, then write off with the discipline commission's agreement.
        R-RCT-10.remedy.page = 请在台账中查看未办结的事项。 || See in the ledger what is open.
        item.steps = 事项下一步 || next steps of an item
        item.steps.help = 事项可以办理的下一步、由谁办理、还差什么 || what may be done with an item next, by whom, and what is missing
        item.evidence = 下载佐证 || download evidence
        item.evidence.help = 取出事项的一份佐证文件 || hands out one file of an item's evidence
        item.evidence.sha256 = 校验值 || hash
        item.evidence.sha256.help = 文件的 SHA-256，见事项的佐证材料 || SHA-256 of the file, as the item lists it
        item.evidence.done = {no} 的佐证 {file} || {file}, evidence of {no}
        E-NOTFOUND.refusal.evidence = {no} 没有这份佐证 || {no} has no such evidence
        """)
}
