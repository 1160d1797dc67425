import GRDB
import Operations
import Persistence
import PluginKit

/// Lists that differ from place to place: words by which a unit or a post is recognised, the ages that end a band, the words of yearly
/// assessments. Each has a documented default.
package enum PersonnelWords: String, Choice {
    /// Discipline work and organisation work, in units or posts. 监察 and 派驻 alone are not among them: 劳动保障监察大队 and
    /// 派驻市场监管所 are no discipline work.
    case discipline, organisation
    /// A leadership member of a unit, in posts.
    case leadership
    /// The last age of each band but the highest, for figures on pools.
    case ageBands
    /// 年度考核等次, as the civil servants' assessment rules have them. An office adds what its institutions write, such as 合格.
    case assessments

    package static let vocabulary = "personnelWords"

    package var standard: String {
        switch self {
        case .discipline: "纪委 纪工委 纪律检查 纪检 监委 监察委 监察办 监察组 监察室 监察专员"
        case .organisation: "组织部 组织委员 组织人事 党建办 组织科 组织员"
        case .leadership: "书记 党委委员 党组成员 党工委委员 局长 主任 部长 主席 检察长 院长 校长 园长 镇长 区长 会长 理事长 董事长 总经理 政委"
        case .ageBands: "35 40 45 50 55"
        case .assessments: "优秀 称职 基本称职 不称职 不定等次"
        }
    }

    /// Why somebody's list cannot be.
    func problem(with text: String) -> Refusal? {
        guard self == .ageBands else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace), ages = words.compactMap { Int($0) }
        let isRising = zip(ages, ages.dropFirst()).allSatisfy { $0 < $1 } && ages.allSatisfy { (1...120).contains($0) }
        return ages.count == words.count && isRising ? nil : Rule.invalid.refused("ageBands", field: "words")
    }
}

/// What differs from place to place in choosing people, as it is in force.
package struct PersonnelSettings: Sendable {
    /// 年富力强: the age ceilings in years. No default: nobody has said one (domain 0, caution 1).
    package static let leaderAge = Setting(
        "personnel.leaderAgeCeiling", standard: nil, in: 18...80, source: "domain 4.21", keepers: keepers)
    package static let deputyAge = Setting(
        "personnel.deputyAgeCeiling", standard: nil, in: 18...80, source: "domain 4.21", keepers: keepers)
    /// 多岗位锻炼: in how many units somebody must have worked.
    package static let minimumUnits = Setting(
        "personnel.minimumUnits", standard: 2, in: 1...20, source: "domain 4.21", keepers: keepers)
    /// RC2, RC6, RC7: months that count as recent, and as long.
    static let recentMonths = Setting(
        "personnel.recentMonths", standard: 36, in: 1...600, source: "domain 4.21, S9", keepers: keepers)
    static let longMonths = Setting(
        "personnel.longMonths", standard: 36, in: 1...600, source: "domain 4.21, S9", keepers: keepers)
    /// Months from admission to the next review of a pool membership.
    static let reviewMonths = Setting("personnel.reviewMonths", standard: 24, in: 1...120, source: "design", keepers: keepers)
    /// The year from which career moves are counted.
    static let careersSince = Setting("personnel.careersSince", standard: 2017, in: 1950...2999, source: "seed", keepers: keepers)
    /// Fewer returned questionnaires than this are not shown: they could be somebody's.
    static let evaluationMinimum = Setting(
        "personnel.evaluationMinimum", standard: 3, in: 1...100, source: "design", keepers: keepers)

    /// What an answer to a questionnaire counts, in hundredths of the full mark that 优 has.
    static let goodMark = Setting("personnel.goodMark", standard: 80, in: 0...100, source: "design", keepers: keepers)
    static let fairMark = Setting("personnel.fairMark", standard: 60, in: 0...100, source: "design", keepers: keepers)
    static let poorMark = Setting("personnel.poorMark", standard: 0, in: 0...100, source: "design", keepers: keepers)

    /// How many of the four bodies must be in favour of somebody before the shortlist. The reference leaves it open.
    static let favourableOpinions = Setting(
        "personnel.favourableOpinions", standard: 3, in: 1...4, source: "design", keepers: keepers)

    private static let keepers: Set<Role> = [.organisationDepartment, .leadingGroup, .inspectionOffice]

    /// As an office sees and changes them.
    static let all = [
        leaderAge, deputyAge, minimumUnits, recentMonths, longMonths, reviewMonths, careersSince, evaluationMinimum,
        goodMark, fairMark, poorMark, favourableOpinions,
    ]

    private var numbers: [String: Int] = [:]
    private var lists: [String: String] = [:]

    /// The defaults, with numbers of one's own by setting.
    package init(_ numbers: [(Setting, Int)] = []) {
        for (setting, number) in numbers { self.numbers[setting.id] = number }
    }

    /// The values in force: two queries.
    package init(_ db: Database) throws {
        let values = try SettingValues(of: "personnel", in: db)
        for setting in Self.all { numbers[setting.id] = values[setting] }
        let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT list, words FROM personnel_words"))
        for row in rows { lists[row[0]] = row[1] }
    }

    package subscript(setting: Setting) -> Int? { numbers[setting.id] ?? setting.standard }

    package subscript(words list: PersonnelWords) -> [String] {
        self[text: list].split(whereSeparator: { $0.isWhitespace || $0 == "、" }).map(String.init)
    }

    package subscript(text list: PersonnelWords) -> String { lists[list.rawValue] ?? list.standard }

    /// The first day of the year from which career moves are counted.
    var careerStart: CalendarDate? { self[Self.careersSince].flatMap { CalendarDate(year: $0, month: 1, day: 1) } }

    /// Fewer returned questionnaires than this could be somebody's.
    var evaluationMinimum: Int { self[Self.evaluationMinimum] ?? 3 }

    /// The last ages of the bands, rising.
    var ageBands: [Int] { self[words: .ageBands].compactMap { Int($0) } }

    /// The next review of somebody admitted or reviewed on a day.
    func review(after day: CalendarDate) -> CalendarDate { day.adding(months: self[Self.reviewMonths] ?? 24) }

    /// What recusal depends on.
    package var recusal: RecusalSettings {
        RecusalSettings(
            recentMonths: self[Self.recentMonths] ?? 36, longMonths: self[Self.longMonths] ?? 36,
            leadershipWords: self[words: .leadership])
    }
}
