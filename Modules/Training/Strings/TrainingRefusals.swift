import PluginKit

extension TrainingStrings {
    /// Rules, refusals and remedies.
    static let refusals = StringTable(
        plugin: "training",
        """
        R-CRS-01.rule = 初学者须先完成通识课程，才能参加专业课程；培训管理员可写明理由特批。 || A beginner passes the general tier before a specialist course; a trainer may exempt with a reason.
        R-CRS-01.refusal = {cadre}尚未完成通识，不能参加专业课程“{course}”；还差：{missing} || {cadre} has not passed the general tier and cannot take "{course}"; missing: {missing}
        R-CRS-01.remedy = 先修完通识课程，或由培训管理员写明理由特批。 || Pass the general courses first, or ask a trainer to exempt with a reason.
        R-CRS-02.rule = 场次满员后报名列入候补；有人取消，候补第一位转正。 || Once a session is full people wait in line; a place that becomes free goes to the first.
        R-CRS-02.remedy = 等候递补，或改报其他场次。 || Wait, or choose another session.
        R-CRS-03.rule = 同一教室、讲师、学员不得同时在两个场次；在场巡察的学员不得同时参训。 || No room, teacher or learner is in two sessions at once, and nobody who is on site.
        R-CRS-03.refusal = 时间冲突 || the times clash
        R-CRS-03.refusal.room = {room} 已被场次 {other}（{span}）占用；可改为：{free} || {room} is taken by session {other} ({span}); free: {free}
        R-CRS-03.refusal.teacher = {teacher} 已有场次 {other}（{span}）；可改为：{free} || {teacher} has session {other} ({span}); free: {free}
        R-CRS-03.refusal.learner = {people} 已报场次 {other}（{span}）；可改为：{free} || {people} already in session {other} ({span}); free: {free}
        R-CRS-03.refusal.onSite = {person} 在第 {round} 轮进驻期间，不能参加 {span} 的培训；可改为：{free} || {person} is on site in round {round} and cannot attend {span}; free: {free}
        R-CRS-03.remedy = 换一个时间、地点或讲师。 || Choose another time, room or teacher.
        R-CRS-04.rule = 出勤率低于规定（默认 80%）的，不计学时。 || Attendance below the set share (80 % unless changed) earns no hours.
        R-CRS-04.remedy = 补课后重新登记。 || Make the session up and enter it again.
        R-CRS-05.rule = 成绩为 0 至 100 分，最多一位小数。 || Scores run from 0 to 100 with one decimal at most.
        R-CRS-05.refusal = 成绩“{value}”不在 0 至 100 之间，或小数超过一位 || the score "{value}" is not between 0 and 100, or has more than one decimal
        R-CRS-05.remedy = 请更正成绩。 || Correct the score.
        R-CRS-06.rule = 同一课程的学时在有效期内只计一次，重复培训不再计并说明。 || The hours of a course count once while they are valid; a repeat earns none and says so.
        R-CRS-06.remedy = 有效期满后再参加可重新计学时。 || Take it again once the hours have run out.
        R-CRS-07.rule = 先修课程不得互为先修。 || Prerequisites must not run in a circle.
        R-CRS-07.refusal = 先修课程成环：{circle} || prerequisites run in a circle: {circle}
        R-CRS-07.remedy = 去掉其中一个先修关系。 || Take one of them away.
        E-NOTFOUND.refusal.course = 没有课程“{code}” || there is no course "{code}"
        E-NOTFOUND.refusal.trainingSession = 没有场次“{code}” || there is no session "{code}"
        E-NOTFOUND.refusal.enrolment = 场次 {session} 没有 {cadre} 的报名 || {cadre} is not enrolled in session {session}
        E-NOTFOUND.refusal.certificate = 没有编号为“{number}”的证书 || there is no certificate "{number}"
        E-NOTFOUND.refusal.learner = 名册中没有“{name}”（手机号后四位 {digits}） || nobody in the register is called "{name}" (telephone ending {digits})
        E-VAL.refusal.learnerSeveral = 名册中有 {count} 人符合“{name}”（手机号后四位 {digits}），无法确定 || {count} people in the register are called "{name}" (telephone ending {digits}); it is not clear who is meant
        E-VAL.refusal.track = 没有“{value}”这一方向，可选：{known} || there is no track "{value}"; choose one of: {known}
        E-VAL.refusal.tierTrack = 层级“{tier}”与方向“{track}”不符：通识课程只有通识方向 || the tier "{tier}" does not go with the track "{track}": general courses have the general track only
        E-VAL.refusal.sessionTime = “{value}”不是时间，应写作 2024-04-22 09:00 || "{value}" is no time; write 2024-04-22 09:00
        E-VAL.refusal.sessionDay = “{value}”不是日期，应写作 2024-04-22 || "{value}" is no day; write 2024-04-22
        E-VAL.refusal.sessionEnd = 结束时间 {end} 应晚于开始时间 {start} || the end {end} must be after the start {start}
        E-VAL.refusal.sessionDeadline = 报名截止 {deadline} 晚于开始时间 {start} || the deadline {deadline} is after the start {start}
        E-VAL.refusal.scoreAbsent = 未到课的不能有成绩 || whoever was not there has no score
        E-VAL.refusal.reasonShort = 理由不少于 {count} 个字 || the reason needs {count} characters at least
        E-VAL.refusal.seriesUntil = 截止日期 {until} 早于首次 {start} || the last day {until} is before the first {start}
        E-VAL.refusal.seriesLong = 一个系列最多 {most} 次 || a series has {most} occurrences at most
        E-VAL.refusal.externalEnd = 结束日期 {to} 早于开始日期 {from} || the last day {to} is before the first {from}
        E-VAL.refusal.levelLowest = “初学”没有晋级条件 || beginners need nothing
        E-VAL.refusal.timetableDays = 课表的起止日期 {from} 至 {to} 不对：截止不早于起始，且不超过 400 天 || {from} to {to} will not do: the last day is not before the first and not more than 400 days after it
        E-DUP.refusal.course = 课程编号 {code} 已存在 || course {code} exists already
        E-DUP.refusal.courseRow = 课程编号 {code} 在文件中重复 || course {code} is in the file twice
        E-DUP.refusal.trainingSession = 场次编号 {code} 已存在 || session {code} exists already
        E-DUP.refusal.sessionRow = 场次编号 {code} 在文件中重复 || session {code} is in the file twice
        E-DUP.refusal.enrolment = {cadre} 已报名场次 {session} || {cadre} is enrolled in session {session} already
        E-DUP.refusal.enrolmentRow = 同一人在同一场次重复 || the same person is in the same session twice
        E-DUP.refusal.feedback = 您已评价过场次 {session} || you have given your opinion of session {session} already
        E-DUP.refusal.certificate = 证书 {certificate} 已登记 || certificate {certificate} is recorded already
        E-STATE.refusal.sessionNotBegun = 场次 {session} 于 {start} 开始，尚未开始 || session {session} begins at {start}; it has not begun yet
        E-STATE.refusal.resultsMissing = 场次 {session} 还有 {count} 人没有签到或成绩 || {count} people of session {session} have no result yet
        E-STATE.refusal.sessionOver = 场次 {session} 处于“{state}”，不能再调整 || session {session} is "{state}" and cannot be moved
        E-STATE.refusal.sessionNotOpen = 场次 {session} 处于“{state}”，不能报名 || session {session} is "{state}"; nobody can enrol
        E-STATE.refusal.enrolmentDecided = {cadre} 的报名已是“{state}”，不能取消 || the enrolment of {cadre} is "{state}" and cannot be cancelled
        E-STATE.refusal.notToMark = 场次 {session} 处于“{sessionState}”、报名为“{state}”，不能登记结果 || session {session} is "{sessionState}" and the enrolment "{state}"; no result can be entered
        E-STATE.refusal.resit = {cadre} 的结果是“{state}”：只有不合格的可以补考，并须填补考成绩 || the result of {cadre} is "{state}": only a failed exam is taken again, and with its score
        E-RULE.refusal.attempts = {cadre} 的“{course}”已考 {taken} 次，上限 {limit} 次 || {cadre} has taken the exam of "{course}" {taken} times; {limit} are allowed
        E-RULE.refusal.prerequisites = {cadre} 还没有修完先修课程：{missing} || {cadre} has not passed the prerequisites: {missing}
        E-RULE.refusal.enrolmentLate = 场次 {session} 已于 {deadline} 截止报名 || enrolment in session {session} ended on {deadline}
        E-RULE.refusal.capacityBelow = 容量 {capacity} 少于已报名的 {confirmed} 人 || {capacity} places are fewer than the {confirmed} people enrolled
        E-RULE.refusal.feedbackNotThere = 只有参加了场次 {session} 的人可以评价 || only people who attended session {session} give their opinion
        E-RULE.refusal.entryHours = 进驻前须有 {needed} 学时，{count} 人不足：{people} || {needed} hours are needed before going on site; {count} people have fewer: {people}
        E-RULE.refusal.eligibilityHours = {cadre} 有 {hours} 学时，入库须有 {needed} 学时 || {cadre} has {hours} hours; {needed} are needed to enter a pool
        E-RULE.refusal.eligibilityGeneral = {cadre} 尚未完成通识，还差：{missing} || {cadre} has not passed the general tier; missing: {missing}
        E-RULE.refusal.timetableTeacher = 这些课程没有讲师：{courses}；请先用 teacher set 设置 || nobody teaches these courses: {courses}; say who does with teacher set
        E-RULE.refusal.timetableTeacher.page = 这些课程没有讲师：{courses}；请先设置讲师 || nobody teaches these courses: {courses}; say who does first
        E-RULE.refusal.timetableTight = 只有 {slots} 个半天，而这些课两两不能同时上，至少需要 {needed} 个：{courses}（因为 {reason} …） || there are {slots} half-days, but these meetings exclude each other and need {needed}: {courses} (because of {reason} …)
        E-RULE.refusal.timetableRooms = 只有 {slots} 个半天，{places} 人以上的课太多而教室太少，至少需要 {needed} 个半天 || there are {slots} half-days, but meetings of {places} people or more need {needed} with the rooms there are
        E-RULE.refusal.timetableBlocked = {slots} 个半天里，这些课总有学员没空：{courses} || in all {slots} half-days somebody of these meetings is busy: {courses}
        E-RULE.refusal.timetableImpossible = 已逐一试过，{slots} 个半天内没有满足全部需求的课表；请延长日期或减少需求 || every possibility was tried: no timetable meets all demands within {slots} half-days; take more days or fewer demands
        E-RULE.refusal.timetableNotFound = 在限定步数内没有找到 {slots} 个半天的课表，但没有证明不存在；请延长日期或减少需求 || no timetable was found within {slots} half-days, though it is not proved that there is none; take more days or fewer demands
        """)
}
