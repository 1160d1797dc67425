/// The profiles that come with the program (domain reference, section 3.1). They are defaults to choose from or to replace;
/// nothing in them is law, and values marked `OK-U` or `design` are to be confirmed locally.
extension DeadlineProfile {
    /// P1: three months of concentrated rectification, as counties practise it. The default.
    public static let county3m = DeadlineProfile(unchecked: "county3m", version: 1, terms: StandardTerms.rows.map(\.county3m))
    /// P2: the regulation of 2017.
    public static let reg2017 = DeadlineProfile(unchecked: "reg2017", version: 1, terms: StandardTerms.rows.map(\.reg2017))
    /// P3: the regulation of 2024 as it is commonly described; its articles on limits still have to be verified.
    public static let reg2024 = DeadlineProfile(unchecked: "reg2024", version: 1, terms: StandardTerms.rows.map(\.reg2024))

    /// All of them, the default first.
    public static let standard: [DeadlineProfile] = [county3m, reg2017, reg2024]
}

/// The table of the domain reference, one row per key, one column per profile.
private enum StandardTerms {
    struct Row: Sendable {
        let county3m: DeadlineTerm
        let reg2017: DeadlineTerm
        let reg2024: DeadlineTerm

        init(_ key: DeadlineKey, _ county3m: Cell, _ reg2017: Cell, _ reg2024: Cell) {
            self.county3m = county3m.term(key)
            self.reg2017 = reg2017.term(key)
            self.reg2024 = reg2024.term(key)
        }

        init(_ key: DeadlineKey, same cell: Cell) {
            self.init(key, cell, cell, cell)
        }
    }

    struct Cell {
        var term: (DeadlineKey) -> DeadlineTerm

        init(
            _ period: Period, after: DeadlineKey? = nil, opens: Period? = nil, limit: Period? = nil,
            endsBy: DeadlineEvent? = nil, _ sources: String...
        ) {
            term = { key in
                DeadlineTerm(key, period, after: after, opens: opens, limit: limit, endsBy: endsBy, sources: sources)
            }
        }
    }

    static let rows: [Row] = [
        Row(.noticeBeforeEntry, Cell(.days(10), "S8"), Cell(.days(10), "S8"), Cell(.workingDays(10), "S7")),
        Row(.onsiteRegular, Cell(.days(40), "S49"), Cell(.days(30), "S46"), Cell(.days(60), "S57")),
        Row(.onsiteSpecial, same: Cell(.days(30), "S57")),
        Row(.onsiteLookBack, Cell(.days(25), "S71"), Cell(.days(20), "S81"), Cell(.days(25), "S71")),
        Row(.petitionCutoff, same: Cell(.days(7), "S48")),
        Row(.midtermReport, Cell(.weeks(4), "S57"), Cell(.weeks(4), "S57"), Cell(.weeks(6), "S57")),
        Row(.reportToSecretaryMeeting, same: Cell(.months(1), "S8")),
        Row(.feedbackAfterExit, same: Cell(.days(60), "design")),
        Row(.planSubmit, Cell(.workingDays(15), "S7"), Cell(.workingDays(20), "OK-U"), Cell(.months(1), "S72", "OK-U")),
        Row(.democraticMeeting, same: Cell(.months(1), "S7")),
        Row(.concentrated, Cell(.months(3), "S8", "S7"), Cell(.months(2), "S3"), Cell(.months(6), "OK-U")),
        Row(
            .progressReport, Cell(.sameDay, after: .concentrated, "S3"), Cell(.sameDay, after: .concentrated, "S3"),
            Cell(.months(1), after: .concentrated, "OK-U")),
        Row(.rectificationAll, same: Cell(.months(6), limit: .months(12), "S16")),
        Row(.evaluation, same: Cell(.months(1), after: .concentrated, "S18")),
        Row(
            .revisitWindow, Cell(.months(6), opens: .months(3), "S57"), Cell(.months(6), opens: .months(3), "S57"),
            Cell(.months(12), opens: .months(6), "S19")),
        Row(.immediateFix, same: Cell(.days(15), endsBy: .exit, "S12", "design")),
        Row(.clueOpinion, same: Cell(.months(1), "OK-U")),
        Row(.clueEnquiryReply, same: Cell(.workingDays(15), "OK-U")),
        Row(.clueFeedback, same: Cell(.months(3), "S21")),
        Row(.clueHoldReview, same: Cell(.months(6), "design")),
        Row(.copyNoticeSign, same: Cell(.workingDays(3), "design")),
        Row(.copyNoticeReply, same: Cell(.workingDays(30), "design")),
        Row(.postEvaluationSurvey, same: Cell(.sameDay, "S22", "S23")),
        Row(.postEvaluationFollow, same: Cell(.workingDays(10), "S22")),
        Row(.archiveFile, same: Cell(.months(3), limit: .nextYear(month: 4, day: 30), "S45", "design")),
    ]
}
