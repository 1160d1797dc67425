import Foundation
import Interchange
import Operations
import PluginKit
import PluginTestKit
import Testing

@testable import Organization
@testable import Personnel

/// A newer roster about people who are in the register (decision 0055), and what is wrong in a record and taken back.
@Suite struct RosterUpdateTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }

    init() throws { district = try SampleDistrict(roster: "cadres/pool-sample.csv") }

    /// The register as the office exports it, with the line of one person rewritten.
    private func exported(as principal: Principal? = nil, _ name: String, _ changes: (String, String)...) throws -> Upload {
        let out = try office.run(ExportCadres.self, .init(out: DownloadName("out.csv")), as: principal)
        var lines = String(decoding: out.document.data, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).map(String.init)
        let place = try #require(lines.firstIndex { $0.contains("\(name),") })
        for (old, new) in changes {
            #expect(lines[place].contains(old), "\(lines[place]) has no \(old)")
            lines[place] = lines[place].replacing(old, with: new, maxReplacements: 1)
        }
        return Upload(name: "2025年度名册.csv", data: Data(lines.joined(separator: "\n").utf8))
    }

    private func show(_ name: String) throws -> CadreDetail { try office.run(ShowCadre.self, .init(cadre: name)) }

    private func changes() throws -> Upload {
        try exported(
            "彭华", ("西湖区工商联,", "西湖区财政局,"), ("-至今 西湖区工商联 科长", "-2024.05 西湖区工商联 科长;2024.05-至今 西湖区财政局 科长"),
            (",无,", ",配偶:西湖区教育局,"))
    }

    @Test func aNewerRosterAmendsWhomItKnows() throws {
        let day = CalendarDate("2025-01-31")
        let before = try show("彭华")
        #expect(before.kin.isEmpty && before.record.cadre.unitName == "西湖区工商联")
        let rehearsed = try district.importRoster(try changes(), dryRun: true, rosterDate: day)
        #expect(rehearsed["updated"] == 1 && rehearsed["present"] == 160 && rehearsed["saved"] == 0)
        let unit = try #require(rehearsed.faults.first { $0.message.key == "personnel.roster.changed" && $0.column == "单位" })
        #expect(office.text(unit.message) == "工作单位：西湖区工商联 → 西湖区财政局")
        #expect(unit.severity == .notice)
        #expect(rehearsed.faults.contains { $0.message.key == "personnel.roster.kinAdded" })
        #expect(try show("彭华").kin.isEmpty)
        let outcome = try district.importRoster(try changes(), rosterDate: day)
        #expect(outcome["updated"] == 1)
        #expect(office.text(outcome.sentence).contains("更新 1 人"))
        let after = try show("彭华")
        #expect(after.record.cadre.unitName == "西湖区财政局")
        #expect(after.kin.map(\.raw) == ["配偶:西湖区教育局"])
        let left = try #require(after.posts.first { $0.post.unitName == "西湖区工商联" })
        #expect(left.post.toMonth == YearMonth("2024.05"))
        #expect(after.posts.last?.post.unitName == "西湖区财政局" && after.posts.last?.source == "2025年度名册.csv")
        #expect(after.facts.contains { $0.fact.kind == .change && $0.fact.value == "homeUnit: 西湖区财政局" })
        #expect(after.record.cadre.version == before.record.cadre.version + 1)
    }

    @Test func whatTheRosterItselfMakesDoubtfulDoesNotTakeThePlaceOfWhatIsKnown() throws {
        let file = try exported("江洋", ("2006.01,", "1990.01,"), ("四级主任科员", "三级主任科员"))
        let outcome = try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))
        #expect(outcome["updated"] == 1)
        let doubted = try #require(outcome.faults.first { $0.message.key == "personnel.roster.doubted" })
        #expect(doubted.column == "入党时间" && office.text(doubted.message) == "入党时间存疑，未更新，仍按在库内容")
        let after = try show("江洋").record.cadre
        #expect(after.partyJoinMonth == YearMonth("2006.01") && after.rank == "三级主任科员")
    }

    private func posts(_ name: String) throws -> [String] {
        try show(name).posts.map { line in
            let post = line.post
            return "\(post.fromMonth)-\(post.toMonth.map { "\($0)" } ?? "") \(post.unitName) \(post.title ?? "")"
        }
    }

    /// Decision 0061: unit and start say which post it is.
    @Test func aCorrectedTitleAmendsThePost() throws {
        let before = try show("彭华"), entries = try posts("彭华")
        let file = try exported("彭华", (",科长,", ",副主席,"), ("西湖区工商联 科长", "西湖区工商联 副主席"))
        let rehearsed = try district.importRoster(file, dryRun: true, rosterDate: CalendarDate("2025-01-31"))
        let note = try #require(rehearsed.faults.first { $0.message.key == "personnel.roster.postCorrected" })
        #expect(note.column == "工作经历" && office.text(note.message).contains("科长 → 副主席"))
        let outcome = try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))
        #expect(outcome["updated"] == 1)
        #expect(
            !outcome.faults.contains { ["personnel.roster.postAdded", "personnel.roster.postEnded"].contains($0.message.key) })
        let after = try show("彭华")
        #expect(try posts("彭华") == entries.map { $0.replacing("科长", with: "副主席") })
        #expect(after.record.cadre.postTitle == "副主席" && after.posts.map(\.post.id) == before.posts.map(\.post.id))
        #expect(after.posts.last?.source == "2025年度名册.csv" && after.posts.first?.source == before.posts.first?.source)
        #expect(try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))["updated"] == 0)
    }

    @Test func aCorrectedTitleOfAnEarlierPostMovesNobody() throws {
        let entries = try posts("彭华")
        let first = try #require(try show("彭华").posts.first?.post)
        let title = try #require(first.title)
        let file = try exported("彭华", ("\(first.unitName) \(title)", "\(first.unitName) 主任科员"))
        try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))
        #expect(try posts("彭华") == [entries[0].replacing(title, with: "主任科员"), entries[1]])
    }

    /// Two posts begun together in one unit are two.
    @Test func aSecondTitleBesideAKnownOneIsAnotherPost() throws {
        let present = try #require(try show("彭华").posts.last?.post)
        let entry = "\(present.fromMonth)-至今 西湖区工商联 科长"
        let file = try exported("彭华", (entry, "\(entry);\(present.fromMonth)-至今 西湖区工商联 秘书长"))
        let outcome = try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))
        #expect(outcome.faults.contains { $0.message.key == "personnel.roster.postAdded" })
        #expect(try show("彭华").posts.map { $0.post.title ?? "" }.suffix(2) == ["科长", "秘书长"])
    }

    /// A roster without work histories that leaves the time in the post as it was.
    @Test func aTitleIsCorrectedByItsColumnWhereTheStartIsTheSame() throws {
        let person = try show("彭华").record
        let since = try #require(person.cadre.inPostSince), entries = try posts("彭华")
        func roster(since: String, title: String) -> Upload {
            Sample.roster(
                "彭华,\(person.cadre.birthMonth),西湖区工商联,\(title),\(since),\(person.phone ?? "")",
                header: "姓名,出生年月,单位,职务,任现职时间,联系方式")
        }
        let outcome = try district.importRoster(
            roster(since: "\(since)", title: "副主席"), rosterDate: CalendarDate("2025-01-31"))
        #expect(outcome.faults.contains { $0.message.key == "personnel.roster.postCorrected" })
        #expect(try posts("彭华") == entries.map { $0.replacing("科长", with: "副主席") })
        try district.importRoster(roster(since: "2024.05", title: "主席"), rosterDate: CalendarDate("2025-01-31"))
        #expect(try posts("彭华").count == entries.count + 1, "a later start is a move")
    }

    @Test func aDoubtAboutOneRowDoesNotTouchAnother() throws {
        let name = "石浩", joined = try #require(try show(name).record.cadre.partyJoinMonth)
        let text = String(decoding: try exported("江洋", ("2006.01,", "1990.01,")).data, as: UTF8.self)
        let line = try #require(text.split(whereSeparator: \.isNewline).first { $0.contains("\(name),") })
        let later = try #require(YearMonth("2012.07"))
        let changed = line.replacing("\(joined),", with: "\(later),", maxReplacements: 1)
        let file = Upload(name: "2025年度名册.csv", data: Data(text.replacing(line, with: changed).utf8))
        #expect(try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))["updated"] == 1)
        #expect(try show("江洋").record.cadre.partyJoinMonth == YearMonth("2006.01"))
        #expect(try show(name).record.cadre.partyJoinMonth == later && joined != later)
    }

    @Test func theSameRosterAgainChangesNothing() throws {
        let file = try changes()
        try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))
        let facts = try district.count("personnel_fact"), posts = try district.count("personnel_post")
        let again = try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))
        #expect(again["updated"] == 0)
        #expect(try district.count("personnel_fact") == facts && district.count("personnel_post") == posts)
        #expect(try district.count("personnel_roster") == 2)
    }

    @Test func anOlderRosterChangesNothingAndSaysSo() throws {
        let outcome = try district.importRoster(try changes(), rosterDate: CalendarDate("2020-01-31"))
        #expect(outcome["updated"] == 0)
        #expect(outcome.faults.count { $0.message.key == "personnel.roster.olderRoster" } == 1)
        #expect(try show("彭华").record.cadre.unitName == "西湖区工商联")
    }

    @Test func aSpouseInANewerRosterRaisesAPotentialRecusal() throws {
        let school = try #require(try office.read { try Units.units(named: "西湖区教育局", in: $0) }.first)
        try office.run(
            MakeDeclaration.self, .init(cadre: "彭华", round: "14-3", units: [school.code], role: .inspector, reference: "表1"))
        let before = try district.count("personnel_recusal")
        try district.importRoster(try changes(), rosterDate: CalendarDate("2025-01-31"))
        #expect(try district.count("personnel_recusal") > before)
    }

    @Test func unchangedRowsCostNoStatements() throws {
        let lines = String(decoding: try Sample.upload("cadres/pool-sample.csv").data, as: UTF8.self).split(separator: "\n")
        func queries(_ count: Int) throws -> Int {
            let file = Upload(name: "part.csv", data: Data(lines.prefix(count + 1).joined(separator: "\n").utf8))
            return try district.queries { try district.importRoster(file, rosterDate: CalendarDate("2024-06-30")) }
        }
        #expect(try queries(20) == queries(160))
    }

    @Test func aRosterTakesNobodyKnownIntoAPool() throws {
        let before = try district.count("personnel_pool_membership")
        let file = try exported("彭华", ("专员库", "组长库"))
        let outcome = try district.importRoster(file, rosterDate: CalendarDate("2025-01-31"))
        let note = try #require(outcome.faults.first { $0.message.key == "personnel.roster.poolOther" })
        #expect(note.column == "库别" && office.text(note.message).contains("R-POL-03"))
        #expect(outcome["updated"] == 0)
        #expect(try district.count("personnel_pool_membership") == before)
    }

    @Test func nomineesAreExportedWithoutTheirPool() throws {
        let row = "赵测试,,1980.01,,,,灵隐街道,科员,,2004.01,2004.01-至今 灵隐街道 科员,,,,无,13911110000,"
        try district.importRoster(Sample.roster(row))
        try office.run(NominateForPool.self, .init(cadre: "赵测试", pool: .inspector, route: .recommendation, basis: "推荐函"))
        let line = try #require(
            String(decoding: try office.run(ExportCadres.self, .init(out: DownloadName("o.csv"))).document.data, as: UTF8.self)
                .split(whereSeparator: \.isNewline).first { $0.contains("赵测试") })
        #expect(!line.contains("专员库"), "\(line)")
    }

    @Test func thoseTakenOverAreRememberedWithTheirRoster() throws {
        let history = try office.run(PoolHistory.self, .init(cadre: "彭华", pool: .inspector)).rows
        #expect(history.map(\.step) == ["takenOver"])
        #expect(history.first?.document == "pool-sample.csv")
    }

    @Test func criteriaThatTheRosterShowsAsNotMetAreTold() throws {
        let header = "姓名,出生年月,单位,工作经历,库别,管理权限,是否在职"
        let outcome = try district.importRoster(
            Sample.roster(
                "赵测试,1980.01,灵隐街道,2004.01-2010.01 西湖区财政局 科员;2010.01-至今 灵隐街道 科员,组长库,市管,是",
                "钱测试,1981.01,灵隐街道,2004.01-至今 灵隐街道 科员,专员库,,否", header: header))
        #expect(outcome["saved"] == 2)
        let notes = outcome.faults.filter { $0.message.key == "personnel.roster.poolCriteria" }
        #expect(notes.map(\.row) == [2, 3])
        #expect(notes.first.map { office.text($0.message) }?.contains("区管") == true)
    }

    @Test func whatIsMaskedIsLeftOutOfARoster() throws {
        let number = "330106198106150013"
        let valid = String(number.dropLast()) + Self.checkDigit(String(number.dropLast()))
        try office.run(AmendCadre.self, .init(cadre: "彭华", idNumber: valid, source: "身份证复印件"))
        let whole = try exported(as: Principal(account: "od", roles: [.organisationDepartment]), "彭华")
        #expect(String(decoding: whole.data, as: UTF8.self).contains(valid))
        let masked = try exported("彭华")
        #expect(!String(decoding: masked.data, as: UTF8.self).contains("***"))
        #expect(try district.importRoster(masked)["updated"] == 0)
    }

    @Test func anExportSaysOfWhichDayItIs() throws {
        try office.run(AmendCadre.self, .init(cadre: "彭华", rank: "三级主任科员", source: "职级文件"))
        let outcome = try district.importRoster(try exported("彭华", ("三级主任科员", "二级主任科员")))
        let today = YearMonth(CalendarDate(office.clock.now))
        #expect(outcome["updated"] == 1 && outcome.sentence.arguments["roster"] == .text("\(today)"))
        let tomorrow = CalendarDate(office.clock.now).adding(days: 1)
        let refusals = office.refusals {
            try district.importRoster(try Sample.upload("cadres/pool-sample.csv"), rosterDate: tomorrow)
        }
        #expect(refusals.map(\.field) == ["rosterDate"])
    }

    private static func checkDigit(_ body: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        return String(Array("10X98765432")[zip(body.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 } % 11])
    }

    @Test func aWrongRelativeIsTakenBackAndCountsNoLonger() throws {
        let unit = try #require(try office.read { try Units.units(named: "西湖区教育局", in: $0) }.first)
        try office.run(RecordKin.self, .init(cadre: "彭华", relation: "配偶", unit: unit.code, source: "本人申报"))
        func hits() throws -> [String] {
            try office.run(CheckRecusal.self, .init(cadre: "彭华", unit: unit.code, role: .leader)).answer.rows.map { "\($0)" }
                .filter {
                    $0.contains("RC4")
                }
        }
        let found = try hits().joined()
        #expect(found.contains("配偶"))
        let none = office.refusals { try office.run(RecordKin.self, .init(cadre: "彭华", none: true, source: "本人申报")) }
        #expect(none.map(\.message.key) == ["E-STATE.refusal.kinStand"])
        let kin = try #require(try show("彭华").kin.first)
        let asDiscipline = office.refusals {
            try office.run(
                VoidFact.self, .init(factId: kin.id, reason: "x"), as: Principal(account: "cd", roles: [.disciplineCommission]))
        }
        #expect(asDiscipline.map(\.rule.id) == ["E-NOTFOUND"])
        try office.run(VoidFact.self, .init(factId: kin.id, reason: "登记错人"))
        #expect(try !hits().joined().contains("配偶"))
        #expect(try show("彭华").kin.isEmpty)
        #expect(try district.count("personnel_kin WHERE voidedBy IS NOT NULL AND voidReason = '登记错人'") == 1)
        try office.run(RecordKin.self, .init(cadre: "彭华", none: true, source: "本人申报"))
    }

    @Test func aWrongPostIsTakenBackAndLeavesTheHistory() throws {
        let post = try #require(try show("彭华").posts.first)
        try office.run(VoidFact.self, .init(factId: post.post.id, reason: "单位写错"))
        #expect(try !show("彭华").posts.contains { $0.post.id == post.post.id })
        #expect(try district.count("personnel_post WHERE voidedBy IS NOT NULL") == 1)
        let out = try office.run(ExportCadres.self, .init(out: DownloadName("out.csv")))
        let line = String(decoding: out.document.data, as: UTF8.self).split(whereSeparator: \.isNewline).first {
            $0.contains("彭华,")
        }
        #expect(line?.contains(post.post.unitName) == false)
        let again = office.refusals { try office.run(VoidFact.self, .init(factId: post.post.id, reason: "again")) }
        #expect(again.map(\.rule.id) == ["E-NOTFOUND"])
    }
}
