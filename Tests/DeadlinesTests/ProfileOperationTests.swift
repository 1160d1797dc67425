import Foundation
import GRDB
import Operations
import PluginKit
import PluginTestKit
import Testing

@testable import Deadlines

@Suite struct ProfileOperationTests {
    func file(_ version: Int, planDays: Int = 10) throws -> Upload {
        let term = DeadlineTerm(.planSubmit, .workingDays(planDays), sources: ["区委巡察办〔2026〕3号"])
        let profile = try DeadlineProfile.county3m.replacing(term, id: "district", version: version)
        return Upload(name: "district.json", data: try JSONEncoder().encode(profile))
    }

    func upload(_ text: String) -> Upload { Upload(name: "x.json", data: Data(text.utf8)) }

    @Test(arguments: [nil, "county3m", "reg2017", "reg2024"])
    func showsAProfile(id: String?) throws {
        let office = try deadlineOffice()
        let page = try office.run(ListDeadlines.self, .init(profile: id, version: nil))
        #expect(page.rows.map(\.term) == DeadlineProfile.standard.first { $0.id == id ?? "county3m" }?.terms)
        let sentence = try #require(page.sentence)
        #expect(!office.text(sentence).contains("{"))
    }

    /// Row by row as a person reads it.
    @Test(arguments: [
        ("petition.cutoffBeforeExit", ["撤点前停止受理信访", "计划撤点之日（倒推）", "", "7 天", "", "S48", "false"]),
        ("plan.submit", ["报送整改方案", "反馈之日", "", "15 个工作日", "", "S7", "false"]),
        ("evaluation", ["整改成效评估", "“集中整改期”届满之日", "", "1 个月", "", "S18", "false"]),
        ("rectification.all", ["全部问题整改期限", "反馈之日", "", "6 个月", "12 个月", "S16", "false"]),
        ("revisit.window", ["整改回访", "反馈之日", "3 个月", "6 个月", "", "S57", "false"]),
        ("immediateFix", ["立行立改回复", "立行立改通知书发出之日", "", "15 天", "撤点之日", "S12, design", "false"]),
        ("clue.opinion", ["提出线索处置意见", "收到线索之日", "", "1 个月", "", "OK-U", "true"]),
        ("archive.file", ["立卷归档", "本轮巡察办结之日", "", "3 个月", "次年 4 月 30 日", "S45, design", "false"]),
    ])
    func showsATermInWords(key: String, expected: [String]) throws {
        let office = try deadlineOffice()
        let answer = try office.run(ListDeadlines.self, .init()).answer
        let row = try #require(answer.rows.first { $0.first == .word(code: key, key: "deadlineKey.\(key)") })
        let shown = row.map { value in
            switch value {
            case .word(_, let key): office.text(Message(key))
            case .phrase(let message): office.text(message)
            case .text(let text): text
            case .flag(let flag): "\(flag)"
            default: ""
            }
        }
        #expect(shown == expected)
    }

    @Test func anUnknownProfileIsRefusedWithThoseThereAre() throws {
        let office = try deadlineOffice()
        let found = refusals { try office.run(ListDeadlines.self, .init(profile: "reg2030", version: nil)) }
        #expect(found.map(\.rule) == [.notFound])
        #expect(found.first?.message.arguments["known"] == "county3m (1), reg2017 (1), reg2024 (1)")
        #expect(refusals { try office.run(ListDeadlines.self, .init(profile: "county3m", version: 2)) }.count == 1)
    }

    @Test func oneOfOnesOwnIsImportedAndVersioned() throws {
        let office = try deadlineOffice()
        try office.run(ImportProfile.self, .init(file: file(1), dryRun: nil))
        try office.run(ImportProfile.self, .init(file: file(3, planDays: 12), dryRun: nil))
        let newest = try office.run(ListDeadlines.self, .init(profile: "district", version: nil))
        #expect(newest.rows.first { $0.term.key == .planSubmit }?.term.period == .workingDays(12))
        let first = try office.run(ListDeadlines.self, .init(profile: "district", version: 1))
        #expect(first.rows.first { $0.term.key == .planSubmit }?.term.period == .workingDays(10))
        let sentence = try #require(newest.sentence)
        #expect(office.text(sentence).hasPrefix("方案：district（district，第 3 版）"))
    }

    @Test func aPublishedVersionIsNeverChanged() throws {
        let office = try deadlineOffice()
        try office.run(ImportProfile.self, .init(file: file(2), dryRun: nil))
        for version in [1, 2] {
            let found = refusals {
                try office.run(ImportProfile.self, .init(file: file(version, planDays: 5), dryRun: nil))
            }
            #expect(found.map(\.message.key) == ["E-DUP.refusal.profile"])
        }
        for sql in ["UPDATE deadlines_profile SET version = 9", "DELETE FROM deadlines_profile"] {
            #expect(throws: DatabaseError.self) {
                try office.dispatcher.store.write(owner: "deadlines") { try $0.execute(sql: sql) }
            }
        }
    }

    @Test func aStandardProfileCannotBeReplaced() throws {
        let office = try deadlineOffice()
        let standard = Upload(name: "p.json", data: try JSONEncoder().encode(DeadlineProfile.reg2017))
        let found = refusals { try office.run(ImportProfile.self, .init(file: standard, dryRun: nil)) }
        #expect(found.map(\.rule) == [.duplicate])
    }

    @Test func aDryRunKeepsNothing() throws {
        let office = try deadlineOffice()
        let page = try office.run(ImportProfile.self, .init(file: file(1), dryRun: true))
        #expect(page.sentence?.key == "deadline.import.tried")
        #expect(page.rows.count == DeadlineKey.allCases.count)
        #expect(refusals { try office.run(ListDeadlines.self, .init(profile: "district", version: nil)) }.count == 1)
    }

    @Test(arguments: [
        ("", "—"), ("[]", "—"), ("{\"id\": \"x\"}", "version"), ("{\"id\": 3}", "id"),
        ("{\"id\": \"x\", \"version\": 1, \"terms\": [{\"key\": \"plan\"}]}", "terms.0.key"),
        ("{\"id\": \"x\", \"version\": 1, \"terms\": [{\"key\": \"plan.submit\", \"period\": \"soon\"}]}", "terms.0.period"),
    ])
    func whatIsNoProfileIsRefusedWithThePlace(text: String, place: String) throws {
        let office = try deadlineOffice()
        let found = refusals { try office.run(ImportProfile.self, .init(file: upload(text), dryRun: nil)) }
        #expect(found.map(\.message.key) == ["E-VAL.refusal.profileFile"])
        #expect(found.first?.message.arguments["place"] == .text(place))
    }

    @Test func aProfileThatCannotWorkIsRefusedWithEverythingWrong() throws {
        let office = try deadlineOffice()
        let found = refusals {
            try office.run(ImportProfile.self, .init(file: upload(#"{"id": "x", "version": 0, "terms": []}"#), dryRun: nil))
        }
        #expect(found.count == 1 + DeadlineKey.allCases.count)
    }

    @Test func hostileNestingIsRefused() throws {
        let office = try deadlineOffice()
        let deep = String(repeating: "[", count: 5000)
        let found = refusals { try office.run(ImportProfile.self, .init(file: upload(deep), dryRun: nil)) }
        #expect(found.map(\.message.key) == ["E-VAL.refusal.jsonDepth"])
    }
}
