import Operations

/// What an office decides for itself about reminders. The caps of platforms come with the platforms.
enum StudySettings {
    /// From how many days before the end of the year everybody who lacks something is reminded.
    static let yearEndDays = Setting(
        "study.yearEndDays", standard: 60, in: 0...366, source: "design", keepers: [.trainer, .inspectionOffice, .administrator])
    /// After how many days an entry that nobody confirmed is listed.
    static let waitingDays = Setting(
        "study.waitingDays", standard: 7, in: 0...366, source: "design", keepers: [.trainer, .inspectionOffice, .administrator])

    static let all = [yearEndDays, waitingDays]
}
