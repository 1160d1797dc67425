import GRDB
import Operations
import PluginKit

/// What may be set about training; each with a default that an office can change. Where the domain names no figure, the default
/// is off.
enum TrainingSetting: String, CaseIterable {
    /// R-CRS-04: percent of a session that must be attended.
    case attendanceShare
    /// Pass mark of courses that state none.
    case passMark
    /// R-CRS-01: how many general courses make the general tier passed; 0 for all required ones.
    case generalPasses
    /// Hours of training that whoever is to enter a pool needs; 0 for none asked.
    case eligibilityHours
    /// Whether whoever is to enter a pool must have passed the general tier: 1 yes, 0 no.
    case eligibilityGeneral
    /// Hours of training that members of a team need before the round goes on site; 0 for none asked.
    case entryHours
    /// Months over which hours for eligibility and entry are counted; 0 for all ever credited.
    case hoursMonths
    /// How much exams, appraisals and quality of drafts count in the competence profile.
    case examWeight, appraisalWeight, qualityWeight
    /// 工作鉴定: how many points each grade is worth in the competence profile (decision 0050).
    case gradeExcellent, gradeCompetent, gradeBasic, gradeIncompetent
    /// From which competence on somebody counts as having a skill.
    case competenceMark
    /// When sessions usually begin, in minutes after midnight; used for proposals.
    case morningStart, afternoonStart
    /// Minutes in which one meeting of a timetable is held.
    case meetingMinutes
    /// Hours of a course that one meeting covers, in tenths.
    case meetingHours

    /// The default and what may be chosen.
    var range: (standard: Int, low: Int, high: Int) {
        switch self {
        case .attendanceShare: (80, 0, 100)
        case .passMark: (60, 0, 100)
        case .generalPasses: (0, 0, 1000)
        case .eligibilityHours, .entryHours: (0, 0, 10_000)
        case .eligibilityGeneral: (0, 0, 1)
        case .hoursMonths: (12, 0, 1200)
        case .examWeight: (60, 0, 100)
        case .appraisalWeight, .qualityWeight: (20, 0, 100)
        case .gradeExcellent: (90, 0, 100)
        case .gradeCompetent: (75, 0, 100)
        case .gradeBasic: (60, 0, 100)
        case .gradeIncompetent: (0, 0, 100)
        case .competenceMark: (60, 0, 100)
        case .morningStart: (540, 0, 1439)
        case .afternoonStart: (870, 0, 1439)
        case .meetingMinutes: (180, 10, 720)
        case .meetingHours: (40, 5, 240)
        }
    }

    /// As the office sees and changes it.
    var setting: Setting {
        Setting(
            "training.\(rawValue)", standard: range.standard, in: range.low...range.high, source: source,
            keepers: trainingKeepers.union([.administrator]))
    }

    private var source: String { self == .attendanceShare ? "domain 6.13, R-CRS-04" : "design" }
}

/// The settings in force, read at once.
struct TrainingSettings: Sendable {
    private let values: SettingValues?

    /// The defaults.
    init() { values = nil }

    init(_ db: Database) throws { values = try SettingValues(of: "training", in: db) }

    subscript(setting: TrainingSetting) -> Int { values?[setting.setting] ?? setting.range.standard }
}
