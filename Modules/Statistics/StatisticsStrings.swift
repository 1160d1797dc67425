import PluginKit

/// The words of statistics.
enum StatisticsStrings {
    static let table = StringTable(
        plugin: "statistics",
        """
        statistics = 统计 || statistics
        statistics.help = 各项指标的数字、口径，以及已归档轮次的快照 || the office's figures, what they mean, and snapshots of archived rounds
        statistics.show = 统计指标 || show figures
        statistics.show.help = 列出各项指标；可按轮次、届次、年度或起止日期统计，不能这样统计的指标不列；只统计本账号可见的记录，百分比保留两位小数、四舍五入，分母为 0 时显示“—” || lists every figure, of a round, a term, a year or other days, leaving out those that cannot be limited so; counted over what the account may see; percentages have two decimals, half up, and a share of nothing is "—"
        statistics.show.id = 指标 || figure
        statistics.show.id.help = 只看一项指标的编号；不填则全部 || id of one figure; all of them if not given
        statistics.show.round = 轮次 || round
        statistics.show.round.help = 轮次代码，如 14-3 || code of the round, such as 14-3
        statistics.show.term = 届次 || term
        statistics.show.term.help = 届次序号，按该届起止日期统计 || number of the term; its days are counted
        statistics.show.year = 年度 || year
        statistics.show.year.help = 自然年度，如 2021 || a calendar year, such as 2021
        statistics.show.ofRound = 第 {round} 轮，共 {count} 项；另有 {left} 项不按轮次统计。 || Round {round}: {count} figures; {left} more are not counted by round.
        statistics.show.ofDays = {from} 至 {to}，共 {count} 项；另有 {left} 项不按日期统计。 || From {from} to {to}: {count} figures; {left} more are not counted by days.
        E-VAL.refusal.onePeriod = 轮次、届次、年度、起止日期只能选一种 || only one of round, term, year and days may be given
        E-VAL.refusal.figurePeriod = “{figure}”不按此统计 || "{figure}" is not counted by this
        statistics.snapshot = 归档快照 || show a snapshot
        statistics.snapshot.help = 已归档轮次在归档时的各项数字，此后不再变化 || the figures of an archived round as they stood then; they never change
        statistics.snapshot.round = 轮次 || round
        statistics.snapshot.round.help = 已归档轮次的代码，如 14-3 || code of an archived round, such as 14-3
        statistics.explain = 指标口径 || explain a figure
        statistics.explain.help = 说明指标的公式、单位和口径 || says what a figure means: its formula, unit and base
        statistics.explain.id = 指标代码 || id
        statistics.explain.id.help = 如 rectification.rate；不填则列出全部 || such as rectification.rate; all of them if not given
        column.id = 代码 || id
        column.title = 名称 || title
        column.value = 数值 || value
        column.unit = 单位 || unit
        column.numerator = 分子 || numerator
        column.denominator = 分母 || denominator
        column.figureRows = 明细 || rows
        indicatorUnit.persons = 人 || persons
        indicatorUnit.personTimes = 人次 || times a person
        column.definition = 口径 || definition
        column.takenAt = 快照时间 || taken at
        indicatorUnit.hours = 学时 || hours
        indicatorUnit.points = 分 || points
        indicatorUnit.items = 个 || items
        indicatorUnit.percent = % || %
        E-NOTFOUND.refusal.snapshot = 轮次 {round} 没有快照；轮次归档时自动生成 || round {round} has no snapshot; it is made when the round is archived
        E-NOTFOUND.refusal.indicator = 没有代码为 {id} 的指标 || there is no figure {id}
        R-STA-02.rule = 已归档轮次公布的数字不再改变，更正另行注明日期重新公布。 || The published figures of a closed period never change; corrections appear as a dated restatement.
        R-STA-02.refusal = 轮次 {round} 的快照不得改动 || the snapshot of round {round} cannot be changed
        R-STA-02.remedy = 请以注明日期的更正另行公布。 || Publish a dated restatement instead.
        """)
}
