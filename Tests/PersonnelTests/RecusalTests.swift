import Foundation
import Interchange
import Operations
import Persistence
import PluginKit
import Testing

@testable import Organization
@testable import Personnel

/// RC1, RC2 and RC4 by tables of examples that hit and that do not.
@Suite struct RecusalTests {
    private static func id(_ number: UInt16) -> UniqueID { UniqueID(milliseconds: 1, counter: number, random: 0) }
    private static let targetId = id(1), parentId = id(2), otherId = id(3), belowId = id(4)
    private static let target = RecusalTarget(
        unitId: targetId, unitName: "甲社区", superiorIds: [parentId], subordinateIds: [belowId])
    private static let day = CalendarDate(dayNumber: 19_889)  // 2024-06-15

    private static func candidate(
        unit: UniqueID? = otherId, name: String = "乙局", posts: [PostSpan] = [], kin: [KinFact] = [], kinStated: Bool = true
    ) -> Candidate {
        Candidate(
            id: id(9), name: "张三", unitId: unit, unitName: name, pool: .inspector, posts: posts, kin: kin, kinStated: kinStated)
    }

    private static func span(_ from: String, _ to: String?, unit: UniqueID? = targetId, name: String = "甲社区") -> PostSpan {
        PostSpan(unitId: unit, unitName: name, from: YearMonth(from) ?? YearMonth(day), to: to.flatMap { YearMonth($0) })
    }

    private func hits(_ candidate: Candidate, as role: PoolKind = .inspector) -> [String] {
        Recusal.check(candidate, as: role, for: Self.target, on: Self.day).map { "\($0.code) \($0.isHard ? "hard" : "soft")" }
    }

    static let current: [(Candidate, [String])] = [
        (candidate(unit: targetId, name: "甲社区"), ["RC1 hard"]),
        (candidate(unit: parentId, name: "丙街道"), ["RC1 hard"]),
        (candidate(unit: nil, name: "甲社区"), ["RC1 hard"]),
        (candidate(posts: [span("2020.01", nil, unit: parentId, name: "丙街道")]), ["RC1 hard"]),
        (candidate(unit: belowId, name: "甲社区服务站"), ["RC1 hard"]),
        (candidate(posts: [span("2020.01", nil, unit: belowId, name: "甲社区服务站")]), ["RC1 hard"]),
        (candidate(posts: [span("2010.01", "2024.05", unit: belowId, name: "甲社区服务站")]), []),
        (candidate(), []),
        (candidate(unit: nil, name: "丁局"), []),
        (candidate(posts: [span("2010.01", "2024.05", unit: parentId, name: "丙街道")]), []),
    ]

    @Test(arguments: current.indices, PoolKind.allCases)
    func workingThereOrAboveIsHardForEverybody(index: Int, role: PoolKind) {
        #expect(hits(Self.current[index].0, as: role) == Self.current[index].1)
    }

    /// The day is in 2024.06: the window reaches back to 2021.06.
    static let former: [([PostSpan], String?)] = [
        ([span("2020.06", "2024.05")], "recent"), ([span("2021.01", "2021.06")], "recent"), ([span("2021.01", "2021.05")], nil),
        ([span("2010.01", "2012.12")], nil), ([span("2010.01", "2013.01")], "long"),
        ([span("2008.01", "2010.01"), span("2012.01", "2013.01")], "long"),
        ([span("2008.01", "2010.01"), span("2012.01", "2012.12")], nil),
        ([span("2008.01", "2010.06"), span("2009.01", "2010.12")], nil), ([span("2013.01", "2010.01")], "long"),
        ([span("2012.12", "2010.01")], nil), ([span("2010.01", "2020.01", unit: otherId, name: "乙局")], nil),
        ([span("2010.01", "2020.01", unit: parentId, name: "丙街道")], nil), ([span("2010.01", "2020.01", unit: nil)], "long"),
        ([span("2010.01", "2020.01", unit: otherId)], nil), ([], nil),
    ]

    @Test(arguments: former.indices) func havingWorkedThere(index: Int) {
        let (posts, variant) = Self.former[index]
        let found = Recusal.check(Self.candidate(posts: posts), as: .inspector, for: Self.target, on: Self.day)
        #expect(found.map(\.evidence.key) == (variant.map { ["RC2.refusal.\($0)"] } ?? []))
    }

    @Test(arguments: [(PoolKind.leader, "hard"), (.deputy, "hard"), (.inspector, "soft")])
    func havingWorkedThereIsHardForThoseWhoLead(role: PoolKind, strength: String) {
        #expect(hits(Self.candidate(posts: [Self.span("2020.06", "2024.05")]), as: role) == ["RC2 \(strength)"])
    }

    @Test func aPlaceMayCountOtherwise() {
        let posts = [Self.span("2010.01", "2019.01")]
        let strict = RecusalSettings(recentMonths: 120), lax = RecusalSettings(longMonths: 240)
        let candidate = Self.candidate(posts: posts)
        let keys = { (settings: RecusalSettings) in
            Recusal.check(candidate, as: .leader, for: Self.target, on: Self.day, settings: settings).map(\.evidence.key)
        }
        #expect(keys(strict) == ["RC2.refusal.recent"])
        #expect(keys(lax) == [])
    }

    @Test(arguments: ["配偶", "爱人", "父亲", "母亲", "子女", "儿子", "女儿", "外祖父", "孙女", "养子"], PoolKind.allCases)
    func closeKinThereIsHardForEverybody(relation: String, role: PoolKind) {
        let kin = [KinFact(relation: relation, unitId: Self.targetId, unitName: "甲社区")]
        #expect(hits(Self.candidate(kin: kin), as: role) == ["RC4 hard"])
    }

    @Test(arguments: ["堂弟", "表姐", "兄弟", "姐妹", "姐夫", "岳父", "公公", "婆婆", "妻兄", "儿媳", "同学"])
    func otherRelativesAreNoMatterOfThisRule(relation: String) {
        let kin = [KinFact(relation: relation, unitId: Self.targetId, unitName: "甲社区")]
        #expect(hits(Self.candidate(kin: kin), as: .leader) == [])
    }

    /// Close in-laws by the words people use; the leadership post makes them a matter of RC5.
    @Test(arguments: ["连襟", "大舅子", "小姨子", "妯娌", "舅妈", "姑父"]) func inLawsByTheirEverydayNames(relation: String) {
        let leading = [KinFact(relation: relation, unitId: Self.targetId, unitName: "甲社区", post: "书记")]
        #expect(hits(Self.candidate(kin: leading)) == ["RC5 hard"])
        #expect(hits(Self.candidate(kin: [KinFact(relation: "老公", unitId: Self.targetId, unitName: "甲社区")])) == ["RC4 hard"])
    }

    /// A word nobody has classed is open, not clear, and the answer names it (decision 0021).
    @Test(arguments: ["前妻", "未婚夫", "媳妇", "契爷"]) func anUnknownRelationLeavesTheRulesOpen(relation: String) {
        func verdicts(_ unit: UniqueID?, _ name: String) -> [String: RecusalLine] {
            let candidate = Self.candidate(kin: [KinFact(relation: relation, unitId: unit, unitName: name, post: "书记")])
            let lines = Recusal.verdicts(candidate, as: .inspector, for: Self.target, on: Self.day)
            return Dictionary(lines.map { ($0.rule.id, $0) }) { first, _ in first }
        }
        let there = verdicts(Self.targetId, "甲社区"), somewhere = verdicts(nil, "某厅"), elsewhere = verdicts(Self.otherId, "乙局")
        for rule in ["RC4", "RC5"] {
            #expect(there[rule]?.verdict == .unknown)
            #expect(there[rule]?.evidence?.arguments["relation"] == .text(relation))
            #expect(somewhere[rule]?.verdict == .unknown)
            #expect(elsewhere[rule]?.verdict == .clear)
        }
    }

    @Test func kinElsewhereIsNoReason() {
        let kin = [
            KinFact(relation: "配偶", unitId: Self.parentId, unitName: "丙街道"), KinFact(relation: "父亲", unitId: nil, unitName: ""),
        ]
        #expect(hits(Self.candidate(kin: kin), as: .leader) == [])
    }

    @Test func everyReasonIsReported() {
        let all = Self.candidate(
            unit: Self.targetId, name: "甲社区", posts: [Self.span("2019.01", nil)],
            kin: [KinFact(relation: "配偶", unitId: Self.targetId, unitName: "甲社区")])
        #expect(hits(all) == ["RC1 hard", "RC2 soft", "RC4 hard"])
    }

    @Test func whatIsNotOnRecordIsSaid() {
        let vague = Self.candidate(
            unit: nil, name: "某局", posts: [Self.span("2019.01", nil, unit: nil, name: "某厅")],
            kin: [
                KinFact(relation: "配偶", unitId: nil, unitName: ""), KinFact(relation: "同学", unitId: nil, unitName: "某厅"),
                KinFact(relation: "堂弟", unitId: nil, unitName: "某厅"),
            ])
        #expect(Recusal.gaps(of: vague).map(\.rule.id) == ["RC1", "RC2", "RC4", "RC4"])
        #expect(
            Recusal.gaps(of: Self.candidate(kinStated: false)).map(\.evidence.key) == ["recusal.gap.posts", "recusal.gap.kin"])
    }

    // MARK: the sample roster

    static let sample: [(cadre: String, unit: String, verdicts: [String])] = [
        ("江洋", "330106J33-01", ["RC1 hard", "RC2 hard", "RC4 clear"]),
        ("江洋", "330106J33", ["RC1 hard", "RC2 clear", "RC4 clear"]),
        ("江洋", "330106009", ["RC1 clear", "RC2 clear", "RC4 clear"]),
        ("江洋", "330106J21", ["RC1 clear", "RC2 clear", "RC4 clear", "RC5 unknown"]),
        ("郝磊", "330106012901", ["RC1 hard", "RC2 clear", "RC4 unknown", "RC5 unknown", "RC9 unknown"]),
        ("郝磊", "330106J02", ["RC1 clear", "RC2 hard", "RC4 unknown", "RC5 unknown"]),
    ]

    @Test(arguments: sample.indices) func theSampleRosterIsChecked(index: Int) throws {
        let district = try SampleDistrict.toLookAt()
        let (cadre, unit, verdicts) = Self.sample[index]
        let page = try district.office.run(
            CheckRecusal.self, .init(cadre: cadre, unit: unit, role: .leader, on: CalendarDate("2024-06-30")))
        let found = page.rows.map { "\($0.rule.id) \($0.verdict.rawValue)" }
        #expect(Set(page.rows.map(\.rule.id)).count == 11)
        for verdict in verdicts { #expect(found.contains(verdict), "\(found)") }
        for row in page.rows where row.verdict != .clear {
            let text = district.office.text(try #require(row.evidence))
            #expect(!text.contains("{"), "\(text)")
        }
        #expect(!district.office.text(try #require(page.sentence)).contains("{"))
    }

    /// 西湖区国库支付中心 stands below 西湖区财政局.
    @Test func aUnitBelowTheTargetIsSaidToBeBelow() throws {
        let district = try SampleDistrict.toLookAt()
        let page = try district.office.run(CheckRecusal.self, .init(cadre: "江洋", unit: "330106J33", role: .inspector))
        let line = try #require(page.rows.first { $0.rule.id == "RC1" })
        #expect(line.verdict == .hard)
        #expect(line.evidence?.key == "RC1.refusal.subordinate")
        let text = district.office.text(try #require(line.evidence))
        #expect(text.contains("西湖区国库支付中心") && text.contains("西湖区财政局"))
    }

    @Test func theRoleIsTheHighestPool() throws {
        let district = try SampleDistrict.toLookAt()
        let page = try district.office.run(CheckRecusal.self, .init(cadre: "郝磊", unit: "330106J02"))
        #expect(page.sentence?.arguments["role"] == .key("poolKind.leader"))
    }
}
