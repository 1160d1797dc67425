#if HTTPHost
    import Foundation
    import GRDB
    import HTTPTypes
    import Operations
    import Persistence
    import PluginKit
    import StandardPlugins
    import Testing

    @testable import Accounts
    @testable import HTTPHost

    /// An office with issued findings of two units, and an account of each.
    struct TwoUnits {
        /// A word that stands in everything of the second unit.
        static let mark = "丁香湾"
        let web: WebOffice

        init() throws {
            web = try WebOffice(plugins: standardPlugins)
            try run("term.open", ["number": "14", "name": "第十四届", "start": "2026-01-01", "satisfactionThreshold": "90.00"])
            try run("round.create", ["number": "3", "title": "第三轮巡察", "start": "2026-03-01", "end": "2026-06-30"])
            try run(
                "ledger.import", ["round": "14-3", "createUnits": "true"],
                file: Upload(name: "l.csv", data: Data(Self.ledger.utf8)))
            for (name, unit) in [("first", "甲局党组"), ("second", "乙局党组")] {
                let code = try web.office.read {
                    try String.fetchOne($0, sql: "SELECT code FROM organization_unit WHERE name = ?", arguments: [unit])
                }
                try run("account.add", ["name": name, "title": unit, "roles": "UL", "unit": try #require(code)])
            }
        }

        /// The numbers of a unit's items.
        func numbers(_ unit: String) throws -> [String] {
            try web.office.read {
                try String.fetchAll(
                    $0,
                    sql: """
                        SELECT i.no FROM rectification_item i JOIN organization_unit u ON u.id = i.unitId WHERE u.name = ? ORDER BY i.seq
                        """, arguments: [unit])
            }
        }

        func headers(_ account: String) throws -> HTTPFields { bearer(try web.token(account)) }

        /// Runs an operation with texts, as the office.
        @discardableResult
        func run(_ name: String, _ fields: [String: String], file: Upload? = nil) throws -> Answer {
            let operation = try #require(web.office.registry.operation(OperationName(name)))
            var words = fields.mapValues { [$0] }
            if file != nil { words["file"] = ["file"] }
            let source = WordsSource(words, strings: web.office.registry.strings) { _ in
                guard let file else { throw Rule.invalid.refused("upload") }
                return file
            }
            return try operation.run(web.office.dispatcher, source, web.office.office)
        }

        private static let ledger = """
            问题编号,被巡察党组织,单位类型,类别,问题,责任人角色,整改措施数,整改期限,状态,完成日期,备注
            000001,甲局党组,区直部门,组织建设,党费收缴不及时,党组书记,1,2026-09-30,整改中,,
            000002,乙局党组,区直部门,组织建设,\(mark)党费收缴不及时,党组书记,1,2026-09-30,整改中,,\(mark)
            000003,甲局党组,区直部门,组织建设,会议记录不规范,党组书记,1,2026-09-30,整改中,,
            000004,乙局党组,区直部门,组织建设,\(mark)会议记录不规范,党组书记,1,2026-09-30,整改中,,
            """
    }

#endif
