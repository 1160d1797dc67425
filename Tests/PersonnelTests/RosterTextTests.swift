import Interchange
import Operations
import Organization
import PluginKit
import Testing

@testable import Personnel

/// Work histories and declarations of relatives, as people write them.
@Suite struct RosterTextTests {
    private func career(_ text: String) -> CareerText {
        CareerText(Cells.list(text).certain ?? []) { RosterUnit(id: nil, name: $0) }
    }

    private func kin(_ text: String) -> KinText {
        KinText(Cells.list(text).certain ?? [], vocabulary: .standard) { RosterUnit(id: nil, name: $0) }
    }

    private func keys(_ notes: [CellNote]) -> [String] {
        notes.map { String($0.message.key.split(separator: ".").last ?? "") }.filter { $0 != "careerUnits" && $0 != "kinUnit" }
    }

    @Test(arguments: [
        "2004.06-2006.12 西湖区审计局 科员", "2004.06-2006.12西湖区审计局 科员", "2004年6月至2006年12月 西湖区审计局 科员",
        "２００４．０６－２００６．１２　西湖区审计局　科员", "2004.06 - 2006.12 西湖区审计局 科员", "2004/06—2006/12 西湖区审计局 科员",
    ])
    func onePostIsReadInManyForms(text: String) {
        let read = career(text)
        #expect(read.posts.map(\.unit.name) == ["西湖区审计局"])
        #expect(read.posts.map(\.title) == ["科员"])
        #expect(read.posts.map(\.from) == [YearMonth("2004.06")])
        #expect(read.posts.map(\.to) == [YearMonth("2006.12")])
        #expect(keys(read.notes) == [])
    }

    @Test(arguments: ["2019.12-至今 三墩镇 副镇长", "2019.12至今 三墩镇 副镇长", "2019.12-今 三墩镇 副镇长", "2019.12-现在 三墩镇 副镇长"])
    func aPostMayLast(text: String) {
        #expect(career(text).posts.map(\.to) == [nil])
        #expect(career(text).posts.map(\.unit.name) == ["三墩镇"])
    }

    @Test(arguments: [
        ("2004.06-2006.12 甲局 科员；2006.12-至今 乙局 科长", 2, []), ("2004.06-2006.12 甲局 科员\n2006.12-至今 乙局 科长", 2, []),
        ("2006.09-2015.01 甲局 科员;2013.05-至今 乙局 科长", 2, ["careerOverlap"]),
        ("2010.07-2008.03 甲局 科员;2008.03-至今 乙局 科长", 2, ["careerReversed"]), ("多年从事财务工作", 0, ["careerUnread"]),
        ("2004.06-2006.12", 0, ["careerUnread"]), ("2004.13-2006.12 甲局 科员", 0, ["careerUnread"]),
        ("2004.1-2006.12 甲局 科员", 0, ["lostZero"]), ("04.06-06.12 甲局 科员", 0, ["twoDigitYear"]), ("", 0, []),
    ])
    func whatIsOddIsSaid(text: String, posts: Int, notes: [String]) {
        #expect(career(text).posts.count == posts)
        #expect(keys(career(text).notes) == notes)
    }

    @Test func aReversedPostKeepsItsMonths() {
        let post = career("2010.07-2008.03 甲局 科员").posts.first
        #expect(post?.from == YearMonth("2010.07"))
        #expect(post?.to == YearMonth("2008.03"))
    }

    @Test(arguments: [
        ("无", [], []), ("没有", [], []), ("堂弟:西湖区妇联", ["堂弟"], []), ("堂弟：西湖区妇联；配偶： 西湖区财政局", ["堂弟", "配偶"], []),
        ("配偶:", ["配偶"], ["kinNoUnit"]), ("爱人在教育局", [], ["kinUnread"]), (":教育局", [], ["kinUnread"]),
        ("把兄弟:教育局", ["把兄弟"], ["kinRelation"]), ("无;配偶:教育局", ["配偶"], ["kinUnread"]),
    ])
    func declarationsAreRead(text: String, relations: [String], notes: [String]) {
        #expect(kin(text).kin?.map(\.relation) == relations)
        #expect(keys(kin(text).notes) == notes)
    }

    @Test func sayingNothingIsNotSayingNone() {
        #expect(kin("").kin == nil)
        #expect(kin("无").kin == [])
    }

    @Test func everyNoteHasItsWords() throws {
        let strings = try Registry.build(
            SampleDistrict.plugins, crossChecks: false
        ).strings
        let keys = strings.keys.filter { $0.hasPrefix("personnel.roster.") }
        #expect(keys.count > 30)
        for note in career("x;2010.07-2008.03 甲 乙;2007.01-至今 丙 丁").notes + kin("x;配偶:;把兄弟:甲").notes {
            for language in Language.allCases {
                let text = strings.text(note.message, in: language)
                #expect(text != note.message.key && !text.contains("{"), "\(text)")
            }
        }
    }

    @Test(
        arguments: [
            ("堂弟:灵隐街道 党工委书记 李四", "灵隐街道", "党工委书记", "李四"), ("堂弟:灵隐街道 科员", "灵隐街道", "科员", nil),
            ("堂弟：灵隐街道", "灵隐街道", nil, nil),
        ] as [(String, String, String?, String?)])
    func aRelativesPostAndNameAreRead(text: String, unit: String, post: String?, name: String?) {
        let read = kin(text).kin?.first
        #expect(read?.unit.name == unit && read?.post == post && read?.name == name)
    }

    @Test(
        arguments: [
            ("1999.09-2003.06 浙江大学 法学", "浙江大学", "法学", nil, "1999.09"),
            ("2008.09-2010.06 省委党校 公共管理 导师:王强", "省委党校", "公共管理", "王强", "2008.09"), ("浙江大学", "浙江大学", nil, nil, nil),
        ] as [(String, String, String?, String?, String?)])
    func schoolsAreRead(text: String, school: String, major: String?, supervisor: String?, from: String?) {
        let study = StudyText([text]) { RosterUnit(id: nil, name: $0) }.studies.first
        #expect(study?.school.name == school && study?.major == major && study?.supervisor == supervisor)
        #expect(study?.from.map { "\($0)" } == from)
    }

    @Test func aSchoolThatCannotBeReadIsAsked() {
        let read = StudyText(["1999.13-2003.06 浙江大学"]) { RosterUnit(id: nil, name: $0) }
        #expect(read.studies.isEmpty && keys(read.notes) == ["studyUnread"])
    }

    @Test(
        arguments: [
            ("参加过上一轮巡察", "上一轮", 1), ("参加过 2 轮巡察", "2轮", 2), ("曾参加过两次巡察，表现优秀", "两次", 2), ("参加过第三轮巡察", "第三轮", 1),
            ("参加过十三届区委第五轮巡察", "十三届区委第五轮", 1), ("参加过十二次巡察", "十二次", 12), ("参加过十次巡察", "十次", 10), ("参加过巡察", "巡察", 1),
            ("未参加过巡察", nil, 0), ("没有参加过上一轮巡察", nil, 0),
            ("参加过培训，未参加巡察", nil, 0), ("有会计中级职称", nil, 0), (nil, nil, 0),
        ] as [(String?, String?, Int)])
    func serviceIsReadFromARemark(text: String?, words: String?, rounds: Int) {
        let read = ServiceRemark(text)
        #expect(read?.words == words && (read?.rounds ?? 0) == rounds)
    }
}
