import Interchange
import Persistence
import PluginKit
import Testing

@testable import Personnel

/// RC3 and RC5 to RC11: each with an example that hits and one that does not.
@Suite struct RecusalRuleTests {
    private static func id(_ number: UInt16) -> UniqueID { UniqueID(milliseconds: 1, counter: number, random: 0) }
    private static let targetId = id(1), otherId = id(3), leaderId = id(7)
    private static let day = CalendarDate(dayNumber: 19_889)  // 2024-06-15

    private static func month(_ text: String) -> YearMonth { YearMonth(text) ?? YearMonth(day) }

    private static func span(_ title: String, _ from: String, _ to: String?, unit: UniqueID = otherId) -> PostSpan {
        PostSpan(unitId: unit, unitName: "乙局", title: title, from: month(from), to: to.map(month))
    }

    private static func study(_ from: String?, _ to: String?, supervisor: String? = nil, school: String = "浙江大学") -> StudyFact {
        StudyFact(school: school, supervisor: supervisor, from: from.map(month), to: to.map(month))
    }

    private static func candidate(_ change: (inout Candidate) -> Void = { _ in }) -> Candidate {
        var candidate = Candidate(id: id(9), name: "张三", unitId: id(5), unitName: "丁局", pool: .leader)
        change(&candidate)
        return candidate
    }

    private static func target(_ change: (inout RecusalTarget) -> Void = { _ in }) -> RecusalTarget {
        var target = RecusalTarget(
            unitId: targetId, unitName: "甲街道", superiorIds: [],
            leaders: [LeadershipMember(id: leaderId, name: "李四", title: "党工委书记")])
        change(&target)
        return target
    }

    private static func leading(_ posts: [PostSpan] = [], studies: [StudyFact] = []) -> RecusalTarget {
        target { $0.leaders = [LeadershipMember(id: leaderId, name: "李四", title: "党工委书记", posts: posts, studies: studies)] }
    }

    private func hits(_ candidate: Candidate, _ target: RecusalTarget, as role: PoolKind = .leader) -> [String] {
        Recusal.check(candidate, as: role, for: target, on: Self.day).map { "\($0.code) \($0.isHard ? "hard" : "soft")" }
    }

    static let cases: [(name: String, candidate: Candidate, target: RecusalTarget, leading: [String], others: [String])] = [
        ("nothing", candidate(), target(), [], []),
        (
            "studied there", candidate { $0.studies = [StudyFact(unitId: targetId, school: "甲学校")] }, target(), ["RC3 hard"], []
        ),
        ("studied elsewhere", candidate { $0.studies = [study("2000.09", "2004.06")] }, target(), [], []),
        (
            "cousin leads it",
            candidate { $0.kin = [KinFact(relation: "堂弟", unitId: targetId, unitName: "甲街道", post: "办事处主任")] }, target(),
            ["RC5 hard"], ["RC5 hard"]
        ),
        (
            "cousin is staff", candidate { $0.kin = [KinFact(relation: "堂弟", unitId: targetId, unitName: "甲街道", post: "科员")] },
            target(), [], []
        ),
        (
            "was subordinate lately", candidate { $0.posts = [span("科员", "2019.01", "2022.01")] },
            leading([span("局长", "2018.01", "2022.06")]), ["RC6 hard"], []
        ),
        (
            "was subordinate long ago", candidate { $0.posts = [span("科员", "2010.01", "2020.01")] },
            leading([span("局长", "2010.01", "2020.06")]), [], []
        ),
        (
            "one leadership lately", candidate { $0.posts = [span("副局长", "2021.01", "2022.01")] },
            leading([span("局长", "2021.06", "2022.06")]), ["RC7 hard"], []
        ),
        (
            "one leadership for three years", candidate { $0.posts = [span("副局长", "2010.01", "2013.06")] },
            leading([span("局长", "2010.01", "2013.06")]), ["RC7 hard"], []
        ),
        (
            "one leadership for a short time long ago", candidate { $0.posts = [span("副局长", "2010.01", "2012.06")] },
            leading([span("局长", "2010.01", "2012.06")]), [], []
        ),
        (
            "classmates", candidate { $0.studies = [study("1999.09", "2003.06")] },
            leading(studies: [study("2001.09", "2005.06")]), ["RC8 hard"], []
        ),
        (
            "same school at other times", candidate { $0.studies = [study("1990.09", "1994.06")] },
            leading(studies: [study("2001.09", "2005.06")]), [], []
        ),
        (
            "same school, years unknown", candidate { $0.studies = [study(nil, nil)] },
            leading(studies: [study("2001.09", "2005.06")]), [], []
        ),
        (
            "same supervisor", candidate { $0.studies = [study("1990.09", "1994.06", supervisor: "王导")] },
            leading(studies: [study("2001.09", "2005.06", supervisor: "王导")]), ["RC8 hard"], []
        ),
        (
            "pupil", candidate { $0.studies = [study("1990.09", "1994.06", supervisor: "李四")] }, leading(), ["RC8 hard"], []
        ),
        (
            "taught a leader elsewhere than where they studied", candidate(),
            leading(studies: [study("2001.09", "2005.06", supervisor: "张三")]), ["RC8 hard"], []
        ),
        (
            "comes from there", candidate { $0.origins = ["浙江省杭州市西湖区转塘街道"] }, target { $0.places = ["转塘"] },
            ["RC9 soft"], ["RC9 soft"]
        ),
        ("comes from elsewhere", candidate { $0.origins = ["浙江绍兴"] }, target { $0.places = ["转塘"] }, [], []),
        (
            "party to a matter", candidate { $0.matters = [MatterFact(unitId: targetId, unitName: "甲街道", what: "行政诉讼")] },
            target(), ["RC10 hard"], ["RC10 hard"]
        ),
        (
            "party to another matter", candidate { $0.matters = [MatterFact(unitId: otherId, unitName: "乙局", what: "行政诉讼")] },
            target(), [], []
        ),
        (
            "led its last inspection",
            candidate { $0.inspected = [InspectedFact(unitId: targetId, round: "14-2", role: .leader)] },
            target(), ["RC11 soft"], []
        ),
        (
            "led it before somebody else's turn in another role",
            candidate {
                $0.inspected = [
                    InspectedFact(unitId: targetId, round: "14-2", role: .deputy),
                    InspectedFact(unitId: targetId, round: "14-1", role: .leader),
                ]
            }, target(), [], []
        ),
    ]

    @Test(arguments: cases.indices) func theRulesHit(index: Int) {
        let item = Self.cases[index]
        #expect(hits(item.candidate, item.target) == item.leading, "\(item.name)")
        #expect(hits(item.candidate, item.target, as: .inspector) == item.others, "\(item.name)")
    }

    @Test func aLeaderOfTheTargetIsNoReasonAgainstThemselves() {
        let own = Self.candidate { $0.posts = [Self.span("局长", "2021.01", "2022.01")] }
        let target = Self.target {
            $0.leaders = [LeadershipMember(id: own.id, name: own.name, title: "书记", posts: own.posts)]
        }
        #expect(hits(own, target).isEmpty)
    }

    @Test func everyRuleIsAnsweredOnceAtLeast() {
        let lines = Recusal.verdicts(Self.candidate(), as: .leader, for: Self.target { $0.leaders = [] }, on: Self.day)
        #expect(Set(lines.map(\.rule.id)) == Set((1...11).map { "RC\($0)" }))
        let open = Set(lines.filter { $0.verdict == .unknown }.map(\.rule.id))
        #expect(open == ["RC2", "RC3", "RC6", "RC7", "RC8"])
    }

    @Test func theRoundBeingLookedAtIsNoEarlierOne() {
        let candidate = Self.candidate {
            $0.inspected = [
                InspectedFact(unitId: Self.targetId, round: "14-4", role: .leader),
                InspectedFact(unitId: Self.targetId, round: "14-2", role: .deputy),
            ]
        }
        func hits(_ round: String?, as role: PoolKind) -> [String] {
            Recusal.check(candidate, as: role, for: Self.target(), in: round, on: Self.day).map {
                "\($0.code) \($0.evidence.arguments["round"] == .text("14-2") ? "14-2" : "14-4")"
            }
        }
        #expect(hits("14-4", as: .leader) == [])
        #expect(hits("14-5", as: .leader) == ["RC11 14-4"])
        #expect(hits(nil, as: .leader) == ["RC11 14-4"])
        #expect(hits("14-4", as: .deputy) == ["RC11 14-2"], "the one before it counts")
    }

    /// RC6 to RC8 are open as long as what they compare is missing on either side.
    @Test func whatLeadersHaveNotOnRecordLeavesARuleOpen() {
        func open(_ candidate: Candidate, _ target: RecusalTarget) -> Set<String> {
            let rules = Set(Recusal.gaps(of: candidate, as: .leader, for: target).map(\.rule.id))
            return rules.intersection(["RC6", "RC7", "RC8"])
        }
        let whole = Self.candidate {
            $0.posts = [Self.span("科员", "2010.01", "2012.01")]
            $0.studies = [Self.study("1990.09", "1994.06")]
        }
        let post = Self.span("局长", "2018.01", nil)
        let study = Self.study("2001.09", "2005.06")
        #expect(open(whole, Self.leading([post], studies: [study])) == [])
        #expect(open(whole, Self.leading([post])) == ["RC8"])
        #expect(open(whole, Self.leading(studies: [study])) == ["RC6", "RC7"])
        #expect(open(Self.candidate { $0.studies = whole.studies }, Self.leading([post], studies: [study])) == ["RC6", "RC7"])
        let two = Self.target {
            $0.leaders = [
                LeadershipMember(id: Self.leaderId, name: "李四", title: "书记", posts: [post], studies: [study]),
                LeadershipMember(id: Self.id(8), name: "王五", title: "镇长", posts: [post]),
            ]
        }
        let gap = Recusal.gaps(of: whole, as: .leader, for: two).first { $0.rule.id == "RC8" }
        #expect(gap?.evidence.arguments["leaders"] == .text("王五"))
        #expect(Recusal.gaps(of: whole, as: .inspector, for: two).allSatisfy { $0.rule.id != "RC8" })
        // Their own record is no other one.
        var same = whole
        same.id = Self.leaderId
        #expect(open(same, Self.leading()) == [])
    }

    @Test func anOfficeMayMakeARuleStricter() {
        var settings = RecusalSettings.standard
        settings.strengths["RC3"] = (.hard, .soft)
        let candidate = Self.candidate { $0.studies = [StudyFact(unitId: Self.targetId, school: "甲学校")] }
        let found = Recusal.check(candidate, as: .inspector, for: Self.target(), on: Self.day, settings: settings)
        #expect(found.map(\.code) == ["RC3"])
        #expect(found.allSatisfy { !$0.isHard })
    }

    @Test(arguments: [("转塘街道", "转塘"), ("双浦镇", "双浦"), ("沁雅社区", "沁雅"), ("西湖区财政局", nil), ("村", nil), ("王村", nil)])
    func placesAreKnownByTheirStem(name: String, stem: String?) {
        #expect(RecusalTarget.stem(of: name) == stem)
    }

    @Test(
        arguments: [
            ("党工委书记", true), ("副局长", true), ("办事处主任", true), ("科长", false), ("办公室副主任", false), ("综合科主任", false), ("科员", false),
            (nil, false),
        ] as [(String?, Bool)])
    func leadershipIsToldByThePost(title: String?, isLeadership: Bool) {
        #expect(RecusalSettings.standard.isLeadership(title) == isLeadership)
    }
}
