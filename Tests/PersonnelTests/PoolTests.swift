import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// Pools: the way in, the states, leaving and reviews.
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

    @Test func aLeaderComesInStepByStepAndByDifferentPeople() throws {
        // Somebody of the deputies who meets the criteria.
        try district.qualify("郝磊")
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
        try district.qualify("郝磊")
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
        try district.qualify("郝磊")
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
        #expect(try district.verdicts("郝磊").last == "noReturn fail")
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
        try district.qualify("郝磊")
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
