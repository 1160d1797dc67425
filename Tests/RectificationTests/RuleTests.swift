import Interchange
import Operations
import Organization
import PluginKit
import Testing

@testable import Rectification

/// The pure rules, each with what passes and what does not.
@Suite struct RuleTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test func votesGiveTheRateOfTheReference() {
        let count = BallotCount([.sample(satisfied: 46, basicallySatisfied: 2, dissatisfied: 2, unknown: 5)])
        #expect(count.valid == 50)
        #expect(count.rate == 9600)
    }

    @Test func severalKindsOfRespondentsAreOneVote() {
        let count = BallotCount([
            .sample(satisfied: 1, basicallySatisfied: 0, dissatisfied: 0, unknown: 0),
            .sample(.people, satisfied: 0, basicallySatisfied: 0, dissatisfied: 2, unknown: 9),
        ])
        #expect(count.rate == 3333)
    }

    @Test func ratesAreRoundedHalfUp() {
        #expect(BallotCount([.sample(satisfied: 1, basicallySatisfied: 0, dissatisfied: 799, unknown: 0)]).rate == 13)
        #expect(BallotCount([.sample(satisfied: 2, basicallySatisfied: 0, dissatisfied: 1, unknown: 0)]).rate == 6667)
    }

    @Test func otherWeightsCountDifferently() {
        var ballot = Ballot.sample(satisfied: 46, basicallySatisfied: 2, dissatisfied: 2, unknown: 5)
        ballot.weightBasicallySatisfied = 70
        ballot.weightDissatisfied = 30
        #expect(BallotCount([ballot]).rate == 9600)
        ballot.dissatisfied = 4
        #expect(BallotCount([ballot]).rate == 9346)
    }

    @Test func withoutAValidVoteThereIsNoRate() {
        #expect(BallotCount([]).rate == nil)
        #expect(BallotCount([.sample(satisfied: 0, basicallySatisfied: 0, dissatisfied: 0, unknown: 7)]).rate == nil)
    }

    @Test(arguments: [(9000, false), (8999, true), (9001, false), (0, true), (10000, false)])
    func onlyBelowTheThresholdIsBelow(rate: Int, isBelow: Bool) {
        #expect(ReviewStates.isBelow(rate, 9000) == isBelow)
    }

    @Test func withoutRateOrThresholdNothingIsBelow() {
        #expect(!ReviewStates.isBelow(nil, 9000))
        #expect(!ReviewStates.isBelow(0, nil))
    }

    @Test(arguments: [("0", 0), ("100", 1000), ("92.5", 925), (" 92.50 ", 925), ("7", 70)])
    func scoresHaveOneDecimal(text: String, tenths: Int) { #expect(Score.tenths(text) == tenths) }

    @Test(arguments: ["", "100.1", "92.55", "-1", "90%", "九十", "1e2", "101"])
    func otherScoresAreRefused(text: String) { #expect(Score.tenths(text) == nil) }

    @Test(arguments: [("2026-03-01", true), ("2027-03-01", true), ("2027-03-02", false), ("2026-02-28", false)])
    func nothingIsDueLaterThanAYearAfterTheFeedback(due: String, isAllowed: Bool) throws {
        let refusal = DueLimit.refusal(due: try day(due), feedback: try day("2026-03-01"), settings: .standard)
        #expect((refusal == nil) == isAllowed)
    }

    @Test func aLateDateNamesTheRule() throws {
        let refusal = DueLimit.refusal(due: try day("2030-01-01"), feedback: try day("2026-03-01"), settings: .standard)
        #expect(refusal?.rule.id == "R-RCT-02")
        #expect(refusal?.message.arguments["latest"] == "2027-03-01")
    }

    @Test func theLimitIsASetting() throws {
        var settings = RectificationSettings.standard
        settings.longestFixMonths = 6
        #expect(DueLimit.refusal(due: try day("2026-09-02"), feedback: try day("2026-03-01"), settings: settings) != nil)
    }

    @Test(arguments: [
        ("2026-03-01", DueAlert.none), ("2026-03-12", .green), ("2026-03-21", .green), ("2026-03-22", .yellow),
        ("2026-04-01", .yellow),
        ("2026-04-02", .red),
    ])
    func datesTurnGreenYellowAndRed(today: String, alert: DueAlert) throws {
        #expect(DueAlert.of(due: try day("2026-04-01"), status: .inProgress, today: try day(today), settings: .standard) == alert)
    }

    @Test(arguments: [ItemStatus.closed, .longTerm])
    func whatIsDoneNeverWarns(status: ItemStatus) throws {
        #expect(
            DueAlert.of(due: try day("2020-01-01"), status: status, today: try day("2026-01-01"), settings: .standard) == .none)
    }
}

/// The words and names of older ledgers.
@Suite struct LedgerWordTests {
    @Test(arguments: [
        ("已完成", ItemStatus.closed), (" 已 完成 ", .closed), ("销号", .closed), ("done", .closed), ("基本完成", .longTerm),
        ("长期坚持", .longTerm),
        ("基本完成、长期坚持", .longTerm), ("基本完成／长期坚持", .longTerm), ("未完成", .inProgress), ("整改中", .inProgress), ("未完成/整改中", .inProgress),
        ("正在整改", .inProgress),
    ])
    func statusesAreKnown(text: String, status: ItemStatus) { #expect(LedgerWords.status(text) == status) }

    @Test(arguments: ["", "差不多", "完成一半", "100%", "已完成?"])
    func otherStatusesAreNotGuessed(text: String) { #expect(LedgerWords.status(text) == nil) }

    /// Our own export can be taken over again, whatever state its items are in.
    @Test(arguments: ItemStatus.allCases)
    func everyStatusAnExportShowsIsKnown(status: ItemStatus) throws {
        let words = try Registry.build(World.plugins, crossChecks: false).strings
        let shown = words.text(Message("itemStatus.\(status.rawValue)"), in: .zhHans)
        let expected: ItemStatus = status.isPending ? .inProgress : status
        #expect(LedgerWords.status(shown) == expected)
    }

    @Test func noWordMeansTwoStatuses() {
        let words = LedgerWords.statuses.flatMap(\.words)
        #expect(Set(words).count == words.count)
        for entry in LedgerWords.statuses {
            for word in entry.words { #expect(LedgerWords.status(word) == entry.status) }
        }
    }

    @Test func namesAreTriedExactlyThenBareThenWithTheDistrict() {
        let names = UnitNames(jurisdiction: "杭州市西湖区")
        #expect(names.candidates(for: "区农业农村局党委") == ["区农业农村局党委", "区农业农村局", "西湖区农业农村局党委", "西湖区农业农村局"])
        #expect(names.candidates(for: "转塘街道党工委") == ["转塘街道党工委", "转塘街道", "西湖区转塘街道党工委", "西湖区转塘街道"])
        #expect(names.candidates(for: "西湖区教育局") == ["西湖区教育局"])
    }

    @Test(arguments: [("杭州市西湖区", "西湖区"), ("浙江省金华市婺城区", "婺城区"), ("婺城区", "婺城区"), ("义乌市", "义乌市"), ("浙江省金华市义乌市", "义乌市"), ("", "")])
    func theDistrictsOwnNameIsTheLastPart(jurisdiction: String, district: String) {
        #expect(UnitNames(jurisdiction: jurisdiction).district == district)
    }

    @Test(arguments: [("区文旅体局党组", "区文旅体局"), ("党组", "党组"), ("某党委", "某党委"), ("村党总支", "村党总支"), ("横街村党总支", "横街村"), ("区党校", "区党校")])
    func onlyARealEndingIsTakenAway(name: String, bare: String) { #expect(UnitNames.withoutPartyEnding(name) == bare) }
}

extension Ballot {
    static func sample(
        _ kind: RespondentKind = .cadres, satisfied: Int, basicallySatisfied: Int, dissatisfied: Int, unknown: Int
    ) -> Ballot {
        let returned = satisfied + basicallySatisfied + dissatisfied + unknown
        return Ballot(
            caseId: .sample, respondentKind: kind, version: 1, issued: returned, returned: returned, satisfied: satisfied,
            basicallySatisfied: basicallySatisfied, dissatisfied: dissatisfied, unknown: unknown, weightSatisfied: 100,
            weightBasicallySatisfied: 100, weightDissatisfied: 0, recordedBy: "office", recordedOn: CalendarDate(dayNumber: 20513)
        )
    }
}
