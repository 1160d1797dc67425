import PluginKit

/// The words of the pages.
enum StudyPagesStrings {
    static let table = StringTable(
        plugin: "studylog",
        """
        studylog.pages.study = 学习 || Study
        studylog.pages.own = 我的学习 || My study
        studylog.pages.year = {year} 年 || {year}
        studylog.pages.nobodyShort = 没有人欠缺：今年的要求都已达到，或没有要求。 || Nobody is short: this year's requirements are met, or there are none.
        studylog.pages.none = 还没有学习记录。 || Nothing is recorded yet.
        studylog.pages.noMaterials = 还没有登记学习材料。 || No document is registered yet.
        studylog.pages.nothingShort = 当年要求已经达到，或没有要求。 || The year's requirement is met, or there is none.
        studylog.pages.short = 年度要求和欠缺 || Required and missing
        studylog.pages.platforms = 各平台 || By platform
        studylog.pages.apart = 各平台的积分分开计算，不相加。 || Points stay with their platform and are not added.
        studylog.pages.latest = 最近的学习 || Latest study
        studylog.pages.modes = 三种方式的学时 || Hours by mode
        studylog.pages.mode = {hours} 学时，{entries} 条 || {hours} h in {entries}
        studylog.pages.work = {cadre}：{kind} || {cadre}: {kind}
        studylog.pages.self = 本人 || the person
        study.import.help.page = 导入学习平台导出的 CSV 或 XLSX，确认前不保存；已记过的行跳过 || imports a platform's export (CSV or XLSX); nothing is saved before you confirm; rows in the log already are skipped
        """)
}
