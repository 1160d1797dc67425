import Interchange
import Organization

/// The words older ledgers use, as a table: what is not here is refused with the accepted words named, never guessed.
enum LedgerWords {
    /// Statuses, the usual word for each first.
    static let statuses: [(status: ItemStatus, words: [String])] = [
        (.closed, ["已完成", "完成", "完成整改", "已完成整改", "已整改", "整改完成", "整改到位", "已销号", "销号", "已办结", "办结", "closed", "done"]),
        (
            .longTerm,
            [
                "基本完成", "长期坚持", "基本完成/长期坚持", "基本完成并长期坚持", "基本完成并持续整改", "基本完成取得阶段性成果并持续整改", "持续整改",
                "阶段性完成", "longTerm", "long-term",
            ]
        ),
        (
            .inProgress,
            [
                "整改中", "未完成", "未完成/整改中", "正在整改", "正在整改中", "进行中", "推进中", "未整改", "未销号", "待整改", "已报送", "已核查", "已退回", "重新打开",
                "inProgress", "in progress", "open",
            ]
        ),
    ]

    /// What stands where a date is due and means a kind of fix instead.
    static let kindsOfFix: [String: KindOfFix] = [
        "长期坚持": .longTerm, "长期": .longTerm, "持续整改": .longTerm, "立行立改": .immediate, "立即整改": .immediate, "longTerm": .longTerm,
        "immediate": .immediate,
    ]

    /// Kinds of units, for units that have to be added.
    static let unitKinds: [String: UnitKind] = [
        "区直部门": .districtDepartment, "区直单位": .districtDepartment, "区级部门": .districtDepartment, "镇街": .townSubdistrict,
        "乡镇": .townSubdistrict, "镇": .townSubdistrict, "街道": .townSubdistrict, "国企": .stateEnterprise, "国有企业": .stateEnterprise,
        "区属国企": .stateEnterprise, "事业单位": .institution, "站所": .subStation, "村": .village, "社区": .community, "村社区": .community,
        "其他": .other,
    ]

    private static let statusByWord: [String: ItemStatus] = Dictionary(
        statuses.flatMap { entry in entry.words.map { (key($0), entry.status) } }, uniquingKeysWith: { first, _ in first })

    /// The status a word means; nil when it is none of ours.
    static func status(_ text: String) -> ItemStatus? { statusByWord[key(text)] }

    /// The usual word of each status, for refusals.
    static var usualStatuses: String { statuses.map { $0.words[0] }.joined(separator: "、") }

    static func kindOfFix(_ text: String) -> KindOfFix? { kindsOfFix[key(text)] }
    static func unitKind(_ text: String) -> UnitKind? { unitKinds[key(text)] }

    /// How words are compared: without spaces, half-width, signs that mean "and" or "or" made one, English in its own case.
    private static func key(_ text: String) -> String {
        String(Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text), signs: true)).map { "、，,；;".contains($0) ? "/" : $0 })
    }
}
