import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// Eligibility and pools.
@Suite struct PoolTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }
    private let organisation = Principal(account: "od", roles: [.organisationDepartment])
    private let discipline = Principal(account: "cd", roles: [.disciplineCommission])
    private let committee = Principal(account: "dc", roles: [.districtCommittee])
    private let group = Principal(account: "lg", roles: [.leadingGroup])

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
    }

    private func verdicts(_ cadre: String, _ pool: PoolKind = .leader, as principal: Principal? = nil) throws -> [String] {
        try office.run(CheckEligibility.self, .init(cadre: cadre, pool: pool), as: principal).rows.map {
            "\($0.criterion.rawValue) \($0.verdict.rawValue)"
        }
    }

    private func qualify(_ cadre: String) throws {
        try office.run(DecideSetting.self, .init(setting: "personnel.leaderAgeCeiling", value: 57, reason: "区委研究"))
        try office.run(AmendCadre.self, .init(cadre: cadre, managedBy: .district, inService: true, source: "区管干部名册"))
    }

    @Test func eachCriterionIsAnsweredWithItsFacts() throws {
        #expect(
            try verdicts("郝磊") == [
                "districtManaged unknown", "inService pass", "experience pass", "severalPosts pass", "age setup",
                "integrity pass",
            ])
        try qualify("郝磊")
        #expect(try verdicts("郝磊").allSatisfy { $0.hasSuffix("pass") })
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

    @Test func aLeaderComesInStepByStepAndByDifferentPeople() throws {
        // Somebody of the deputies who meets the criteria.
        try qualify("郝磊")
        try office.run(
            AdvancePool.self, .init(cadre: "郝磊", pool: .leader, to: .exited, exit: .postChange, reason: "调任"))
        try office.run(NominateForPool.self, .init(cadre: "郝磊", pool: .leader, route: .committeeSelection, basis: "会议纪要"))
        let vet = { (principal: Principal) in
            try office.run(AdvancePool.self, .init(cadre: "郝磊", pool: .leader, to: .vetted), as: principal)
        }
        #expect(office.refusals { _ = try vet(organisation) }.map(\.message.key) == ["E-STATE.refusal.noOpinion"])
        try office.run(
            GiveOpinion.self, .init(cadre: "郝磊", pool: .leader, opinion: .clear, document: "廉复〔2026〕1号"), as: discipline)
        let nominator = Principal(account: office.office.account, roles: [.organisationDepartment])
        #expect(office.refusals { _ = try vet(nominator) }.map(\.rule.id) == ["R-SEP-01"])
        _ = try vet(organisation)
        let admit = { (principal: Principal, document: String?) in
            try office.run(
                AdvancePool.self, .init(cadre: "郝磊", pool: .leader, to: .admitted, document: document), as: principal)
        }
        #expect(office.refusals { _ = try admit(group, "x") }.map(\.rule.id) == ["E-PERM"])
        #expect(office.refusals { _ = try admit(committee, nil) }.map(\.field) == ["document"])
        let same = Principal(account: "od", roles: [.districtCommittee])
        #expect(office.refusals { _ = try admit(same, "x") }.map(\.rule.id) == ["R-SEP-01"])
        let line = try admit(committee, "西委〔2026〕2号").row
        #expect(line.membership.state == .admitted)
        #expect(line.membership.reviewDue == line.membership.admittedOn?.adding(months: 24))
        let steps = try office.run(PoolHistory.self, .init(cadre: "郝磊", pool: .leader)).rows.map(\.step)
        #expect(steps == ["takenOver", "exited", "nominated", "opinion", "vetted", "admitted"])
    }

    @Test func whoLeftForDisciplineDoesNotComeBack() throws {
        try office.run(
            AdvancePool.self,
            .init(cadre: "彭华", pool: .inspector, to: .exited, document: "西纪〔2026〕9号", exit: .discipline, reason: "受处分"),
            as: group)
        for pool in PoolKind.allCases {
            let refusals = office.refusals {
                try office.run(NominateForPool.self, .init(cadre: "彭华", pool: pool, route: .recommendation, basis: "推荐"))
            }
            #expect(refusals.map(\.rule.id).contains("R-POL-05"))
        }
        #expect(try office.run(ListPool.self, .init(pool: .inspector, limit: 1000)).rows.allSatisfy { $0.cadre.name != "彭华" })
        for state in [PoolState.admitted, .nominated, .vetted] {
            let refusals = office.refusals {
                try office.run(AdvancePool.self, .init(cadre: "彭华", pool: .inspector, to: state, document: "x"))
            }
            #expect(refusals.map(\.rule.id) == ["R-POL-05"], "no step is offered that cannot be taken")
        }
    }

    @Test func leavingForDisciplineRestsOnADocumentAndAReason() throws {
        let refusals = office.refusals {
            try office.run(AdvancePool.self, .init(cadre: "彭华", pool: .inspector, to: .exited, document: " ", exit: .discipline))
        }
        #expect(refusals.map(\.field) == ["document", "reason"])
        #expect(refusals.allSatisfy { $0.rule == PersonnelRules.noReturn })
        // Whoever retires needs neither.
        try office.run(AdvancePool.self, .init(cadre: "彭华", pool: .inspector, to: .exited, exit: .retirement))
    }

    @Test func whoLeavesForDisciplineLeavesEveryPool() throws {
        try office.run(DecideSetting.self, .init(setting: "personnel.deputyAgeCeiling", value: 57, reason: "区委研究"))
        try qualify("郝磊")
        try office.run(NominateForPool.self, .init(cadre: "郝磊", pool: .deputy, route: .committeeSelection, basis: "会议纪要"))
        try office.run(NominateForPool.self, .init(cadre: "郝磊", pool: .inspector, route: .recommendation, basis: "推荐信"))
        let exit = { (principal: Principal?) in
            try office.run(
                AdvancePool.self,
                .init(
                    cadre: "郝磊", pool: .deputy, to: .exited, document: "西纪〔2026〕9号", exit: .discipline, reason: "受处分"),
                as: principal)
        }
        // The organisation department ends nominations only.
        #expect(office.refusals { _ = try exit(organisation) }.map(\.rule.id) == ["E-PERM"])
        _ = try exit(group)
        for pool in PoolKind.allCases {
            let step = try #require(try office.run(PoolHistory.self, .init(cadre: "郝磊", pool: pool)).rows.last)
            #expect(step.step == "exited" && step.document == "西纪〔2026〕9号" && step.reason == "受处分")
        }
        let states = try office.run(ShowCadre.self, .init(cadre: "郝磊")).pools
        #expect(states.allSatisfy { $0.state == .exited && $0.exitReason == .discipline } && states.count == 3)
    }

    @Test func whoeverLeftForDisciplineIsBarredFromWhatIsLeftOpen() throws {
        try qualify("郝磊")
        // As files say in which only one membership was closed.
        try office.dispatcher.store.write(owner: "personnel") { db in
            try db.execute(
                sql: """
                    INSERT INTO personnel_pool_membership (id, version, cadreId, pool, route, state, roundsServed, rosterId, exitReason)
                    SELECT randomblob(16), 1, cadreId, 'deputy', route, 'exited', 0, rosterId, 'discipline'
                    FROM personnel_pool_membership
                    WHERE cadreId = (SELECT id FROM personnel_cadre WHERE name = '郝磊') AND pool = 'leader'
                    """)
        }
        let cadre = try district.cadre("郝磊")
        #expect(try verdicts("郝磊").last == "noReturn fail")
        try office.dispatcher.store.write(owner: "personnel") { db in
            try db.execute(
                sql: """
                    UPDATE personnel_pool_membership SET state = 'nominated', opinion = 'clear'
                    WHERE cadreId = ? AND pool = 'leader'
                    """, arguments: [cadre.id])
        }
        let refusals = office.refusals {
            try office.run(AdvancePool.self, .init(cadre: "郝磊", pool: .leader, to: .vetted), as: organisation)
        }
        #expect(refusals.map(\.rule.id) == ["R-POL-05"])
    }

    @Test func aReviewAsksWhatAdmissionAsks() throws {
        let review = { (pool: PoolKind) in
            try office.run(ReviewPool.self, .init(cadre: "郝磊", pool: pool, reason: "两年期满")).row
        }
        #expect(office.refusals { _ = try review(.leader) }.map(\.rule.id) == ["R-POL-01"], "who manages him is not on record")
        try qualify("郝磊")
        let line = try review(.leader)
        #expect(line.membership.reviewDue == CalendarDate(office.clock.now).adding(months: 24))
        try office.run(
            RecordFact.self, .init(cadre: "郝磊", fact: .investigation, value: "立案审查", source: "通报"), as: discipline)
        let refusals = office.refusals { _ = try review(.leader) }
        #expect(refusals.map(\.rule.id) == ["R-POL-02"])
        #expect(!refusals.contains { office.text($0.message).contains("审查") })
    }

    /// Taken over from a roster, a membership is reviewed by the day of the roster that says it.
    @Test func whoWasTakenOverIsDueForReviewToo() throws {
        let rostered = try office.read { db in
            try #require(try CalendarDate.fetchOne(db, sql: "SELECT max(rosterDate) FROM personnel_roster"))
        }
        let due = rostered.adding(months: 24)
        let before = try office.run(ListPool.self, .init(pool: .leader, due: due.adding(days: -1))).rows
        let lines = try office.run(ListPool.self, .init(pool: .leader, due: due)).rows
        #expect(before.isEmpty && lines.count == 18 && lines.allSatisfy { $0.membership.reviewDue == due })
        #expect(try office.run(ShowCadre.self, .init(cadre: "郝磊")).pools.first?.reviewDue == due)
        try office.run(DecideSetting.self, .init(setting: "personnel.reviewMonths", value: 12, reason: "缩短周期"))
        let sooner = try office.run(ListPool.self, .init(pool: .leader, due: rostered.adding(months: 12))).rows
        #expect(sooner.count == 18)
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

    @Test(arguments: [
        (PoolState.nominated, [PoolState.vetted, .exited]), (.vetted, [.admitted, .exited]),
        (.admitted, [.onAssignment, .cooling, .exited]), (.onAssignment, [.admitted]), (.cooling, [.admitted, .exited]),
        (.exited, [.nominated]),
    ])
    func theStatesFollowTheTable(from: PoolState, to: [PoolState]) {
        #expect(PoolStates.table.next(after: from) == to)
    }

    @Test func everythingAgainstANomineeIsSaidAtOnce() throws {
        let refusals = { (obstacles: [Refusal]) in
            let id = UniqueID(milliseconds: 1, counter: 1, random: 1)
            var membership = PoolMembership(
                id: id, version: 1, cadreId: id, pool: .leader, route: .recommendation, state: .vetted, roundsServed: 0,
                rosterId: id)
            membership.vettedBy = "od"
            return office.refusals {
                try PoolStates.table.check(
                    from: .vetted, to: .admitted, by: committee,
                    facts: PoolFacts(
                        membership: membership, principal: committee, today: CalendarDate(office.clock.now), document: nil,
                        obstacles: obstacles))
            }.map(\.rule.id)
        }
        #expect(refusals([]) == ["E-VAL"])
        let rules = [PersonnelRules.eligibility, PersonnelRules.integrity, PersonnelRules.noReturn]
        #expect(refusals(rules.map { $0.refused() }) == ["E-VAL", "R-POL-01", "R-POL-02", "R-POL-05"])
    }

    @Test func whoServesComesBackWithTheTeamsEnd() throws {
        let cadre = try district.cadre("彭华").id
        let assign = { try office.run(AdvancePool.self, .init(cadre: "彭华", pool: .inspector, to: .onAssignment)) }
        #expect(office.refusals { _ = try assign() }.map(\.message.key) == ["E-STATE.refusal.notServing"])
        try office.dispatcher.store.write(owner: "personnel") { db in
            try Service(
                id: UniqueID(milliseconds: 1, counter: 1, random: 1), version: 1, cadreId: cadre, round: "14-3", team: "14-3-1",
                role: .inspector, startsOn: .earliest
            ).insert(db)
        }
        _ = try assign()
        let back = { try office.run(AdvancePool.self, .init(cadre: "彭华", pool: .inspector, to: .admitted)) }
        #expect(office.refusals { _ = try back() }.map(\.message.key) == ["E-STATE.refusal.inTeam"])
        try office.dispatcher.store.write(owner: "personnel") {
            try $0.execute(sql: "UPDATE personnel_service SET endedOn = startsOn")
        }
        _ = try back()
    }

    @Test func onlyWhoIsInAPoolDeclines() throws {
        try office.run(AdvancePool.self, .init(cadre: "彭华", pool: .inspector, to: .exited, exit: .health))
        let refusals = office.refusals {
            try office.run(RefuseAssignment.self, .init(cadre: "彭华", pool: .inspector, reason: "身体原因"))
        }
        #expect(refusals.map(\.message.key) == ["E-STATE.refusal.poolState"])
    }

    @Test func restAndCapacity() throws {
        let until = office.dispatcher.time.now()
        let today = CalendarDate(until)
        let rest = { (day: CalendarDate?) in
            try office.run(AdvancePool.self, .init(cadre: "彭华", pool: .inspector, to: .cooling, until: day))
        }
        #expect(office.refusals { _ = try rest(nil) }.map(\.field) == ["until"])
        _ = try rest(today.adding(days: 30))
        let free = { (day: CalendarDate) in
            try office.run(PoolCapacity.self, .init(pool: .inspector, on: day)).rows.first { $0.line.cadre.name == "彭华" }?.isFree
        }
        #expect(try free(today) == false)
        #expect(try free(today.adding(days: 30)) == true)
        #expect(
            office.refusals {
                try office.run(AdvancePool.self, .init(cadre: "彭华", pool: .inspector, to: .admitted))
            }.map(\.message.key) == ["E-STATE.refusal.resting"])
    }

    /// Who is still on assignment after the planned end is not free: the team is not done.
    @Test func whoServesOnIsNotFree() throws {
        let today = CalendarDate(office.dispatcher.time.now())
        try office.run(
            RecordService.self,
            .init(
                cadre: "彭华", round: "14-1", role: .inspector, from: today.adding(days: -90), to: today.adding(days: -1),
                source: "档案"))
        func free(plannedEnd: CalendarDate, on day: CalendarDate) throws -> Bool? {
            try office.dispatcher.store.write(owner: "personnel") { db in
                try db.execute(
                    sql: "UPDATE personnel_service SET endedOn = NULL, plannedEnd = ? WHERE round = '14-1'",
                    arguments: [plannedEnd])
            }
            return try office.run(PoolCapacity.self, .init(pool: .inspector, on: day)).rows
                .first { $0.line.cadre.name == "彭华" }?.isFree
        }
        #expect(try free(plannedEnd: today.adding(days: -10), on: today) == false)
        #expect(try free(plannedEnd: today.adding(days: -10), on: today.adding(days: 100)) == false)
        #expect(try free(plannedEnd: today.adding(days: 10), on: today.adding(days: 20)) == true)
        #expect(try free(plannedEnd: today.adding(days: 10), on: today) == false)
    }

    @Test func aPoolIsListedInPages() throws {
        let whole = try office.run(ListPool.self, .init(pool: .inspector, limit: 1000)).rows.map(\.cadre.id)
        var paged: [UniqueID] = [], after: String?
        repeat {
            let page = try office.run(ListPool.self, .init(pool: .inspector, limit: 20, after: after))
            paged += page.rows.map(\.cadre.id)
            after = page.next
        } while after != nil
        #expect(paged == whole)
        #expect(try office.run(ListPool.self, .init(pool: .leader)).rows.count == 18)
        let queries = { (limit: Int) in
            try district.queries { _ = try office.run(ListPool.self, .init(pool: .inspector, limit: limit)) }
        }
        _ = try queries(1)
        #expect(try queries(2) == queries(1000))
    }

    @Test func formF36NamesThePoolAndTheExperience() throws {
        let sheet = try office.run(ExportForm.self, .init(form: .pool, out: DownloadName("f.html"), pool: .leader))
        let text = String(decoding: sheet.document.data, as: UTF8.self)
        #expect(text.contains("组长库名册") && text.contains("纪检/组织经历") && text.contains("多岗位经历"))
        #expect(text.contains("西湖区纪委监委"))
    }
}
