import PluginKit

/// The words of the pages.
enum TrainingPagesStrings {
    static let table = StringTable(
        plugin: "training",
        """
        training.pages.month = {year} 年 {month} 月培训日历 || Training, {year}-{month}
        training.pages.lead = 本月的培训场次；点开看名单、候补和签到表。 || The month's sessions; open one for its people, waiting list and sign-in sheet.
        training.pages.month.none = 本月还没有场次。 || There are no sessions this month.
        training.pages.day = {month} 月 {day} 日 {weekday} || {weekday} {day}/{month}
        training.pages.move = 调整 || move
        training.pages.move.which = 调整场次 {session} || move session {session}
        training.pages.mine = 我的培训 || My training
        training.pages.feed = 日历文件 || Calendar file
        training.pages.before = 上个月 || Month before
        training.pages.now = 本月 || This month
        training.pages.after = 下个月 || Month after
        training.pages.weekday.1 = 周一 || Mon
        training.pages.weekday.2 = 周二 || Tue
        training.pages.weekday.3 = 周三 || Wed
        training.pages.weekday.4 = 周四 || Thu
        training.pages.weekday.5 = 周五 || Fri
        training.pages.weekday.6 = 周六 || Sat
        training.pages.weekday.7 = 周日 || Sun
        training.pages.clash = 冲突 || clash
        training.pages.clashes = 冲突 || Clashes
        training.pages.clashed = 这个时间有冲突 || That clashes
        training.pages.obstacles = 还不能这样安排 || This will not do
        training.pages.offers = 可以改为： || Free instead:
        training.pages.plan.day = 日期 || day
        training.pages.plan.day.help = 如 2026-03-02、20260302、2026年3月2日 || such as 2026-03-02 or 20260302
        training.pages.plan.from = 开始 || from
        training.pages.plan.to = 结束 || to
        training.pages.plan.on = 在 {day} 安排场次 || plan a session on {day}
        training.pages.preview = 拟调整到此 || would be here
        training.pages.check = 查看是否冲突 || Check for clashes
        training.pages.free = 场次 {session} 可以调整到 {span}，没有冲突。 || Session {session} can move to {span}; nothing clashes.
        training.pages.confirm = 确认调整 || Move it
        training.pages.move.help = 选场次和新的时间，先看有没有冲突，再确认。地点、讲师不填即不变。 || Choose a session and a new time, look whether anything clashes, then confirm. Room and teacher stay if left empty.
        training.pages.courses.none = 还没有课程。先导入课程目录。 || There are no courses yet. Import the catalogue first.
        training.pages.people = 参训人员 || People
        training.pages.people.none = 还没有人报名。 || Nobody is enrolled yet.
        training.pages.waiting = 候补名单（按先后） || Waiting list, in order
        training.pages.take.off = 取消 || take off
        training.pages.mark = 登记 || enter
        training.pages.correct = 更正 || correct
        training.pages.person = {name}： || {name}:
        training.pages.results.lead = 默认全部已签到，只改缺席和请假的；没有成绩可先不填。{mark} 分及格。 || Everybody counts as present; change who was not. A score may wait. {mark} passes.
        training.pages.results.save = 全部保存 || Save all
        training.pages.materials = 学习资料 || Materials
        training.pages.print = 打印 || Print
        training.pages.sheet.file = 下载填报 || Download to fill in
        training.pages.sheet.number = 序号 || no.
        training.pages.sheet.signature = 签名 || signature
        training.pages.sheet.remark = 备注 || remark
        training.pages.step.open = 开放报名 || Open enrolment
        training.pages.step.planned = 收回报名 || Close enrolment
        training.pages.step.running = 开课 || Begin
        training.pages.step.finished = 结束 || Finish
        training.pages.step.scored = 登分完毕 || Close the scores
        training.pages.step.cancelled = 取消场次 || Cancel
        training.pages.ahead = 近期安排 || What is ahead
        training.pages.ahead.none = 近期没有报名的场次。 || Nothing is booked.
        training.pages.missing.none = 必修课已全部修完。 || All required courses are passed.
        training.pages.results = 参训结果和证书 || Results and certificates
        training.pages.results.none = 还没有参训结果。 || There are no results yet.
        training.pages.work.results = 场次 {session}“{course}”待登记签到和成绩 || Session {session} "{course}" waits for attendance and scores
        training.pages.work.missed = 定期学习 {session}“{course}”漏开 || Recurring study {session} "{course}" was missed
        """)
}
