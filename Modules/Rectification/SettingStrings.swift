import PluginKit

extension RectificationStrings {
    /// The words of the settings.
    static let settings = StringTable(
        plugin: "rectification",
        """
        setting.rectification.longestFixMonths = 整改最长时限 || longest time to put right
        setting.rectification.longestFixMonths.help = 反馈后多少个月内须整改完毕 || months after the feedback within which every item is due
        setting.rectification.panelQuorum = 评审最少人数 || quorum of a review
        setting.rectification.panelQuorum.help = 一级评审至少几人参加，含主持人 || people who make a tier's decision, the chair counted
        setting.rectification.weightSatisfied = “满意”计分 || weight of "satisfied"
        setting.rectification.weightSatisfied.help = 一张“满意”票计百分之几；只用于之后登记的测评 || percent that such a vote counts; for ballots recorded from now on
        setting.rectification.weightBasically = “基本满意”计分 || weight of "basically satisfied"
        setting.rectification.weightBasically.help = 一张“基本满意”票计百分之几；只用于之后登记的测评 || percent that such a vote counts; for ballots recorded from now on
        setting.rectification.weightDissatisfied = “不满意”计分 || weight of "dissatisfied"
        setting.rectification.weightDissatisfied.help = 一张“不满意”票计百分之几；只用于之后登记的测评 || percent that such a vote counts; for ballots recorded from now on
        setting.rectification.revisitMonths = 回访时限 || time for a revisit
        setting.rectification.revisitMonths.help = 评审未通过后多少个月内回访 || months after a failed review within which a revisit is due
        setting.rectification.greenDays = 绿色提醒天数 || days of the green letter
        setting.rectification.greenDays.help = 距到期还剩几天时变绿，列表、导出和所有页面上的日期都按此 || days left at which a date turns green, in lists, exports and on every page
        setting.rectification.yellowDays = 黄色提醒天数 || days of the yellow letter
        setting.rectification.yellowDays.help = 距到期还剩几天时变黄，列表、导出和所有页面上的日期都按此 || days left at which a date turns yellow, in lists, exports and on every page
        setting.rectification.largestFile = 单个文件上限 || largest file
        setting.rectification.largestFile.help = 一个佐证材料或文书最大多少 MiB || MiB of one file of evidence or document
        """)
}
