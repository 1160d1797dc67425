import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// Records: identity numbers, amendments with their history, facts, and two records of one person.
@Suite struct RecordTests {
    private let district: SampleDistrict
    private let organisation = Principal(account: "od", roles: [.organisationDepartment])

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
    }

    private func add(_ name: String, born: String = "1980.01", phone: String? = nil, id: String? = nil, distinct: Bool? = nil)
        throws
    {
        try district.office.run(
            AddCadre.self,
            .init(
                name: name, birthMonth: born, unit: "330106J33", postTitle: "科员", since: "2010.01", phone: phone, idNumber: id,
                source: "干部履历表", distinct: distinct))
    }

    @Test(arguments: [
        ("330106198001010011", IdentityKind.resident, ["R-POL-06.refusal.check"]),
        ("33010619800101001", .resident, ["R-POL-06.refusal.form"]),
        ("330106198002300015", .resident, ["R-POL-06.refusal.check", "R-POL-06.refusal.birth"]), ("E12345678", .passport, []),
        ("护照12345", .passport, ["R-POL-06.refusal.form"]),
    ])
    func identityNumbersAreChecked(number: String, kind: IdentityKind, faults: [String]) throws {
        let born = try #require(YearMonth("1980.01"))
        let found = IdentityNumber.faults(number, kind: kind, born: born).map(\.message.key)
        #expect(found == faults || number == "330106198001010011" && Self.valid(number) && found.isEmpty)
    }

    /// The check digit by the published weights, for making numbers of a test.
    private static func valid(_ number: String) -> Bool {
        let body = String(number.prefix(17))
        return completed(body) == number
    }

    private static func completed(_ body: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    @Test func anIdentityNumberIsSealedMaskedAndTakenOnce() throws {
        let number = Self.completed("33010619800115002")
        try add("甲某", phone: "13900000001", id: number)
        let plain = try district.office.read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM personnel_cadre WHERE name = '甲某'")?.description ?? ""
        }
        #expect(!plain.contains("13900000001") && !plain.contains(number))
        let shown = { (role: Role) in
            try district.office.run(ShowCadre.self, .init(cadre: "甲某"), as: Principal(account: "x", roles: [role])).record
        }
        #expect(try shown(.organisationDepartment).idNumber == number)
        #expect(try shown(.inspectionOffice).idNumber == "**************" + number.suffix(4))
        #expect(try shown(.leadingGroup).phone == "139****0001")
        let refusals = district.office.refusals { try add("乙某", born: "1980.01", id: number) }
        #expect(refusals.map(\.rule.id) == ["E-DUP"])
        let text = district.office.text(try #require(refusals.first).message)
        #expect(text.contains("甲某（1980.01 出生，西湖区财政局"), "who has the number: \(text)")
        let otherBirth = district.office.refusals { try add("丙某", born: "1981.01", id: Self.completed("33010619800115004")) }
        #expect(otherBirth.map(\.message.key) == ["R-POL-06.refusal.birth"])
    }

    @Test func somebodyAlikeIsRefusedUntilSaidToBeAnother() throws {
        try add("甲某", phone: "13900000001")
        let refusals = district.office.refusals { try add("甲某") }
        #expect(refusals.map(\.rule.id) == ["E-DUP"])
        let text = district.office.text(try #require(refusals.first).message)
        #expect(try text.contains("甲某（1980.01 出生，西湖区财政局，id \(district.cadre("甲某").id)"), "\(text)")
        #expect(text.contains("--distinct"))
        try add("甲某", distinct: true)
        #expect(try district.count("personnel_cadre") == 162)
    }

    @Test func anAmendmentKeepsWhatWasThereWithItsSource() throws {
        try district.office.run(
            AmendCadre.self,
            .init(
                cadre: "彭华", unit: "330106J33", postTitle: "副局长", since: "2024.05", managedBy: .district,
                source: "西委干〔2024〕8号", version: 1))
        let detail = try district.office.run(ShowCadre.self, .init(cadre: "彭华"))
        #expect(detail.record.cadre.unitName == "西湖区财政局")
        #expect(detail.posts.map(\.post.unitName) == ["西湖区审计局", "西湖区工商联", "西湖区财政局"])
        #expect(detail.posts[1].post.toMonth == YearMonth("2024.05"))
        #expect(detail.posts[2].source == "西委干〔2024〕8号")
        let changes = detail.facts.filter { $0.fact.kind == .change }
        let strings = district.office.registry.strings
        let told = { (line: FactLine, key: String, language: Language) -> String? in
            FactLine.columns.first { $0.key == key }.map { ValueText(strings: strings, language: language)($0.value(line)) }
        }
        let unit = changes.first { $0.fact.value.hasPrefix("homeUnit") }
        let manager = changes.first { $0.fact.value.hasPrefix("managedBy") }
        #expect(unit.flatMap { told($0, "factValue", .zhHans) } == "工作单位：西湖区财政局")
        #expect(unit.flatMap { told($0, "factDetail", .zhHans) } == "西湖区工商联")
        // Codes are read as words, each reader in their own language.
        #expect(manager.flatMap { told($0, "factValue", .zhHans) } == "管理权限：区管")
        #expect(manager.flatMap { told($0, "factValue", .en) } == "managed by: district")
        let stale = district.office.refusals {
            try district.office.run(AmendCadre.self, .init(cadre: "彭华", rank: "三级调研员", source: "x", version: 1))
        }
        #expect(stale.map(\.rule.id) == ["E-LOCK"])
        #expect(
            district.office.refusals {
                try district.office.run(AmendCadre.self, .init(cadre: "彭华", rank: "三级调研员", source: " "))
            }.map(\.field) == ["source"])
    }

    /// What rosters refuse as a name is none by hand either.
    @Test(arguments: ["=cmd|'/c calc'!A1", "张三（女）", "12345", "张三;李四"]) func aNameIsAName(name: String) throws {
        #expect(district.office.refusals { try add(name) }.map(\.field) == ["name"])
        let amend = { (name: String) in
            try district.office.run(AmendCadre.self, .init(cadre: "彭华", name: name, source: "档案")).row.cadre.name
        }
        #expect(district.office.refusals { _ = try amend(name) }.map(\.field) == ["name"])
        #expect(try amend("彭 桦") == "彭桦", "spaces go as in a roster")
    }

    @Test func everythingWrongWithAnEntryIsSaidAtOnce() throws {
        let refusals = district.office.refusals {
            try district.office.run(
                AddCadre.self,
                .init(
                    name: "", birthMonth: "1980.13", unit: "NOPE", since: "2999.01", phone: "abc", idNumber: "bad", source: "",
                    sourceDate: CalendarDate("2999-01-01")))
        }
        #expect(
            refusals.map(\.field) == ["name", "birthMonth", "unit", "since", "phone", "idNumber", "source", "sourceDate"])
        let amended = district.office.refusals {
            try district.office.run(
                AmendCadre.self,
                .init(
                    cadre: "彭华", birthMonth: "2999.01", unit: "NOPE", since: "1950.01", phone: "abc", idNumber: "bad", source: "")
            )
        }
        #expect(
            amended.map(\.field) == ["birthMonth", "unit", "since", "phone", "idNumber", "source"]
                || amended.map(\.field) == ["birthMonth", "unit", "since", "phone", "idNumber", "source", "since"])
    }

    @Test func everythingWrongWithAPostARelativeAFactOrAServiceIsSaidAtOnce() throws {
        let office = district.office
        let future = CalendarDate("2999-01-01")
        let post = office.refusals {
            try office.run(
                RecordPost.self,
                .init(cadre: "无此人", unit: "NOPE", since: "2012.13", until: "abc", source: " ", sourceDate: future))
        }
        #expect(post.map(\.field) == ["cadre", "unit", "since", "until", "source", "sourceDate"])
        let late = office.refusals {
            try office.run(RecordPost.self, .init(cadre: "彭华", since: "1960.01", until: "2999.01", source: "函"))
        }
        #expect(late.map(\.field) == ["since", "until", "unit"])
        let kin = office.refusals {
            try office.run(
                RecordKin.self,
                .init(cadre: "无此人", relation: "配偶", unit: "NOPE", none: true, source: " ", sourceDate: future))
        }
        #expect(kin.map(\.field) == ["cadre", "unit", "none", "source", "sourceDate"])
        let nobody = office.refusals { try office.run(RecordKin.self, .init(cadre: "彭华", unit: "NOPE", source: "申报")) }
        #expect(nobody.map(\.field) == ["unit", "relation"])
        let fact = office.refusals {
            try office.run(
                RecordFact.self,
                .init(
                    cadre: "无此人", fact: .sanction, value: " ", unit: "NOPE", from: CalendarDate("2020-01-02"),
                    to: CalendarDate("2020-01-01"), source: " "))
        }
        #expect(fact.map(\.field) == ["cadre", "unit", "value", "to", "fact", "source"])
        let service = office.refusals {
            try office.run(
                RecordService.self,
                .init(
                    cadre: "无此人", round: " ", role: .inspector, units: ["NOPE", "330106J33", "NADA"],
                    from: try #require(CalendarDate("2999-01-02")), to: try #require(future), source: " "))
        }
        #expect(service.map(\.field) == ["cadre", "round", "units", "units", "to", "to", "source"])
        #expect(try district.count("personnel_roster") == 1, "nothing is half saved")
    }

    @Test func aPostDoesNotBeginBeforeTheOneItEnds() throws {
        let refusals = district.office.refusals {
            try district.office.run(
                AmendCadre.self, .init(cadre: "彭华", unit: "330106J33", postTitle: "副局长", since: "2005.01", source: "任免文件"))
        }
        #expect(refusals.map(\.message.key) == ["E-VAL.refusal.sinceBeforePost"])
        #expect(try district.office.run(ShowCadre.self, .init(cadre: "彭华")).posts.count == 2)
    }

    @Test func aMonthOfBirthThatTheKeptNumberContradictsIsRefused() throws {
        try add("甲某", id: Self.completed("33010619800115002"))
        let refusals = district.office.refusals {
            try district.office.run(AmendCadre.self, .init(cadre: "甲某", birthMonth: "1981.01", source: "档案"))
        }
        #expect(refusals.map(\.message.key) == ["R-POL-06.refusal.birth"] && refusals.map(\.field) == ["birthMonth"])
        try add("乙某")
        try district.office.run(AmendCadre.self, .init(cadre: "乙某", birthMonth: "1981.01", source: "档案"))
    }

    @Test func anAmendmentThatLeavesThePostLeavesTheHistory() throws {
        let amend = { (title: String?, since: String?) in
            try district.office.run(
                AmendCadre.self,
                .init(cadre: "彭华", postTitle: title, since: since, managedBy: .district, source: "任免文件"))
        }
        let posts = { try district.office.run(ShowCadre.self, .init(cadre: "彭华")).posts.map(\.post) }
        let before = try posts()
        _ = try amend("科长", nil)
        #expect(try posts().map(\.id) == before.map(\.id), "the same title moves nobody")
        _ = try amend("副主席", "2006.12")
        #expect(try posts().map(\.id) == before.map(\.id) && posts().last?.title == "副主席", "the same start is the same post")
        #expect(try posts().last?.toMonth == nil)
        _ = try amend("主席", "2024.05")
        #expect(try posts().count == before.count + 1)
    }

    @Test func sanctionsAreForFewEyes() throws {
        let record = { (principal: Principal?) in
            try district.office.run(
                RecordFact.self,
                .init(cadre: "彭华", fact: .sanction, value: "党内警告", from: CalendarDate("2026-01-01"), source: "决定"),
                as: principal)
        }
        #expect(district.office.refusals { _ = try record(nil) }.map(\.rule.id) == ["E-PERM"])
        _ = try record(organisation)
        let seen = { (principal: Principal?) in
            try district.office.run(ShowCadre.self, .init(cadre: "彭华"), as: principal).facts.count { $0.fact.kind == .sanction }
        }
        #expect(try seen(nil) == 0)
        #expect(try seen(organisation) == 1)
    }

    @Test func twoRecordsOfOnePersonAreFoundByMoreThanTheNameAndMergedWithNothingLost() throws {
        #expect(try district.office.run(ListDuplicates.self, .init()).rows.isEmpty)
        try add("彭华", born: "1981.07", phone: "13800001933", distinct: true)
        try add("史某", born: "1990.01", phone: "13900000009")
        let pairs = try district.office.run(ListDuplicates.self, .init()).rows
        #expect(pairs.map { "\($0.first.name)" } == ["彭华"])
        #expect(pairs.first?.agrees == [.name, .phone])
        let (kept, gone) = (try #require(pairs.first).first, try #require(pairs.first).second)
        try district.office.run(
            RecordFact.self, .init(cadre: "\(gone.id)", fact: .assessment, value: "优秀", source: "考核表"))
        try district.office.run(
            MergeCadres.self, .init(cadre: "\(kept.id)", duplicate: "\(gone.id)", reason: "本人确认为同一人"))
        let detail = try district.office.run(ShowCadre.self, .init(cadre: "\(gone.id)"))
        #expect(detail.record.cadre.id == kept.id)
        #expect(detail.posts.map(\.post.unitName).contains("西湖区财政局"))
        #expect(detail.facts.contains { $0.fact.kind == .assessment })
        #expect(detail.facts.contains { $0.fact.kind == .merge && $0.fact.value == "birthMonth: 1981.07" })
        #expect(try district.office.run(ListDuplicates.self, .init()).rows.isEmpty)
        #expect(try district.office.run(ListCadres.self, .init(words: "彭华")).rows.count == 1)
        #expect(try district.count("personnel_cadre") == 162)
    }

    @Test func twoPeopleAreToldApartOnce() throws {
        try add("彭华", born: "1981.06", distinct: true)
        let pair = try #require(try district.office.run(ListDuplicates.self, .init()).rows.first)
        try district.office.run(
            DistinguishCadres.self, .init(cadre: "\(pair.first.id)", other: "\(pair.second.id)", reason: "身份证号不同"))
        #expect(try district.office.run(ListDuplicates.self, .init()).rows.isEmpty)
    }

    @Test func theRosterThatIsWrittenIsReadAgain() throws {
        let out = try district.office.run(ExportCadres.self, .init(out: DownloadName("out.csv")))
        let fresh = try SampleDistrict()
        let outcome = try fresh.importRoster(
            Upload(name: "out.csv", data: out.document.data), rosterDate: CalendarDate("2024-06-30"))
        #expect(outcome["saved"] == 160)
        for name in ["江洋", "郝磊", "石浩"] {
            let before = try district.office.run(ShowCadre.self, .init(cadre: name))
            let after = try fresh.office.run(ShowCadre.self, .init(cadre: name))
            #expect(before.posts.map(\.post.fromMonth) == after.posts.map(\.post.fromMonth))
            #expect(before.record.phone == after.record.phone)
            #expect(before.pools.map(\.pool) == after.pools.map(\.pool))
        }
    }

    @Test func aFactThatEndsBeforeItBeginsIsHandedBack() throws {
        let rows = "姓名,出生年月,事项,内容,起,止\n彭华,1981.06,教育经历,研究生,2004.06,2001.09\n"
        let file = Upload(name: "facts.csv", data: Data(rows.utf8))
        let refused = district.office.refusals { try district.office.run(ImportFacts.self, .init(file: file)) }
        #expect(refused.map(\.message.key) == ["E-VAL.refusal.period"])
        let late = CalendarDate(district.office.clock.now).adding(days: 1)
        let future = district.office.refusals {
            try district.office.run(ImportFacts.self, .init(file: file, rosterDate: late))
        }
        #expect(future.map(\.field) == ["rosterDate"])
    }

    private func facts(_ rows: String...) -> Upload {
        Upload(name: "facts.csv", data: Data((["姓名,出生年月,事项,内容,补充,单位,人员,起,止"] + rows).joined(separator: "\n").utf8))
    }

    @Test func aFactThatIsThereIsNotSavedAgain() throws {
        let file = facts("彭华,1981.06,年度考核,优秀,,,,2023.12,", "彭华,1981.06,教育经历,研究生,会计学,浙江大学,王导师,2001.09,2004.06")
        let twice = facts("彭华,1981.06,年度考核,称职,,,,2022.12,", "彭华,1981.06,年度考核,称职,,,,2022.12,")
        #expect(try district.office.run(ImportFacts.self, .init(file: file))["saved"] == 2)
        let again = try district.office.run(ImportFacts.self, .init(file: file))
        #expect(again["saved"] == 0 && again["known"] == 2 && again["refused"] == 0)
        #expect(again.faults.map(\.message.key) == ["personnel.facts.known", "personnel.facts.known"])
        #expect(try district.office.run(ImportFacts.self, .init(file: twice))["saved"] == 1)
        let record = {
            try district.office.run(
                RecordFact.self,
                .init(cadre: "彭华", fact: .assessment, value: "优秀", from: CalendarDate("2023-12-01"), source: "考核表"))
        }
        let refusals = district.office.refusals { _ = try record() }
        #expect(refusals.map(\.message.key) == ["E-DUP.refusal.fact"])
        #expect(refusals.first?.message.arguments["source"] == .text("facts.csv"))
        let seen = try district.office.run(ShowCadre.self, .init(cadre: "彭华")).facts
        #expect(seen.count == 3)
        // What was taken back is no longer there.
        let wrong = try #require(seen.first { $0.fact.value == "优秀" }?.fact.id)
        try district.office.run(VoidFact.self, .init(factId: wrong, reason: "录错"))
        _ = try record()
    }

    /// The same by hand and in a table.
    @Test(
        arguments: [
            (FactKind.education, "大学", "2005-09-01", "2001-06-01", ["period"]),
            (.assessment, "优秀", "2033-12-01", nil, ["dayFuture"]),
            (.assessment, "随便写", "2033-12-01", nil, ["dayFuture", "assessment"]),
            (.assessment, "良好", "2023-12-01", nil, ["assessment"]),
            (.education, "大学", "1975-09-01", "2001-06-01", ["beforeBirth"]), (.education, "大学", "2001-09-01", "2005-06-01", []),
            (.education, "博士", "2025-09-01", "2029-06-01", []), (.assessment, "不定等次", "2023-12-01", nil, []),
        ] as [(FactKind, String, String, String?, [String])])
    func aFactIsCheckedHoweverItComesIn(kind: FactKind, value: String, from: String, to: String?, faults: [String]) throws {
        let keys = faults.map { "E-VAL.refusal.\($0)" }
        let byHand = district.office.refusals {
            try district.office.run(
                RecordFact.self,
                .init(
                    cadre: "彭华", fact: kind, value: value, from: CalendarDate(from), to: to.flatMap { CalendarDate($0) },
                    source: "表"))
        }
        #expect(byHand.map(\.message.key) == keys)
        let word = kind == .education ? "教育经历" : "年度考核"
        let inTable = district.office.refusals {
            try district.office.run(
                ImportFacts.self, .init(file: facts("彭华,1981.06,\(word),\(value),补充,,,\(from),\(to ?? "")"), dryRun: true))
        }
        #expect(inTable.map(\.message.key) == keys)
    }

    @Test func anOfficeAddsItsWordsOfAssessment() throws {
        let record = {
            try district.office.run(RecordFact.self, .init(cadre: "彭华", fact: .assessment, value: "合格", source: "考核表"))
        }
        #expect(district.office.refusals { _ = try record() }.map(\.message.key) == ["E-VAL.refusal.assessment"])
        try district.office.run(SetWords.self, .init(list: .assessments, words: "优秀 合格 基本合格 不合格", reason: "事业单位"))
        _ = try record()
    }

    @Test func aTableOfFactsIsImported() throws {
        let rows = """
            姓名,出生年月,事项,内容,补充,单位,人员,起,止
            彭华,1981.06,教育经历,研究生,会计学,浙江大学,王导师,2001.09,2004.06
            彭华,1981.06,年度考核,优秀,,,,2023.12,
            无此人,1981.06,年度考核,优秀,,,,2023.12,
            """
        let file = Upload(name: "facts.csv", data: Data(rows.utf8))
        let refused = district.office.refusals { try district.office.run(ImportFacts.self, .init(file: file)) }
        #expect(refused.map(\.message.key) == ["personnel.facts.nobody"])
        let outcome = try district.office.run(ImportFacts.self, .init(file: file, partial: true))
        #expect(outcome["saved"] == 2)
        let facts = try district.office.run(ShowCadre.self, .init(cadre: "彭华")).facts
        #expect(facts.map(\.source) == ["facts.csv", "facts.csv"])
        #expect(facts.contains { $0.fact.person == "王导师" && $0.fact.fromDay == CalendarDate("2001-09-01") })
    }
}
