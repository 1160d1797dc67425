/// The deadlines of the domain (section 3.1), each counted from one event.
public enum DeadlineKey: String, Sendable, Hashable, Codable, CaseIterable {
    case noticeBeforeEntry = "notice.beforeEntry"
    case onsiteRegular = "onsite.regular"
    case onsiteSpecial = "onsite.special"
    case onsiteLookBack = "onsite.lookBack"
    case petitionCutoff = "petition.cutoffBeforeExit"
    case midtermReport = "midterm.report"
    case reportToSecretaryMeeting = "report.toSecretaryMeeting"
    case feedbackAfterExit = "feedback.afterExit"
    case planSubmit = "plan.submit"
    case democraticMeeting
    case concentrated
    case progressReport = "progress.report"
    case rectificationAll = "rectification.all"
    case evaluation
    case revisitWindow = "revisit.window"
    case immediateFix
    case clueOpinion = "clue.opinion"
    case clueEnquiryReply = "clue.enquiryReply"
    case clueFeedback = "clue.feedback"
    case clueHoldReview = "clue.holdReview"
    case copyNoticeSign = "copyNotice.sign"
    case copyNoticeReply = "copyNotice.reply"
    case postEvaluationSurvey = "postEval.survey"
    case postEvaluationFollow = "postEval.follow"
    case archiveFile = "archive.file"

    /// Key of its name in the string tables.
    public var label: String { "deadlineKey.\(rawValue)" }

    /// The event whose day starts the clock.
    public var start: DeadlineEvent {
        switch self {
        case .noticeBeforeEntry: .notice
        case .onsiteRegular, .onsiteSpecial, .onsiteLookBack, .midtermReport: .entry
        case .petitionCutoff: .plannedExit
        case .reportToSecretaryMeeting, .feedbackAfterExit: .exit
        case .planSubmit, .democraticMeeting, .concentrated, .progressReport, .rectificationAll, .evaluation, .revisitWindow,
            .postEvaluationSurvey, .postEvaluationFollow:
            .feedback
        case .immediateFix: .fixIssued
        case .clueOpinion, .clueFeedback: .clueReceived
        case .clueEnquiryReply: .enquiryReceived
        case .clueHoldReview: .clueHeld
        case .copyNoticeSign, .copyNoticeReply: .copyNoticeIssued
        case .archiveFile: .closing
        }
    }

    /// Whether the period runs back from its event, as the last day for petitions does from the exit.
    public var countsBackwards: Bool { self == .petitionCutoff }

    /// Whether the day reached is the first on which something may be done, not the last: entry after its notice. Nothing is
    /// ever overdue under such a key, so it gives no alerts.
    public var isWaitingPeriod: Bool { self == .noticeBeforeEntry }
}

/// What happens on the day a clock starts.
public enum DeadlineEvent: String, Sendable, Hashable, Codable, CaseIterable {
    /// Notice given to the unit.
    case notice
    case entry
    case plannedExit
    case exit
    /// The feedback meeting.
    case feedback
    /// An immediate-fix notice issued.
    case fixIssued
    /// A clue received by the body that handles it.
    case clueReceived
    /// A letter of enquiry received by the person asked.
    case enquiryReceived
    /// A clue put on hold.
    case clueHeld
    case copyNoticeIssued
    /// The round closed.
    case closing

    /// Key of its name in the string tables.
    public var label: String { "deadlineEvent.\(rawValue)" }
}
