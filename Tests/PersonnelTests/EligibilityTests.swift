import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// Who may come into a pool: each criterion with its facts.
@Suite struct EligibilityTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }
    private let discipline = Principal(account: "cd", roles: [.disciplineCommission])

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
    }

    @Test func eachCriterionIsAnsweredWithItsFacts() throws {
        #expect(
            try district.verdicts("郝磊") == [
                "districtManaged unknown", "inService pass", "experience pass", "severalPosts pass", "age setup",
                "integrity pass",
            ])
        try district.qualify("郝磊")
        #expect(try district.verdicts("郝磊").allSatisfy { $0.hasSuffix("pass") })
        let lines = try office.run(CheckEligibility.self, .init(cadre: "郝磊", pool: .leader)).rows
        for line in lines {
            for language in Language.allCases { #expect(!office.text(line.facts, in: language).contains("{")) }
        }
        #expect(office.text(try #require(lines.first { $0.criterion == .experience }).facts).contains("西湖区纪委监委"))
    }

    static let failures: [(String, @Sendable (inout EligibilityFacts) -> Void, Criterion, CriterionVerdict)] = [
        ("city", { $0.cadre.managedBy = .city }, .districtManaged, .fail),
        ("left", { $0.cadre.inService = false }, .inService, .fail),
        ("noHistory", { $0.posts = [] }, .experience, .unknown), ("noDiscipline", { $0.posts.removeFirst() }, .experience, .fail),
        ("onePost", { $0.posts.removeLast() }, .severalPosts, .fail),
        ("old", { $0.cadre.birthMonth = YearMonth("1960.01") ?? $0.cadre.birthMonth }, .age, .fail),
        ("sanction", { $0.facts = [Self.sanction(until: "2027-01-01")] }, .integrity, .fail),
    ]

    private static func sanction(until: String) -> Fact {
        let id = UniqueID(milliseconds: 1, counter: 1, random: 1)
        var fact = Fact(id: id, cadreId: id, kind: .sanction, value: "警告", rosterId: id, recordedBy: "x")
        fact.fromDay = CalendarDate("2025-06-01")
        fact.toDay = CalendarDate(until)
        return fact
    }

    private static func facts() throws -> EligibilityFacts {
        let id = UniqueID(milliseconds: 1, counter: 1, random: 1)
        let day = try #require(CalendarDate("2026-03-01"))
        var cadre = Cadre(
            id: id, name: "张三", born: try #require(YearMonth("1980.01")), unit: nil, unitName: "乙局", roster: id)
        cadre.managedBy = .district
        let posts = [
            PostSpan(unitId: nil, unitName: "区纪委监委", title: "科员", from: YearMonth(day), to: YearMonth(day)),
            PostSpan(unitId: nil, unitName: "乙局", title: "局长", from: YearMonth(day), to: nil),
        ]
        return EligibilityFacts(cadre: cadre, posts: posts, facts: [], recordDate: day, today: day)
    }

    @Test(arguments: failures.indices) func oneCriterionFailsAndIsNamed(index: Int) throws {
        let settings = PersonnelSettings([(PersonnelSettings.leaderAge, 55)])
        var facts = try Self.facts()
        #expect(Eligibility.lines(facts, for: .leader, settings).allSatisfy { $0.verdict == .pass })
        let (_, change, criterion, verdict) = Self.failures[index]
        change(&facts)
        let found = Eligibility.lines(facts, for: .leader, settings).first { $0.criterion == criterion }
        #expect(found?.verdict == verdict)
    }

    @Test(arguments: [
        ("西湖区纪委监委", "科员", true), ("文新街道", "纪工委副书记", true), ("双浦镇", "纪委书记", true), ("西湖区卫健局", "机关纪委委员", true),
        ("区纪委监委派驻第二纪检监察组", "副组长", true), ("中共西湖区纪律检查委员会", "干部", true), ("转塘街道", "监察办公室主任", true),
        ("西湖区监察委员会", "干部", true), ("西湖区劳动保障监察大队", "副大队长", false), ("西溪街道", "派驻市场监管所所长", false),
        ("西湖区市场监督管理局", "科员", false), ("文新街道", "党工委副书记", false), ("西湖区委组织部", "科员", true), ("翠苑街道", "党组织书记", false),
    ]) func disciplineAndOrganisationWorkIsToldByUnitAndPost(unit: String, title: String, passes: Bool) throws {
        var facts = try Self.facts()
        let day = try #require(YearMonth("2010.01"))
        facts.posts = [PostSpan(unitId: nil, unitName: unit, title: title, from: day, to: nil)]
        let line = Eligibility.lines(facts, for: .leader, PersonnelSettings()).first { $0.criterion == .experience }
        #expect(line?.verdict == (passes ? .pass : .fail))
    }

    /// Everybody of the sample's two pools who shows discipline or organisation work, looked through by hand: twelve of them by a street's
    /// discipline committee (纪工委) alone, as the second list says.
    @Test func theSampleShowsWhoHasTheExperience() throws {
        func passing() throws -> Set<String> {
            var names: Set<String> = []
            for pool in [PoolKind.leader, .deputy] {
                for line in try office.run(ListPool.self, .init(pool: pool, limit: 1000)).rows {
                    let lines = try office.run(CheckEligibility.self, .init(cadre: "\(line.cadre.id)", pool: pool)).rows
                    if lines.contains(where: { $0.criterion == .experience && $0.verdict == .pass }) {
                        names.insert(line.cadre.name)
                    }
                }
            }
            return names
        }
        let streets: Set = [
            "欧阳明哲", "周超", "杜淑华", "康雅婷", "田英", "常俊", "孟英", "熊霞", "余冬梅", "常明哲", "乔丽", "龙静",
        ]
        let all = try passing()
        #expect(all == streets.union(["郝磊", "史鹏", "乔洁", "高振宇", "文子涵", "龚兰"]))
        try office.run(SetWords.self, .init(list: .discipline, words: "纪委 监委 纪检 监察", reason: "比较"))
        #expect(try all.subtracting(passing()) == streets)
    }

    @Test func aSanctionThatIsOverIsNoObstacle() throws {
        var facts = try Self.facts()
        facts.facts = [Self.sanction(until: "2026-02-28")]
        let line = Eligibility.lines(facts, for: .inspector, PersonnelSettings()).first
        #expect(line?.verdict == .pass)
    }

    @Test func aNomineeWhoFailsIsRefusedNamingTheCriteria() throws {
        let refusals = office.refusals {
            try office.run(NominateForPool.self, .init(cadre: "彭华", pool: .leader, route: .committeeSelection, basis: "会议纪要"))
        }
        #expect(refusals.map(\.rule.id) == ["R-POL-01"])
        #expect(
            refusals.first?.message.arguments["criteria"]
                == .keys(["criterion.districtManaged", "criterion.experience", "criterion.age"]))
    }

    @Test func whatIsAgainstSomebodyIsNotSaid() throws {
        try office.run(
            RecordFact.self, .init(cadre: "彭华", fact: .investigation, value: "立案审查", source: "通报"), as: discipline)
        let refusals = office.refusals {
            try office.run(NominateForPool.self, .init(cadre: "彭华", pool: .deputy, route: .recommendation, basis: "推荐信"))
        }
        #expect(refusals.map(\.rule.id).contains("R-POL-02"))
        #expect(!refusals.contains { office.text($0.message).contains("审查") })
        let seen = { (principal: Principal?) in
            try office.run(CheckEligibility.self, .init(cadre: "彭华", pool: .leader), as: principal).rows.map {
                office.text($0.facts)
            }
            .joined()
        }
        #expect(try !seen(nil).contains("立案审查"))
        #expect(try seen(discipline).contains("立案审查"))
    }

    @Test func aCriterionIsAsOfTheSourceThatLastSaidIt() throws {
        let dates = { () -> [Criterion: CalendarDate] in
            try office.run(CheckEligibility.self, .init(cadre: "郝磊", pool: .leader)).rows.reduce(into: [:]) {
                $0[$1.criterion] = $1.asOf
            }
        }
        let rostered = try #require(try dates()[.severalPosts])
        let said = try #require(CalendarDate("2026-02-03")), later = try #require(CalendarDate("2026-02-05"))
        try office.run(
            AmendCadre.self, .init(cadre: "郝磊", managedBy: .district, source: "区管干部名册", sourceDate: said))
        try office.run(
            RecordPost.self,
            .init(
                cadre: "郝磊", unit: "330106J05", postTitle: "借调", since: "2012.03", until: "2012.12", source: "函",
                sourceDate: later))
        let found = try dates()
        #expect(rostered < said && found[.districtManaged] == said)
        #expect(found[.inService] == later && found[.severalPosts] == later)
        try office.run(AmendCadre.self, .init(cadre: "郝磊", inService: true, source: "区管干部名册", sourceDate: said))
        #expect(try dates()[.inService] == said)
    }
}
