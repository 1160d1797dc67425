import Operations
import PluginKit

/// The term, the units, the calendar, the people and who may do what.
struct District {
    private let story: Story

    init(_ story: Story) { self.story = story }

    func tell() throws {
        try story.tell(
            "term.open",
            [("number", "14"), ("name", "中共杭州市西湖区第十四届委员会"), ("start", "2022-01-01"), ("satisfactionThreshold", "90.00")])
        try story.tell("unit.import", [("file", "units/hangzhou-xihu.csv")])
        try story.tell("unit.import", [("file", "case-unit.csv")])
        try story.tell("calendar.import", [("file", "calendar/china-holidays-2016-2027.csv")])
        try accounts()
        try story.tell("cadre.import", [("file", roster), ("rosterDate", Self.rosterDate)])
        try dirtyRoster()
    }

    /// The XLSX roster where the program reads XLSX, else the same people as CSV.
    private var roster: String { readsWorkbooks ? "cadres/pool-sample.xlsx" : "cadres/pool-sample.csv" }
    private var readsWorkbooks: Bool { (try? story.dispatcher.registry.tableFormat(forFile: "x.xlsx")) != nil }

    /// The day of the sample rosters, as far as the story goes: the last one before it begins.
    private static let rosterDate = "2021-12-31"

    private func accounts() throws {
        let people = [
            ("committee", "区委书记专题会", "DC"), ("leading-group", "巡察工作领导小组", "LG"), ("organisation", "区委组织部", "OD"),
            ("discipline", "区纪委监委", "CD"), ("office-reviewer", "巡察办审核人", "IO"),
        ]
        for (name, title, role) in people {
            try story.tell("account.add", [("name", name), ("title", title), ("roles", role)])
        }
    }

    /// The three officers, and the office's first account without the rights they have from now on.
    func officers() throws {
        let people = [("administrator", "系统管理员", "AD"), ("auditor", "审计员", "SA"), ("security", "安全管理员", "SM")]
        for (name, title, role) in people {
            try story.tell("account.add", [("name", name), ("title", title), ("roles", role)])
        }
        try story.tell("account.assign", as: "security", [("name", "office"), ("roles", "IO")])
        try story.tellRefused("account.add", [("name", "clerk"), ("title", "工作人员"), ("roles", "IO")])
    }

    /// The good rows come in; every other row is listed with its reason.
    private func dirtyRoster() throws {
        let words = [
            ("file", "cadres/pool-sample-dirty.csv"), ("rosterDate", Self.rosterDate), ("partial", "true"),
            ("rejects", "rejects.csv"),
        ]
        let answer = try story.perform("cadre.import", words)
        let columns = ["row", "sourceColumn", "sourceValue", "severity", "fault"].map { answer.columns.firstIndex(of: $0) }
        let rejects = answer.rows.compactMap { row -> String? in
            let cells = columns.map { $0.map { display(row[$0]) } ?? "" }
            guard cells[3] != "normalised" else { return nil }
            return story.text(
                Message("demo.reject", ["row": cells[0], "column": cells[1], "value": cells[2], "fault": cells[4]]))
        }
        let sentence = answer.sentence.map { story.text($0) } ?? ""
        story.note("cadre.import", words, result: ([sentence] + rejects).joined(separator: "\n      "))
    }

    private func display(_ value: Value) -> String {
        switch value {
        case .integer(let number): "\(number)"
        case .text(let text): text.replacing("\n", with: " ")
        case .word(let code, _): code
        case .phrase(let message): story.text(message)
        default: ""
        }
    }
}
