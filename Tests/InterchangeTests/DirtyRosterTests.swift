import Foundation
import Interchange
import PluginKit
import Testing

/// The sample roster with planted faults: what each fault is read as, by the wording of its key file.
@Suite struct DirtyRosterTests {
    /// Fault by its description in the key file → kind of the reading of its cell. Faults that need more than one cell or
    /// the register of units are left to whoever imports the roster.
    static let verdicts: [String: String] = [
        "公式注入": "invalid", "姓名带括注": "ambiguous", "全角数字": "normalised", "单元格内换行": "normalised", "缺单位": "empty",
        "两位年": "ambiguous", "尾部空格": "normalised", "少一位": "ambiguous", "中文年月": "normalised", "CSV特殊字符": "value",
        "晚于名册日期2024.06": "invalid", "带日": "normalised", "只有全角空格": "empty",
        "Excel序列号29221=1980-01-01": "ambiguous", "以+开头": "normalised", "科学计数法（已丢失位数）": "invalid", "未来日期": "invalid",
        "不在枚举": "ambiguous", "缺姓名": "empty", "简写": "ambiguous", "斜杠": "normalised", "月份13": "invalid",
        "六位数字": "normalised", "以-开头": "value", "姓名中间全角空格": "normalised", "月份00": "invalid", "非枚举": "ambiguous",
        "带空格": "normalised", "空": "empty", "公式样文本": "value", "党员无入党时间": "empty",
    ]

    @Test func readsEveryPlantedFault() throws {
        let table = try CSV.read(try Sample.data("cadres/pool-sample-dirty.csv"))
        let key = try CSV.read(try Sample.data("cadres/pool-sample-dirty.key.csv"))
        var seen: Set<String> = []
        for fault in key.rows {
            guard fault[1] != "亲属回避信息", let verdict = Self.verdicts[fault[2]], let column = table.header.firstIndex(of: fault[1])
            else { continue }
            let row = try #require(table.rows.first { "\($0.number)" == fault[0] })
            let expected = fault[1] == "备注" ? "value" : verdict
            #expect(Self.kind(row[column], column: fault[1]) == expected, "row \(fault[0]) \(fault[1]): \(row[column])")
            seen.insert(fault[2])
        }
        #expect(seen == Set(Self.verdicts.keys))
    }

    @Test func findsNoFaultInTheCleanRoster() throws {
        let table = try CSV.read(try Sample.data("cadres/pool-sample.csv"))
        #expect(table.rows.count == 160)
        for row in table.rows {
            for (index, title) in table.header.enumerated() {
                let kind = Self.kind(row[index], column: title)
                #expect(kind == "value" || kind == "empty", "row \(row.number) \(title): \(row[index])")
            }
        }
    }

    private static func kind(_ text: String, column: String) -> String {
        let roster = YearMonth("2024.06")
        return switch column {
        case "姓名": kind(Cells.personName(text))
        case "出生年月", "入党时间", "任现职时间": kind(Cells.yearMonth(text, notAfter: roster))
        case "联系方式": kind(Cells.phone(text))
        case "工作经历": kind(Cells.list(text))
        case "性别": kind(Cells.choice(text, among: ["男", "女"]))
        case "库别": kind(Cells.choice(text, among: ["组长库", "副组长库", "专员库"]))
        case "政治面貌":
            kind(Cells.choice(text, among: ["中共党员", "群众", "民建会员", "民盟盟员", "九三学社社员", "农工党党员", "民进会员", "致公党党员"]))
        case "专业特长": text.contains("财会") ? "ambiguous" : kind(Cells.list(text, separator: "|", others: []))
        case "备注": kind(Cells.note(text))
        default: kind(Cells.text(text))
        }
    }

    private static func kind<Value>(_ reading: CellReading<Value>) -> String {
        switch reading {
        case .empty: "empty"
        case .value: "value"
        case .normalised: "normalised"
        case .ambiguous: "ambiguous"
        case .invalid: "invalid"
        }
    }
}
