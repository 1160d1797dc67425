import Foundation
import Operations
import PluginKit
import Testing

@testable import PageKit

/// The three colours begin where the office says, on pages and in lists alike.
@Suite struct DueColourTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.seed()
        let header = "问题编号,被巡察党组织,单位类型,类别,问题,责任人角色,整改措施数,整改期限,状态,完成日期,备注"
        let ledger = "\(header)\nN1,北山街道,,政治建设,党费收缴,,2,2026-03-06,整改中,,\n"
        try office.run("ledger.import", ["round": "14-3"], file: Upload(name: "l.csv", data: Data(ledger.utf8)))
    }

    private func seen() throws -> (page: String?, list: String?, work: String?) {
        let answer = try office.run("ledger.list", [:])
        let item = try #require(answer.text("no"))
        func tag(_ path: String) throws -> String? {
            try office.html(path).all("<time datetime=\"2026-03-06\">[^<]*</time> <span class=\"tag ([a-z]*)\">").first
        }
        return (try tag("/rectification/\(item)"), answer.text("alert"), try tag("/rectification"))
    }

    @Test(arguments: [(20, 10, "due", "yellow"), (20, 3, "done", "green"), (4, 3, "quiet", "none"), (60, 5, "due", "yellow")])
    func anOfficeDecidesWhenDatesTurnGreenAndYellow(green: Int, yellow: Int, tone: String, alert: String) throws {
        for (setting, value) in [("rectification.greenDays", green), ("rectification.yellowDays", yellow)] {
            try office.run("setting.set", ["setting": setting, "value": "\(value)", "reason": "试验"])
        }
        let (page, list, work) = try seen()
        #expect(page == tone && work == tone)
        #expect(list == alert)
    }
}
