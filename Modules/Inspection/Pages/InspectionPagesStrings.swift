import PluginKit

/// The words of the pages of rounds and findings.
enum InspectionPagesStrings {
    static let table = StringTable(
        plugin: "inspection",
        """
        inspection.pages.rounds = 巡察轮次 || Rounds
        inspection.pages.rounds.lead = 每轮从立项到归档的进展。 || How far each round is, from its plan to the archive.
        inspection.pages.rounds.none = 还没有轮次。新建一轮，再把被巡察单位列入名单。 || There is no round yet. Create one, then put units on its list.
        inspection.pages.round.number = 第 {term} 届第 {number} 轮 || Term {term}, round {number}
        inspection.pages.period = 起止日期 || Period
        inspection.pages.holder = 由谁办理 || Whose turn
        inspection.pages.holders = {roles} || {roles}
        inspection.pages.team = 第 {team} 组 || Team {team}
        team.begin.done.page = 轮次 {round} 已建立 {teams} 个组。 || {teams} teams of round {round} were begun.
        team.replace.found.page = 第 {team} 组{role}{cadre}如退出，可接替的有 {count} 人。 || If {cadre} ({role}) leaves team {team}, {count} people could take the place.
        inspection.pages.board = 轮次 {round} 编组 || Teams of round {round}
        inspection.pages.board.open = 编组 || Compose teams
        inspection.pages.board.lead = 可让系统提出最优方案，也可逐人调整；违反的规则随时列出，审核前须解决。 || Let the system propose the best teams, or change them person by person; what breaks a rule is listed at once and must be solved before vetting.
        inspection.pages.board.none = 还没有组。先提出方案，或建立空组后人工编入。 || There are no teams yet. Propose them, or begin empty ones and put people in.
        inspection.pages.board.clean = 不违反任何规则。 || Breaks no rule.
        inspection.pages.board.hard = 不允许： || Not allowed:
        inspection.pages.board.soft = 须说明理由： || Needs a reason:
        inspection.pages.board.change = 调整 || change
        inspection.pages.board.replace = 替换 || replace
        inspection.pages.board.remove = 调出 || remove
        inspection.pages.board.remove.of = 调出{cadre} || remove {cadre}
        inspection.pages.board.assign = 编入 || put in
        inspection.pages.board.assign.of = 编入{cadre} || put {cadre} in
        inspection.pages.board.choose = 选{role} || choose: {role}
        inspection.pages.board.look = 查找 || look
        inspection.pages.targets.none = 还没有巡察对象。 || No unit is on the list yet.
        inspection.pages.teams.none = 还没有组建巡察组。 || No team has been formed yet.
        inspection.pages.findings = 巡察问题 || Findings
        inspection.pages.findings.lead = 从起草到下发的全部问题，只含您可以查看的。 || Findings from draft to issue, those that are yours to see.
        inspection.pages.findings.of = 查看本轮问题 || findings of this round
        inspection.pages.findings.none = 还没有问题底稿。 || There are no drafts yet.
        inspection.pages.finding.item = 查看整改情况 || See how it is being put right
        inspection.pages.yuan = 元 || yuan
        inspection.pages.step.draft = 退回修改 || Send back
        inspection.pages.step.submitted = 提交方案 || Submit the plan
        inspection.pages.step.approved = 批准方案 || Approve the plan
        inspection.pages.step.preparing = 转入巡前准备 || Begin preparation
        inspection.pages.step.onSite = 进驻 || Enter
        inspection.pages.step.reporting = 转入形成报告 || Begin the report
        inspection.pages.step.feedback = 转入反馈 || Begin feedback
        inspection.pages.step.rectifying = 转入整改 || Begin rectification
        inspection.pages.step.evaluating = 转入评估 || Begin evaluation
        inspection.pages.step.closing = 转入收尾 || Begin closing
        inspection.pages.step.archived = 归档 || File
        inspection.pages.step.cancelled = 取消本轮 || Cancel the round
        inspection.pages.finding.step.submitted = 提交底稿 || Submit
        inspection.pages.finding.step.deputyReviewed = 审核通过 || Pass review
        inspection.pages.finding.step.meetingApproved = 组务会通过 || Approve in the team meeting
        inspection.pages.finding.step.signed = 签字 || Sign
        inspection.pages.finding.step.disputed = 登记异议 || Note a dispute
        inspection.pages.finding.step.inReport = 写入报告 || Put into the report
        inspection.pages.finding.step.approved = 批准 || Approve
        inspection.pages.finding.step.issued = 下发本轮问题 || Issue the round's findings
        inspection.pages.finding.step.withdrawn = 撤回 || Withdraw
        inspection.pages.work.round = 第 {round} 轮 {title} || Round {round}: {title}
        inspection.pages.work.finding = {no} {unit}：{wording} || {no} {unit}: {wording}
        round = 巡察轮次 || rounds
        target = 巡察对象 || targets
        team = 巡察组 || teams
        finding = 巡察问题 || findings
        target.add.help.page = 把单位列入一轮巡察，可连同下属单位一起列入（巡上带下） || puts a unit on a round's list, with the units below it if wanted
        round.create.done.page = 已新建轮次 {round}。下一步：确定巡察对象。 || Round {round} was created. Next: put units on its list.
        team.propose.done.optimal.page = 轮次 {round} 已提出 {teams} 个组的最优方案。 || The best {teams} teams were proposed for round {round}.
        team.propose.done.bounded.page = 轮次 {round} 已提出 {teams} 个组的方案，与上界相差不超过 {gap}%。 || {teams} teams were proposed for round {round}, within {gap}% of the bound.
        R-AUT-01.remedy.page = 请先办理授权。 || Authorise the team first.
        R-RCU-02.remedy.page = 由本人申报后，在巡察组中记录。 || Let them declare, then record it at the team.
        R-RND-02.remedy.page = 请换一个轮次号，或先查看已有的轮次。 || Choose another number, or look at the existing round.
        R-LNK-01.remedy.page = 请在单位树中查看可以带的下属单位。 || See in the tree of units which ones are below it.
        round.steps = 轮次下一步 || next steps of a round
        round.steps.help = 轮次可以进入的下一阶段、由谁办理、还差什么 || stages a round may enter next, by whom, and what is missing
        finding.steps = 底稿下一步 || next steps of a draft
        finding.steps.help = 底稿可以办理的下一步、由谁办理、还差什么 || what may be done with a draft next, by whom, and what is missing
        """)
}
