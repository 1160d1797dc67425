import Deadlines
import Foundation
import PluginKit
import Testing

@Suite struct DeadlinesStringsTests {
    let strings: StringCatalogue

    init() throws { strings = try Self.shared.get() }

    private static let shared = Result { try deadlineOffice().registry.strings }

    static let labels: [String] =
        DeadlineKey.allCases.map(\.label) + DeadlineEvent.allCases.map(\.label) + AlertColour.allCases.map(\.label)
        + HolidayEntry.Kind.allCases.map { "\(HolidayEntry.Kind.vocabulary).\($0.rawValue)" }
        + DeadlineProfile.standard.map(\.label)
        + AlertRecipient.standard.map(\.label) + AlertPolicy.standard.ladder.map(\.label)
        + PeriodTests.written.map(\.period.message.key) + DeadlineRules.all.map { "\($0.id).refusal" }

    @Test(arguments: labels, Language.allCases)
    func everythingHasAName(label: String, language: Language) {
        #expect(strings.text(label, in: language) != nil)
    }

    /// Every sentence the sources refuse with exists.
    @Test func everyRefusalHasItsSentence() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Modules/Kernel/Deadlines")
        let keys = Set(strings.keys)
        let codes = ["invalid": "E-VAL", "duplicate": "E-DUP", "notFound": "E-NOTFOUND", "broken": "E-RULE"]
        var found = 0
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path()) where path.hasSuffix(".swift") {
            let source = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for match in source.matches(of: /Rule\.(\w+)\.refused\(\s*"(\w+)"/) {
                let code = try #require(codes[String(match.1)])
                #expect(keys.contains("\(code).refusal.\(match.2)"), "\(match.2)")
                found += 1
            }
        }
        #expect(found > 10)
    }

    @Test func saysPeriodsInWords() {
        #expect(strings.text(Period.workingDays(15).message, in: .zhHans) == "15 个工作日")
        #expect(strings.text(Period.nextYear(month: 4, day: 30).message, in: .zhHans) == "次年 4 月 30 日")
        #expect(strings.text(Period.months(3).message, in: .en) == "3 months")
    }

    @Test func saysWhichYearIsMissing() throws {
        let refusal = try #require(refusals { try WorkingCalendar([]).isWorkingDay(day("2027-01-04")) }.first)
        #expect(strings.text(refusal.message, in: .zhHans) == "缺少 2027 年的节假日安排表，无法计算工作日")
        #expect(strings.text(refusal.remedy, in: .zhHans).contains("导入安排表"))
    }

    /// No sentence is left with an open place.
    @Test func fillsEveryPlace() throws {
        let clock = try DeadlineProfile.county3m.start(.rectificationAll, on: day("2026-08-31"), calendar: WorkingCalendar([]))
        let once = try clock.extended(to: day("2027-03-31"), by: "LG", on: day("2027-02-01"))
        let rows = [["date", "name", "kind", "notice"], ["x", "", "y", ""], ["2026-01-01"], ["2026-01-01"]]
        let found =
            refusals { try CalendarImport.entries(from: rows) } + refusals { try CalendarImport.entries(from: []) }
            + refusals { try DeadlineProfile(id: "", version: 0, extensionsAllowed: -1, terms: []) }
            + refusals { try once.extended(to: day("2028-01-01"), by: "", on: day("2028-02-01")) }
            + refusals { try once.extended(to: once.due, by: "LG", on: day("2027-02-02"), override: "") }
            + refusals { try AlertPolicy(thresholds: [], ladder: []) }
        #expect(found.count > 35)
        for language in Language.allCases {
            for refusal in found {
                let text = strings.text(refusal.message, in: language)
                #expect(
                    !text.contains("{") && !text.hasPrefix("E-") && !text.hasPrefix("R-") && !text.hasPrefix("interchange."),
                    "\(text)")
            }
        }
    }
}
