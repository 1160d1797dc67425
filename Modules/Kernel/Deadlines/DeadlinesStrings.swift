import PluginKit

/// The words of deadlines, calendars and letters.
public enum DeadlinesStrings {
    public static let table = StringTable(
        plugin: "deadlines",
        """
        # Deadlines (domain reference, section 3.1)
        deadlineKey.notice.beforeEntry = 进驻前通知 || Notice before entry
        deadlineKey.onsite.regular = 常规巡察驻点时间 || On-site period, regular
        deadlineKey.onsite.special = 专项巡察驻点时间 || On-site period, special
        deadlineKey.onsite.lookBack = “回头看”驻点时间 || On-site period, look-back
        deadlineKey.petition.cutoffBeforeExit = 撤点前停止受理信访 || Last day for petitions before exit
        deadlineKey.midterm.report = 中期情况汇报 || Mid-term report
        deadlineKey.report.toSecretaryMeeting = 向书记专题会报告 || Report to the secretary meeting
        deadlineKey.feedback.afterExit = 撤点后反馈 || Feedback after exit
        deadlineKey.plan.submit = 报送整改方案 || Rectification plan
        deadlineKey.democraticMeeting = 专题民主生活会 || Special democratic-life meeting
        deadlineKey.concentrated = 集中整改期 || Concentrated rectification
        deadlineKey.progress.report = 报送整改进展报告 || Progress report and principal's own report
        deadlineKey.rectification.all = 全部问题整改期限 || All rectification
        deadlineKey.evaluation = 整改成效评估 || Effect evaluation
        deadlineKey.revisit.window = 整改回访 || Revisit
        deadlineKey.immediateFix = 立行立改回复 || Immediate-fix reply
        deadlineKey.clue.opinion = 提出线索处置意见 || Handling opinion on a clue
        deadlineKey.clue.enquiryReply = 函询书面说明 || Written reply to a letter of enquiry
        deadlineKey.clue.feedback = 反馈线索办理结果 || Result of a clue
        deadlineKey.clue.holdReview = 暂存待查线索复核 || Re-check of a clue on hold
        deadlineKey.copyNotice.sign = 签收抄告单 || Signing for a copy notice
        deadlineKey.copyNotice.reply = 抄告单办理反馈 || Reply to a copy notice
        deadlineKey.postEval.survey = 后评估问卷 || Post-evaluation questionnaire
        deadlineKey.postEval.follow = 后评估走访核查 || Post-evaluation follow-up
        deadlineKey.archive.file = 立卷归档 || Archive filing
        # Events that start a deadline
        deadlineEvent.notice = 通知被巡察单位之日 || the notice to the unit
        deadlineEvent.entry = 进驻之日 || entry
        deadlineEvent.plannedExit = 计划撤点之日 || the planned exit
        deadlineEvent.exit = 撤点之日 || exit
        deadlineEvent.feedback = 反馈之日 || feedback
        deadlineEvent.fixIssued = 立行立改通知书发出之日 || issue of the immediate-fix notice
        deadlineEvent.clueReceived = 收到线索之日 || receipt of the clue
        deadlineEvent.enquiryReceived = 收到函询之日 || receipt of the letter of enquiry
        deadlineEvent.clueHeld = 决定暂存待查之日 || the decision to put on hold
        deadlineEvent.copyNoticeIssued = 抄告单发出之日 || issue of the copy notice
        deadlineEvent.closing = 本轮巡察办结之日 || closing of the round
        # Periods
        period.days = {count} 天 || {count} days
        period.workingDays = {count} 个工作日 || {count} working days
        period.weeks = {count} 周 || {count} weeks
        period.months = {count} 个月 || {count} months
        period.sameDay = 当日 || the same day
        period.nextYear = 次年 {month} 月 {day} 日 || {month}/{day} (month/day) of the next year
        # Profiles
        deadlineProfile.county3m = 县区通行（集中整改三个月） || County practice, three months
        deadlineProfile.reg2017 = 2017 年版条例 || Regulation of 2017
        deadlineProfile.reg2024 = 2024 年版条例（待核实） || Regulation of 2024 (to be verified)
        # Calendar
        holidayKind.rest = 放假 || holiday
        holidayKind.work = 调休上班 || make-up working day
        # Letters
        alertColour.green = 绿色 || green
        alertColour.yellow = 黄色 || yellow
        alertColour.red = 红色 || red
        alertRecipient.handler = 承办人 || handler
        alertRecipient.leaderInCharge = 责任领导 || leader in charge
        alertRecipient.unit = 被巡察单位 || inspected unit
        alertRecipient.principal = 党组织主要负责人 || principal
        alertDocument.supervisionNotice = 督办通知书 || supervision notice
        alertDocument.stageGuidance = 阶段指导书 || stage guidance
        alertDocument.reminder = 提醒书 || reminder
        alertDocument.admonition = 告诫书 || admonition
        alertDocument.accountability = 问责书 || accountability document
        # Operations
        calendar = 节假日 || calendar
        calendar.help = 法定节假日和调休上班日，工作日时限据此计算 || public holidays and make-up working days, by which working days are counted
        calendar.import = 导入节假日安排表 || import holidays
        calendar.import.help = 从 CSV 或 XLSX 导入（列：日期,节日,安排,通知），有误则全部不导入；已在计算的时限不变 || imports a table (columns date,name,kind,notice), all or nothing; running deadlines do not move
        calendar.import.replace = 整年替换 || replace
        calendar.import.replace.help = 对文件中完整的年份，删除文件未列出的日期（随次年通知而来的除外） || for the years the file covers, take away days it does not list, except those that came with the next year's notice
        calendar.import.done = 读取 {read} 行：新增 {added} 天，更新 {changed} 天，未变 {same} 天，删除 {removed} 天。可计算工作日的年份：{years}。 || {read} rows read: {added} days added, {changed} changed, {same} unchanged, {removed} removed. Working days can be counted in {years}.
        calendar.import.tried = 试运行，未保存。读取 {read} 行：将新增 {added} 天，更新 {changed} 天，未变 {same} 天，删除 {removed} 天。届时可计算工作日的年份：{years}。 || Dry run, nothing kept. {read} rows read: {added} days would be added, {changed} changed, {same} unchanged, {removed} removed. Working days could be counted in {years}.
        calendar.show = 查看节假日安排 || show holidays
        calendar.show.help = 列出一年的放假日和调休上班日，默认今年 || lists the holidays and make-up working days of a year, the present one if not given
        calendar.show.year = 年份 || year
        calendar.show.year.help = 四位年份，如 2026 || four digits, such as 2026
        calendar.show.covered = {year} 年列明放假 {rest} 天、调休上班 {work} 天，全年工作日 {workingDays} 天。 || {year}: {rest} days listed as holidays, {work} as make-up working days; {workingDays} working days in all.
        calendar.show.missing = {year} 年的节假日安排表尚未完整导入，不能计算工作日。可计算的年份：{years}。 || The table of {year} has not been imported in full, so working days cannot be counted in it. Years that can be: {years}.
        deadline = 时限 || deadlines
        deadline.help = 各项工作的时限方案 || profiles that say how long each step may take
        deadline.list = 查看时限方案 || show a deadline profile
        deadline.list.help = 列出一个方案的各项时限及依据 || lists every deadline of a profile with its source
        deadline.list.profile.help = 方案编号，默认 county3m || id of the profile, county3m if not given
        deadline.list.version = 版本 || version
        deadline.list.version.help = 方案版本，默认最新 || version of the profile, the newest if not given
        deadline.list.profile = 方案 || profile
        deadline.list.fixed = 方案：{name}（{id}，第 {version} 版）；可延期 {extensions} 次；到期日遇休息日不顺延。 || Profile: {name} ({id}, version {version}); may be extended {extensions} time(s); a due date on a rest day stays.
        deadline.list.rolling = 方案：{name}（{id}，第 {version} 版）；可延期 {extensions} 次；到期日遇休息日顺延至下一工作日。 || Profile: {name} ({id}, version {version}); may be extended {extensions} time(s); a due date on a rest day moves to the next working day.
        deadline.import = 导入时限方案 || import a deadline profile
        deadline.import.help = 从 JSON 文件导入本地方案；已发布的版本不可更改，修改须用新版本号，只影响以后起算的时限 || imports a profile from a JSON file; a published version is never changed, and a new one counts for new deadlines only
        deadline.import.done = 已导入方案 {id} 第 {version} 版。 || Profile {id}, version {version}, is imported.
        deadline.import.tried = 试运行，未保存。方案 {id} 第 {version} 版可以导入。 || Dry run, nothing kept. Profile {id}, version {version}, can be imported.
        deadlineFrom.end = “{key}”届满之日 || the end of "{key}"
        deadlineFrom.back = {event}（倒推） || {event}, backwards
        column.date = 日期 || date
        column.weekday = 星期 || weekday
        column.holiday = 节日 || name
        column.holidayKind = 安排 || kind
        column.notice = 通知 || notice
        column.deadlineKey = 事项 || deadline
        column.countedFrom = 起算 || counted from
        column.opens = 最早 || opens after
        column.period = 期限 || period
        column.neverAfter = 不得超过 || never after
        column.sources = 依据 || sources
        column.unverified = 待核实 || to be verified
        weekday.1 = 周一 || Mon
        weekday.2 = 周二 || Tue
        weekday.3 = 周三 || Wed
        weekday.4 = 周四 || Thu
        weekday.5 = 周五 || Fri
        weekday.6 = 周六 || Sat
        weekday.7 = 周日 || Sun
        # Rules
        R-RND-09.rule = 各项时限自起算之日的次日起算，按所选时限方案和节假日安排表（含调休上班日）确定到期日；缺少某年安排表的，凡涉及该年工作日的时限一律不予计算 || Deadlines count from the day after their start event, by the chosen profile and the holiday table with its make-up working days; where the table of a year is missing, no deadline that needs that year's working days is computed
        R-RND-09.refusal = 缺少 {year} 年的节假日安排表，无法计算工作日 || There is no holiday table for {year}, so working days cannot be counted
        R-RND-09.remedy = 请在国务院办公厅公布该年节假日安排后导入安排表 || Import the holiday table of that year once the State Council's notice is out
        R-RCT-02.rule = 整改事项的完成时限不得超过全部问题整改的最长期限 || No rectification item may be due after the longest period for all rectification
        R-RCT-02.refusal = {date} 超过全部问题整改的最后期限 {latest} || {date} is after {latest}, the last day for all rectification
        R-RCT-02.remedy = 请把时限定在最后期限当日或之前 || Choose the last day or an earlier one
        R-RCT-07.rule = 到期前 20 天、10 天和逾期首日，分别向规定对象发送绿色、黄色、红色提示，每种只发一次；天数、颜色和对象可以配置 || At 20 and 10 days before the due date and on the first day overdue, green, yellow and red letters go to the configured recipients, once each; days, colours and recipients are configuration
        R-RCT-07.refusal = 该提示已经发送，不再重复发送 || This letter has been sent and is not sent again
        R-RCT-07.remedy = 无需处理 || Nothing needs to be done
        R-RCT-09.rule = 整改时限一般只能延期一次；再次延期须由领导小组批准并书面说明理由 || A deadline is extended once; another extension needs the leading group's override with a written reason
        R-RCT-09.refusal = 已延期 {count} 次，最多可延期 {allowed} 次 || It has been extended {count} time(s) and may be extended {allowed} time(s)
        R-RCT-09.remedy = 确需再次延期的，请报领导小组批准并书面说明理由 || If it is unavoidable, ask the leading group to override with a written reason
        # Refusals under the general codes
        E-VAL.refusal.calendarEmpty = 节假日安排表没有内容 || The holiday table has no rows
        E-VAL.refusal.calendarKind = “{value}”无法识别，只能填“放假”（rest）或“调休上班”（work） || "{value}" is unknown; it is rest (a holiday) or work (a make-up working day)
        E-DUP.refusal.calendarRow = {date} 与第 {earlier} 行重复 || {date} is already in row {earlier}
        E-DUP.refusal.calendarDay = 日期 {date} 重复 || {date} is listed more than once
        E-VAL.refusal.profileID = 时限方案编号“{value}”只能由小写字母、数字和连字符组成 || Profile id "{value}" may only have lower-case letters, digits and hyphens
        E-VAL.refusal.profileVersion = 时限方案版本号应从 1 开始，不能是 {value} || A profile's version counts from 1 and cannot be {value}
        E-VAL.refusal.profileExtensions = 可延期次数应为 0 至 9，不能是 {value} || The number of extensions is 0 to 9 and cannot be {value}
        E-VAL.refusal.termMissing = 时限方案缺少“{key}” || The profile lacks "{key}"
        E-VAL.refusal.termTwice = 时限方案中“{key}”重复 || The profile has "{key}" more than once
        E-VAL.refusal.termPeriod = “{key}”的期限不在允许范围内 || The period of "{key}" is out of range
        E-VAL.refusal.termWindow = “{key}”的开始时间晚于截止时间 || The window of "{key}" opens after it ends
        E-VAL.refusal.termSource = “{key}”没有注明依据 || "{key}" names no source
        E-VAL.refusal.termCycle = “{key}”的起算互相循环 || "{key}" is counted from itself by way of others
        E-VAL.refusal.termBackwards = “{key}”为倒推时限，不能从另一时限届满起算 || "{key}" counts backwards and cannot follow another deadline
        E-VAL.refusal.boundBeforeStart = 截止日 {date} 早于起算日 {start} || The ending day {date} is before the start {start}
        E-VAL.refusal.extensionNotLater = 延期后的日期 {date} 必须晚于现到期日 {due} || The new date {date} must be later than the present due date {due}
        E-VAL.refusal.extensionDay = 批准日期 {date} 应在 {first} 至 {last} 之间 || The day of approval {date} must lie between {first} and {last}
        E-VAL.refusal.extensionApprover = 请填写延期批准人 || Say who approved the extension
        E-VAL.refusal.extensionOverride = 书面理由不得少于 {least} 个字 || The written reason needs at least {least} characters
        E-NOTFOUND.refusal.deadlineTerm = 时限方案中没有“{key}” || The profile does not have "{key}"
        E-NOTFOUND.refusal.deadlineProfile = 没有时限方案“{id}”，可用：{known} || There is no deadline profile "{id}"; there are {known}
        E-VAL.refusal.profileFile = 文件不是有效的时限方案，出错位置：{place} || The file is no deadline profile; it fails at {place}
        E-DUP.refusal.profile = 方案 {id} 已有第 {newest} 版，第 {version} 版不能再导入 || Profile {id} already has version {newest}; version {version} cannot be imported
        E-RULE.refusal.afterDeadline = {date} 超过“{key}”的最后期限 {latest} || {date} is after {latest}, the last day of "{key}"
        E-VAL.refusal.alertNone = 至少要有一个提示时点 || At least one step is needed
        E-VAL.refusal.alertTwice = 提示时点（剩余 {days} 天）重复 || The step at {days} days left is there twice
        E-VAL.refusal.alertRecipient = 提示时点（剩余 {days} 天）没有发送对象 || The step at {days} days left has no recipients
        E-VAL.refusal.alertLadder = 督办文书的先后次序中有重复 || A document is on the ladder twice
        """)
}
