import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// Two records of one person: what either says is kept, whichever of the two stays.
@Suite struct MergeTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }
    private let kept: UniqueID
    private let gone: UniqueID

    init() throws {
        district = try SampleDistrict()
        kept = try Self.add("甲某", to: district)
        gone = try Self.add("乙某", to: district)
    }

    private static func add(_ name: String, to district: SampleDistrict) throws -> UniqueID {
        try district.office.run(
            AddCadre.self,
            .init(name: name, birthMonth: "1985.05", unit: "330106J33", postTitle: "科员", since: "2010.01", source: "履历")
        ).row.cadre.id
    }

    private func merge() throws {
        try office.run(MergeCadres.self, .init(cadre: "\(kept)", duplicate: "\(gone)", reason: "本人确认为同一人"))
    }

    /// A place in a pool with one step, as a longer story would have left it.
    private func place(
        _ cadre: UniqueID, _ state: PoolState, in pool: PoolKind = .inspector, exit: ExitReason? = nil, refusals: Int = 0,
        review: String? = nil, until: String? = nil, opinion: IntegrityOpinion? = nil, rounds: Int = 0
    ) throws {
        try office.dispatcher.store.write(owner: "personnel") { db in
            let roster = try #require(
                try UniqueID.fetchOne(db, sql: "SELECT rosterId FROM personnel_cadre WHERE id = ?", arguments: [cadre]))
            let id = try #require(
                try UniqueID.fetchOne(db, sql: "SELECT randomblob(16)"))
            var membership = PoolMembership(
                id: id, version: 1, cadreId: cadre, pool: pool, route: .recommendation, state: state, roundsServed: rounds,
                rosterId: roster)
            membership.exitReason = exit
            membership.refusals = refusals
            membership.reviewDue = review.flatMap { CalendarDate($0) }
            membership.coolingUntil = until.flatMap { CalendarDate($0) }
            membership.opinion = opinion
            membership.admittedOn = CalendarDate(cadre == kept ? "2024-01-01" : "2023-01-01")
            try membership.insert(db)
            try PoolStep(
                membershipId: id, step: state.rawValue, day: .earliest, account: cadre == kept ? "first" : "second",
                document: nil,
                reason: nil
            ).insert(db)
        }
    }

    private func places() throws -> [PoolMembership] {
        try office.read {
            try PoolMembership.fetchAll(
                $0, sql: "SELECT * FROM personnel_pool_membership WHERE cadreId = ? ORDER BY pool", arguments: [kept])
        }
    }

    private func told() throws -> [String] {
        try places().map { "\($0.pool) \($0.state) \($0.exitReason.map { "\($0)" } ?? "-")" }
    }

    // MARK: Pools

    typealias Side = (state: PoolState, exit: ExitReason?)

    @Test(
        arguments: [
            ((.admitted, nil), (.exited, .discipline), "exited discipline"),
            ((.exited, .discipline), (.admitted, nil), "exited discipline"),
            ((.exited, .retirement), (.exited, .discipline), "exited discipline"),
            ((.exited, .discipline), (.exited, .retirement), "exited discipline"),
            ((.nominated, nil), (.exited, .discipline), "exited discipline"),
            ((.admitted, nil), (.exited, .retirement), "admitted -"), ((.exited, .retirement), (.admitted, nil), "admitted -"),
            ((.nominated, nil), (.admitted, nil), "admitted -"), ((.admitted, nil), (.nominated, nil), "admitted -"),
            ((.admitted, nil), (.cooling, nil), "cooling -"), ((.cooling, nil), (.admitted, nil), "cooling -"),
            ((.vetted, nil), (.nominated, nil), "vetted -"), ((.exited, .health), (.exited, .retirement), "exited health"),
        ] as [(Side, Side, String)])
    func thePlaceThatSaysMostStays(own: Side, other: Side, expected: String) throws {
        try place(kept, own.state, exit: own.exit)
        try place(gone, other.state, exit: other.exit)
        try merge()
        #expect(try told() == ["inspector \(expected)"])
        let history = try office.run(PoolHistory.self, .init(cadre: "\(kept)", pool: .inspector)).rows
        #expect(history.prefix(2).map(\.account) == ["first", "second"] && history.contains { $0.step == "merged" })
        #expect(try district.count("personnel_pool_membership") == 1, "no second place is left to be counted")
    }

    /// R-POL-05: whoever left one pool for discipline is in none.
    @Test(arguments: [true, false]) func anExitForDisciplineEndsThePlacesOfTheOtherRecord(isKept: Bool) throws {
        try place(isKept ? kept : gone, .exited, in: .deputy, exit: .discipline)
        try place(isKept ? gone : kept, .admitted, in: .inspector)
        try merge()
        #expect(try told() == ["deputy exited discipline", "inspector exited discipline"])
        let step = try office.run(PoolHistory.self, .init(cadre: "\(kept)", pool: .inspector)).rows.last
        #expect(step?.step == "exited" && step?.reason == "本人确认为同一人")
        let refusals = office.refusals {
            try office.run(NominateForPool.self, .init(cadre: "\(kept)", pool: .leader, route: .recommendation, basis: "推荐"))
        }
        #expect(refusals.map(\.rule.id).contains("R-POL-05"))
    }

    @Test(arguments: [true, false]) func whoServesIsReleasedFirst(isKept: Bool) throws {
        try place(isKept ? kept : gone, .onAssignment, in: .inspector)
        try place(isKept ? gone : kept, .exited, in: .deputy, exit: .discipline)
        let refusals = office.refusals { try merge() }
        #expect(refusals.map(\.rule.id) == ["R-POL-05"])
        #expect(try district.count("personnel_cadre WHERE mergedInto IS NOT NULL") == 0)
    }

    @Test func placesInDifferentPoolsAreBothKept() throws {
        try place(kept, .admitted, in: .inspector)
        try place(gone, .nominated, in: .deputy)
        try merge()
        #expect(try told() == ["deputy nominated -", "inspector admitted -"])
    }

    @Test func theDayOfAnEndedPlaceIsNotThatOfANomination() throws {
        try place(kept, .nominated)
        try place(gone, .exited, exit: .retirement)
        try merge()
        #expect(try places().first?.admittedOn == CalendarDate("2024-01-01"))
    }

    @Test func refusalsAddUpAndTheEarlierReviewStaysDue() throws {
        try place(kept, .admitted, refusals: 2, review: "2027-01-01")
        try place(gone, .cooling, refusals: 1, review: "2026-06-01", until: "2026-09-01")
        try merge()
        let place = try #require(try places().first)
        #expect(place.refusals == 3 && place.reviewDue == CalendarDate("2026-06-01"))
        #expect(place.state == .cooling && place.coolingUntil == CalendarDate("2026-09-01"))
        #expect(place.admittedOn == CalendarDate("2023-01-01"))
    }

    @Test(arguments: [true, false]) func anOpinionAgainstThePersonIsKept(isKept: Bool) throws {
        try place(isKept ? kept : gone, .nominated, opinion: .unsuitable)
        try place(isKept ? gone : kept, .vetted, opinion: .clear)
        try merge()
        let place = try #require(try places().first)
        #expect(place.state == .nominated && place.opinion == .unsuitable)
    }

    // MARK: Service and what came of it

    private func serve(_ cadre: UniqueID, _ round: String, team: String? = nil, units: [String]? = nil) throws {
        try office.run(
            RecordService.self,
            .init(
                cadre: "\(cadre)", round: round, team: team, role: .inspector, units: units,
                from: try #require(CalendarDate("2022-03-01")), to: try #require(CalendarDate("2022-06-01")), source: "档案"))
    }

    @Test func roundsOfBothCountOnceEach() throws {
        try place(kept, .admitted)
        try place(gone, .admitted, in: .deputy)
        try serve(kept, "13-1")
        try serve(kept, "13-2")
        try serve(gone, "13-2", units: ["330106J33"])
        try serve(gone, "13-3", team: "13-3-1")
        try office.run(
            DraftAppraisal.self, .init(cadre: "\(gone)", team: "13-2", performance: "好", grade: .competent, opinion: "称职"))
        try merge()
        #expect(try places().map(\.roundsServed) == [3, 3])
        let services = try office.run(ListServices.self, .init(cadre: "\(kept)")).rows
        #expect(Set(services.map(\.service.round)) == ["13-1", "13-2", "13-3"] && services.count == 3)
        let same = try #require(services.first { $0.service.round == "13-2" })
        #expect(same.units.contains("西湖区财政局") && same.appraisal == .drafted, "units and sheet of either are kept")
    }

    /// Both have a sheet for the same team: the one that is further on is the person's.
    @Test(arguments: [true, false]) func theSheetThatIsFurtherOnIsKept(isKept: Bool) throws {
        try serve(kept, "13-2")
        try serve(gone, "13-2")
        let further = isKept ? kept : gone
        for cadre in [kept, gone] {
            try office.run(
                DraftAppraisal.self,
                .init(
                    cadre: "\(cadre)", team: "13-2", performance: cadre == further ? "好" : "一般", grade: .competent,
                    opinion: "称职"))
        }
        try office.run(
            ConfirmAppraisal.self, .init(cadre: "\(further)", team: "13-2", opinion: "同意"),
            as: Principal(account: "io2", roles: [.inspectionOffice]))
        try merge()
        let sheets = try office.run(ListAppraisals.self, .init(cadre: "\(kept)")).rows.map(\.appraisal)
        #expect(sheets.map(\.state) == [.confirmed] && sheets.map(\.performance) == ["好"])
        #expect(try district.count("personnel_appraisal") == 2, "the other one stays in the file")
    }

    @Test func roundsThatOnlyThePoolsCountAreAddedUp() throws {
        try place(kept, .admitted, rounds: 2)
        try place(gone, .admitted, rounds: 1)
        try merge()
        #expect(try places().map(\.roundsServed) == [3])
    }

    @Test func whatBothRecordsHaveCountsOnce() throws {
        let day = try #require(CalendarDate("2023-05-01"))
        for cadre in [kept, gone] {
            try office.run(
                AddMove.self,
                .init(cadre: "\(cadre)", kind: .promotion, fromPost: "科员", toPost: "科长", on: day, document: "西委干〔2023〕1号"))
            try office.run(
                AddHonour.self,
                .init(title: "先进个人", level: .district, cadre: "\(cadre)", issuer: "区委", on: day, document: "西委〔2023〕2号"))
        }
        try office.run(
            AddHonour.self,
            .init(
                title: "先进集体", level: .city, group: "第一巡察组", members: ["\(kept)", "\(gone)"], issuer: "市委", on: day,
                document: "杭委〔2023〕3号"))
        try merge()
        #expect(try office.run(ListMoves.self, .init()).sentence?.arguments["persons"] == "1")
        #expect(try office.run(ListMoves.self, .init()).rows.count == 1)
        #expect(try office.run(ListHonours.self, .init()).sentence?.arguments["persons"] == "2")
        #expect(try office.run(ShowCadre.self, .init(cadre: "\(kept)")).honours.count == 2)
    }

    // MARK: What recusal rests on

    @Test func aRelativesPostAndAnotherTitleAreKept() throws {
        try office.run(RecordKin.self, .init(cadre: "\(kept)", relation: "堂弟", unit: "330106J05", source: "申报"))
        try office.run(
            RecordKin.self, .init(cadre: "\(gone)", relation: "堂弟", unit: "330106J05", person: "丙某", post: "局长", source: "申报"))
        try office.run(
            RecordPost.self,
            .init(cadre: "\(gone)", unit: "330106J33", postTitle: "会计", since: "2010.01", until: "2012.05", source: "档案"))
        try merge()
        let detail = try office.run(ShowCadre.self, .init(cadre: "\(kept)"))
        #expect(detail.kin.map { "\($0.relation) \($0.kinPost ?? "-") \($0.kinName ?? "-")" } == ["堂弟 局长 丙某"])
        #expect(detail.posts.map { $0.post.title ?? "" }.sorted() == ["会计", "科员"])
    }

    @Test(arguments: [true, false]) func aRelationDeclaredForEitherIsKept(isKept: Bool) throws {
        let unit = "330106J05"
        for (cadre, relations) in [(isKept ? kept : gone, ["\(unit): 堂弟在该局"]), (isKept ? gone : kept, [])] {
            try office.run(
                MakeDeclaration.self,
                .init(
                    cadre: "\(cadre)", round: "14-3", units: [unit], role: .inspector, relations: relations, reference: "表1"))
        }
        try merge()
        let relations = try office.read {
            try String?.fetchAll($0, sql: "SELECT relation FROM personnel_declaration WHERE cadreId = ?", arguments: [kept])
        }
        #expect(relations == ["堂弟在该局"])
    }

    @Test func relationsDeclaredForBothAreBothKept() throws {
        let unit = "330106J05"
        for (cadre, relation) in [(kept, "堂弟在该局"), (gone, "岳父在该局")] {
            try office.run(
                MakeDeclaration.self,
                .init(
                    cadre: "\(cadre)", round: "14-3", units: [unit], role: .inspector, relations: ["\(unit): \(relation)"],
                    reference: "表1"))
        }
        try merge()
        let relations = try office.read {
            try String?.fetchAll($0, sql: "SELECT relation FROM personnel_declaration WHERE cadreId = ?", arguments: [kept])
        }
        #expect(relations == ["堂弟在该局；岳父在该局"])
    }

    @Test func theIdOfARecordMergedTwiceLeadsToTheOneThatStays() throws {
        let third = try Self.add("丙某", to: district)
        try office.run(MergeCadres.self, .init(cadre: "\(gone)", duplicate: "\(third)", reason: "同一人"))
        try merge()
        for id in [kept, gone, third] {
            #expect(try office.run(ShowCadre.self, .init(cadre: "\(id)")).record.cadre.id == kept)
        }
    }

    @Test func somebodyStandsInACampaignOnce() throws {
        let stationed = Principal(account: "rg", roles: [.residentGroup])
        try office.run(OpenRecruitment.self, .init(campaign: "c", title: "联合选调"))
        for cadre in [kept, gone] {
            try office.run(ScreenApplicant.self, .init(campaign: "c", cadre: "\(cadre)", opinion: "好"), as: stationed)
        }
        try merge()
        let applicants = try office.run(ShowRecruitment.self, .init(campaign: "c")).applicants.map(\.applicant)
        #expect(applicants.filter { $0.state == .screened }.map(\.cadreId) == [kept])
    }

    /// The application that is further on is the person's, whichever record stays.
    @Test(arguments: [true, false]) func theApplicationThatIsFurtherOnIsKept(isKept: Bool) throws {
        let stationed = Principal(account: "rg", roles: [.residentGroup])
        try office.run(OpenRecruitment.self, .init(campaign: "c", title: "联合选调"))
        for cadre in [kept, gone] {
            try office.run(ScreenApplicant.self, .init(campaign: "c", cadre: "\(cadre)", opinion: "好"), as: stationed)
        }
        try office.run(AdvanceRecruitment.self, .init(campaign: "c", to: .recommendation), as: stationed)
        let further = isKept ? kept : gone
        try office.run(RecommendApplicant.self, .init(campaign: "c", cadre: "\(further)", opinion: "推荐"), as: stationed)
        try merge()
        let applicants = try office.run(ShowRecruitment.self, .init(campaign: "c")).applicants.map(\.applicant)
        #expect(applicants.filter { $0.state == .recommended }.map(\.cadreId) == [kept])
        #expect(applicants.filter { $0.state == .screened }.isEmpty)
    }
}
