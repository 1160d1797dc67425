import Operations
import PluginKit
import PluginTestKit
import Testing

/// Settings: declared by a module, decided by an office.
@Suite struct SettingTests {
    static let quorum = Setting("reading.quorum", standard: 2, in: 1...9, source: "design")
    static let age = Setting("reading.age", standard: nil, in: 18...99, source: "design", keepers: [.organisationDepartment])

    enum Reading: Plugin {
        static let manifest = PluginManifest(id: "reading", version: Version(1), capabilities: [Settings.slot])
        static func register(with registrar: inout Registrar) {
            registrar.add([SettingTests.quorum, SettingTests.age], to: Settings.self)
            registrar.add(
                StringTable(
                    plugin: "reading",
                    """
                    setting.reading.quorum = 人数 || people
                    setting.reading.quorum.help = 几人 || how many
                    setting.reading.age = 年龄 || age
                    setting.reading.age.help = 几岁 || how old
                    """))
        }
    }

    let office: TestOffice
    private let reader = Principal(account: "office", roles: [.inspectionOffice])

    init() throws { office = try TestOffice(plugins: [Reading.self]) }

    private func value(of setting: Setting) throws -> Int? {
        try office.read { try SettingValues(of: "reading", in: $0)[setting] }
    }

    @Test func theDefaultHoldsUntilAnOfficeDecides() throws {
        #expect(try value(of: Self.quorum) == 2)
        try office.run(DecideSetting.self, .init(setting: "reading.quorum", value: 5, reason: "人少"))
        #expect(try value(of: Self.quorum) == 5)
        try office.run(DecideSetting.self, .init(setting: "reading.quorum", value: nil, reason: "恢复"))
        #expect(try value(of: Self.quorum) == 2)
    }

    @Test func whatHasNoDefaultHasNoValue() throws {
        #expect(try value(of: Self.age) == nil)
        let keeper = Principal(account: "zuzhibu", roles: [.organisationDepartment])
        try office.run(DecideSetting.self, .init(setting: "reading.age", value: 55, reason: "区委定"), as: keeper)
        #expect(try value(of: Self.age) == 55)
    }

    @Test(arguments: [
        ("reading.quorum", 10, "理由", "E-VAL"), ("reading.quorum", 0, "理由", "E-VAL"), ("reading.quorum", 3, " ", "E-VAL"),
        ("reading.age", 55, "理由", "E-PERM"), ("reading.none", 1, "理由", "E-NOTFOUND"),
    ])
    func wrongDecisionsAreRefused(setting: String, value: Int, reason: String, rule: String) {
        let refusals = office.refusals {
            try office.run(DecideSetting.self, .init(setting: setting, value: value, reason: reason), as: reader)
        }
        #expect(refusals.map(\.rule.id) == [rule])
    }

    @Test func aDecisionStandsInTheAuditWithItsReason() throws {
        try office.run(DecideSetting.self, .init(setting: "reading.quorum", value: 5, reason: "人少"))
        #expect(try office.run(ListAudit.self, .init(action: "setting.set")).answer.text(0, "reason") == "人少")
    }

    @Test func settingsAreListedWithTheirValues() throws {
        try office.run(DecideSetting.self, .init(setting: "reading.quorum", value: 5, reason: "人少"))
        let answer = try office.run(ListSettings.self, .init(prefix: "reading")).answer
        #expect(answer.rows.map { $0[2] } == [.none, .integer(5)])
        #expect(answer.rows.map { $0[3] } == [.none, .integer(2)])
    }

    @Test func thePluginConforms() { #expect(PluginConformance.problems(of: [Reading.self]) == []) }
}

extension Answer {
    fileprivate func text(_ row: Int, _ column: String) -> String? {
        guard let index = columns.firstIndex(of: column), case .text(let text) = rows[row][index] else { return nil }
        return text
    }
}
