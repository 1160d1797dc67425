import Deadlines
import Interchange
import Operations
import PluginKit
import PluginTestKit
import Testing

@testable import Organization

@Suite struct TermTests {
    let office: TestOffice
    let start: CalendarDate

    init() throws {
        office = try TestOffice(plugins: [InterchangePlugin.self, OrganizationPlugin.self], jurisdiction: "杭州市西湖区")
        start = try #require(CalendarDate("2022-01-01"))
    }

    private func open(_ number: Int = 14, threshold: String = "90.00") throws {
        try office.run(
            OpenTerm.self, .init(number: number, name: "第十四届", start: start, satisfactionThreshold: threshold))
    }

    @Test func theModuleConforms() {
        #expect(PluginConformance.problems(of: [InterchangePlugin.self, OrganizationPlugin.self]) == [])
    }

    @Test func onlyOneTermIsOpen() throws {
        try open()
        let refusals = office.refusals { try open(15) }
        #expect(refusals.map(\.rule.id) == ["R-RND-01"])
        try office.run(CloseTerm.self, .init(number: 14, end: start.adding(days: 1000)))
        try open(15)
        #expect(try office.run(ListTerms.self, .init()).rows.map(\.number) == [15, 14])
    }

    @Test(arguments: ["90", "90.0", "90.00", "0", "100.00", "85.55%"])
    func thresholdsAreRead(text: String) throws {
        try open(threshold: text)
        #expect(try office.read { try Terms.active($0).satisfactionThreshold } == Percent.hundredths(text))
    }

    @Test(arguments: ["", "100.01", "90.001", "-1", "ninety", "9 0"])
    func otherThresholdsAreRefused(text: String) {
        let refusals = office.refusals { try open(threshold: text) }
        #expect(refusals.map(\.field) == ["satisfactionThreshold"])
    }

    @Test(arguments: [("reg2024", []), ("reg2099", ["deadlineProfile"])])
    func aTermKeepsToADeadlineProfileThatExists(profile: String, refused: [String]) throws {
        let office = try TestOffice(plugins: [InterchangePlugin.self, DeadlinesPlugin.self, OrganizationPlugin.self])
        let refusals = office.refusals {
            try office.run(
                OpenTerm.self,
                .init(number: 14, name: "第十四届", start: start, satisfactionThreshold: "90", deadlineProfile: profile))
        }
        #expect(refusals.compactMap(\.field) == refused)
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let refusals = office.refusals {
            try office.run(OpenTerm.self, .init(number: 0, name: " ", start: start, satisfactionThreshold: "x"))
        }
        #expect(refusals.compactMap(\.field) == ["number", "name", "satisfactionThreshold"])
    }

    @Test func anOldVersionIsRefused() throws {
        try open()
        let refusals = office.refusals {
            try office.run(CloseTerm.self, .init(number: 14, end: start.adding(days: 1), version: 7))
        }
        #expect(refusals.map(\.rule) == [.stale])
    }
}
