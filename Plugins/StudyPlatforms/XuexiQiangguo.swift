import Interchange
import PluginKit
import StudyLog

/// 学习强国: a row for each person and day, with points that are the sum of four parts.
enum XuexiQiangguo {
    static let code = "xuexi-qiangguo"

    static let platform = StudyPlatform(
        code: code, mode: .followUp,
        caps: PlatformCaps.xuexiQiangguo, fields: fields
    ) {
        var reader = Reader()
        return { reader.read(&$0) }
    }

    static let fields = [
        FieldName("name", ["姓名", "name"], required: true),
        FieldName("phoneTail", ["手机号后四位", "手机后四位", "手机尾号", "phone tail"], required: true),
        FieldName("date", ["日期", "学习日期", "date"], required: true),
        FieldName("login", ["登录", "login"], required: true),
        FieldName("articles", ["阅读文章", "我要选读文章", "articles"], required: true),
        FieldName("media", ["视听学习", "media"], required: true),
        FieldName("quiz", ["答题", "quiz"], required: true),
        FieldName("points", ["积分", "总积分", "points"], required: true),
    ]

    /// What stands in the log: the platform's day as a whole, as its export does not say what was read.
    static let topic = "每日学习"

    /// What a day's points are made of.
    private struct Parts: Hashable {
        var login: Int
        var articles: Int
        var media: Int
        var quiz: Int

        var sum: Int { login + articles + media + quiz }
        var list: [(key: String, value: Int)] { [("login", login), ("articles", articles), ("media", media), ("quiz", quiz)] }
        var note: String { "登录 \(login)、阅读文章 \(articles)、视听学习 \(media)、答题 \(quiz)" }
    }

    private struct Reader {
        private var cells = PlatformCells()
        /// Lists and notes of the parts met so far; a few hundred of them serve a file of any length.
        private var known: [Parts: (list: [(key: String, value: Int)], note: String)] = [:]

        mutating func read(_ row: inout RowReader) -> StudyRow? {
            let name = row.required("name") { cells.name($0) }
            let tail = row.required("phoneTail") { cells.phoneTail($0) }
            let date = row.required("date") { cells.date($0) }
            let parts = parts(&row)
            let points = row.required("points") { cells.count($0) }
            guard let name, let tail, let date, let parts, let points else { return nil }
            guard parts.sum == points else {
                row.note("points", Message("studyplatforms.wrongSum", ["points": "\(points)", "sum": "\(parts.sum)"]))
                return nil
            }
            let (list, note) = remembered(parts)
            return StudyRow(name: name, phoneTail: tail, date: date, topic: topic, points: points, parts: list, note: note)
        }

        private mutating func remembered(_ parts: Parts) -> (list: [(key: String, value: Int)], note: String) {
            if let found = known[parts] { return found }
            let made = (list: parts.list, note: parts.note)
            known[parts] = made
            return made
        }

        private mutating func parts(_ row: inout RowReader) -> Parts? {
            let login = row.required("login") { cells.count($0) }
            let articles = row.required("articles") { cells.count($0) }
            let media = row.required("media") { cells.count($0) }
            let quiz = row.required("quiz") { cells.count($0) }
            guard let login, let articles, let media, let quiz else { return nil }
            return Parts(login: login, articles: articles, media: media, quiz: quiz)
        }
    }
}
