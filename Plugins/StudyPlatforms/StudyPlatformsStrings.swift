import PluginKit

/// The words of the platforms.
enum StudyPlatformsStrings {
    static let table = StringTable(
        plugin: "studyplatforms",
        """
        studyPlatform.xuexi-qiangguo = 学习强国 || Xuexi Qiangguo
        studyPlatform.xihu-xianfeng = 西湖先锋 || Xihu Xianfeng
        studyPart.login = 登录 || login
        studyPart.articles = 阅读文章 || articles
        studyPart.media = 视听学习 || listening and watching
        studyPart.quiz = 答题 || quizzes
        setting.platform.cap.xuexi-qiangguo.login = 学习强国每日上限：登录积分 || Xuexi Qiangguo, most in a day: points for logging in
        setting.platform.cap.xuexi-qiangguo.login.help = 一人一天最多记多少；超过的行在导入时退回 || the most a person is credited with in a day; an import hands back rows beyond it
        setting.platform.cap.xuexi-qiangguo.articles = 学习强国每日上限：阅读文章积分 || Xuexi Qiangguo, most in a day: points for articles
        setting.platform.cap.xuexi-qiangguo.articles.help = 一人一天最多记多少；超过的行在导入时退回 || the most a person is credited with in a day; an import hands back rows beyond it
        setting.platform.cap.xuexi-qiangguo.media = 学习强国每日上限：视听学习积分 || Xuexi Qiangguo, most in a day: points for listening and watching
        setting.platform.cap.xuexi-qiangguo.media.help = 一人一天最多记多少；超过的行在导入时退回 || the most a person is credited with in a day; an import hands back rows beyond it
        setting.platform.cap.xuexi-qiangguo.quiz = 学习强国每日上限：答题积分 || Xuexi Qiangguo, most in a day: points for quizzes
        setting.platform.cap.xuexi-qiangguo.quiz.help = 一人一天最多记多少；超过的行在导入时退回 || the most a person is credited with in a day; an import hands back rows beyond it
        setting.platform.cap.xuexi-qiangguo.points = 学习强国每日上限：总积分 || Xuexi Qiangguo, most in a day: points altogether
        setting.platform.cap.xuexi-qiangguo.points.help = 一人一天最多记多少；超过的行在导入时退回 || the most a person is credited with in a day; an import hands back rows beyond it
        setting.platform.cap.xihu-xianfeng.minutes = 西湖先锋每日上限：时长（分钟） || Xihu Xianfeng, most in a day: minutes
        setting.platform.cap.xihu-xianfeng.minutes.help = 一人一天最多记多少；超过的行在导入时退回 || the most a person is credited with in a day; an import hands back rows beyond it
        indicator.study.points.xuexi-qiangguo = 学习强国积分 || points on Xuexi Qiangguo
        indicator.study.points.xuexi-qiangguo.definition = 学习强国未作废记录的积分合计；不与其他平台相加 || points of this platform's entries that are not void; never added to those of another
        platform = 平台连接 || platform connections
        platform.help = 从学习平台提供的网址取数 || fetching exports from where the platforms offer them
        platform.source = 取数网址 || sources
        platform.source.help = 各平台的取数网址 || where each platform's export is fetched from
        platform.source.set = 设定取数网址 || set a source
        platform.source.set.help = 设定从哪个 https 网址取平台的导出文件；口令放在环境变量里 || sets the https address of a platform's export; the token goes into the environment
        platform.source.set.platform = 平台 || platform
        platform.source.set.platform.help = 平台代码 || code of the platform
        platform.source.set.address = 网址 || address
        platform.source.set.address.help = https 开头的网址，不含账号和口令 || an https address without credentials in it
        platform.source.set.done = 已设定 || Set
        platform.source.list = 列出取数网址 || list sources
        platform.source.list.help = 各平台的取数网址，以及口令放在哪个环境变量里 || the address of each platform, and the variable its token belongs in
        platform.fetch = 取数导入 || fetch and import
        platform.fetch.help = 从设定的网址取平台的导出文件并导入；已记过的行跳过 || fetches a platform's export from its address and imports it; rows that are in the log already are skipped
        platform.fetch.platform = 平台 || platform
        platform.fetch.platform.help = 平台代码 || code of the platform
        platform.fetch.mode = 方式 || mode
        platform.fetch.mode.help = 按哪种方式记；不填用该平台通常的方式 || the mode of study; the platform's usual one if not given
        column.platform = 平台 || platform
        column.sourceAddress = 网址 || address
        column.tokenVariable = 口令变量 || token variable
        column.sourceSetBy = 设定人 || set by
        column.fetchedAt = 上次取数 || last fetched
        E-NOTFOUND.refusal.platformSource = 还没有设定 {platform} 的取数网址 || no address is set for {platform}
        studyplatforms.wrongSum = 积分 {points} 不等于各项之和 {sum} || {points} points are not the sum of the parts, {sum}
        studyplatforms.phoneTail = “{text}”不是手机号后四位 || "{text}" is not the last four digits of a number
        studyplatforms.zerosRestored = 补回前面的零：{value} || zeros in front put back: {value}
        studyplatforms.count = “{text}”应为 0 至 1000000 的整数 || "{text}" must be a whole number from 0 to 1000000
        studyplatforms.wholeMinutes = {text} 学时不是整分钟，不予取整 || {text} hours are no whole minutes; nothing is rounded
        studyplatforms.hours = {text} 学时应在 0 与 24 之间 || {text} hours must lie between 0 and 24
        """)
}
