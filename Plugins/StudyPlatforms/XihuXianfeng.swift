import Interchange
import PluginKit
import StudyLog

/// 西湖先锋: a row for each activity of a person, with the hours credited. It names people only, so that those who share a name
/// cannot be told apart unless somebody adds the last digits of their number.
enum XihuXianfeng {
    static let code = "xihu-xianfeng"

    static let platform = StudyPlatform(
        code: code, mode: .systematic, caps: PlatformCaps.xihuXianfeng, fields: fields
    ) {
        var reader = Reader()
        return { reader.read(&$0) }
    }

    static let fields = [
        FieldName("name", ["姓名", "name"], required: true),
        FieldName("phoneTail", ["手机号后四位", "手机后四位", "手机尾号", "phone tail"]),
        FieldName("activity", ["活动", "活动名称", "activity"], required: true),
        FieldName("date", ["日期", "活动日期", "date"], required: true),
        FieldName("minutes", ["学时", "hours"], required: true),
    ]

    private struct Reader {
        private var cells = PlatformCells()

        mutating func read(_ row: inout RowReader) -> StudyRow? {
            let name = row.required("name") { cells.name($0) }
            let tail = row.value("phoneTail") { cells.phoneTail($0) }
            let activity = row.required("activity") { cells.text($0) }
            let date = row.required("date") { cells.date($0) }
            let minutes = row.required("minutes") { cells.minutes($0) }
            guard let name, let activity, let date, let minutes else { return nil }
            return StudyRow(name: name, phoneTail: tail, date: date, topic: activity, minutes: minutes)
        }
    }
}
