import Foundation

/// A made-up ledger with the columns of an office's own: the same rows every time.
enum Ledger {
    private static let header = "问题编号,被巡察党组织,单位类型,类别,问题,责任人角色,整改措施数,整改期限,状态,完成日期,备注"
    private static let categories = ["政治建设", "思想建设", "组织建设", "党风廉政和作风建设"]
    private static let subjects = ["营商环境服务", "政府采购程序", "津补贴发放", "审计问题整改", "宣传阵地内容", "干部档案", "三会一课记录", "公车使用登记", "公务接待清单"]
    private static let faults = ["有短板", "不规范", "缺依据", "滞后", "陈旧", "要件不全", "缺失", "不全", "落实不到位"]
    private static let leaders = ["支部书记", "财务负责人", "分管班子成员", "办公室主任", "村（社区）书记"]
    private static let statuses = ["已完成", "已完成", "已完成", "整改中", "基本完成"]

    /// - Parameter units: how many units the rows are spread over.
    static func csv(rows: Int, units: Int = 36) -> Data {
        var text = header + "\n"
        for number in 1...rows { text += line(number, units) + "\n" }
        return Data(text.utf8)
    }

    private static func line(_ number: Int, _ units: Int) -> String {
        func pick(_ words: [String], _ step: Int) -> String { words[number / step % words.count] }
        let status = pick(statuses, 1)
        let month = String(number % 9 + 1), day = String(number % 27 + 1)
        let closed = status == "整改中" ? "" : "2023-0\(month)-\(day.count < 2 ? "0" : "")\(day)"
        let due = number % 10 == 0 ? "长期坚持" : "2023-0\(month)-28"
        let digits = String(number)
        return [
            String(repeating: "0", count: max(0, 6 - digits.count)) + digits, "区第\(number % units + 1)局党组", "区直部门",
            pick(categories, 3),
            "\(pick(subjects, 2))\(pick(faults, 7))，第\(number)项", pick(leaders, 5), String(number % 4 + 1), due, status, closed,
            number % 20 == 0 ? "持续跟踪" : "",
        ].joined(separator: ",")
    }
}
