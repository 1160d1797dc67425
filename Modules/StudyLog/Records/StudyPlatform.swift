import Interchange
import Operations
import PluginKit

/// A learning platform whose exports can be read. A plugin brings it; we have no access to the platforms themselves.
///
/// Its name is the string `studyPlatform.CODE`, that of a part of its points `studyPart.PART`.
public struct StudyPlatform: Sendable {
    /// What people type, `xuexi-qiangguo`; never changed once entries bear it.
    public let code: String
    /// How its users study, unless the import says otherwise.
    public let mode: StudyMode
    /// The most it credits to a person in a day, by part. The plugin adds their settings to ``Settings``.
    public let caps: [StudyCap]
    /// The columns of its exports.
    public let fields: [FieldName]
    /// Makes a reader for one file, which may remember what it read.
    public let makeReader: @Sendable () -> (inout RowReader) -> StudyRow?

    public init(
        code: String, mode: StudyMode, caps: [StudyCap], fields: [FieldName],
        makeReader: @escaping @Sendable () -> (inout RowReader) -> StudyRow?
    ) {
        self.code = code
        self.mode = mode
        self.caps = caps
        self.fields = fields
        self.makeReader = makeReader
    }
}

/// The most that is credited in a day: a setting of the office, with the platform's own limit as its default.
public struct StudyCap: Sendable {
    /// Points of all parts together.
    public static let points = "points"
    /// Minutes.
    public static let minutes = "minutes"

    /// ``points``, ``minutes``, or the field's key of a part of the points, such as `articles`.
    public let part: String
    public let setting: Setting

    public init(_ part: String, _ setting: Setting) {
        self.part = part
        self.setting = setting
    }
}

/// One row of an export, read. Fields of a reader that name the person, the day and the figures are to be called `name`,
/// `phoneTail`, `date`, `points` and `minutes`, so that faults found later stand at the right column.
public struct StudyRow: Sendable {
    public var name: String
    /// The last four digits of the telephone number, where the export has them.
    public var phoneTail: String?
    public var date: CalendarDate
    public var topic: String
    public var minutes: Int?
    public var points: Int?
    /// What the points are made of, each with its field's key.
    public var parts: [(key: String, value: Int)]
    public var note: String?

    public init(
        name: String, phoneTail: String?, date: CalendarDate, topic: String, minutes: Int? = nil, points: Int? = nil,
        parts: [(key: String, value: Int)] = [], note: String? = nil
    ) {
        self.name = name
        self.phoneTail = phoneTail
        self.date = date
        self.topic = topic
        self.minutes = minutes
        self.points = points
        self.parts = parts
        self.note = note
    }
}

/// Slot for platforms.
public enum StudyPlatforms: ContributionKind {
    public static let slot = "studyPlatforms"
    public static func key(of value: StudyPlatform) -> String { value.code }

    /// Every platform and every part that has a cap needs a name in both languages.
    public static func problems(in contributions: [Contribution<StudyPlatform>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { contribution in
            registry.strings.missing(
                ["studyPlatform.\(contribution.key)"] + contribution.value.caps.map { "studyPart.\($0.part)" },
                plugin: contribution.plugin)
        }
    }
}

/// The ways to study that need no export: 集中学习, 自学, 其他.
enum OwnPlatforms {
    static let group = "group"
    static let own = "self"
    static let all = [group, own, "other"]
}

extension Registry {
    /// Codes of everything a person can study on.
    var studyPlatforms: [String] { values(StudyPlatforms.self).map(\.code).sorted() + OwnPlatforms.all }

    /// The platform whose exports bear this code.
    /// - Throws: `E-VAL` naming those there are.
    package func importedPlatform(_ code: String, field: String = "platform") throws -> StudyPlatform {
        let platforms = values(StudyPlatforms.self)
        if let platform = platforms.first(where: { $0.code == code }) { return platform }
        throw Rule.invalid.refused(
            "choice", field: field,
            ["value": .text(code), "choices": .text(platforms.map(\.code).sorted().joined(separator: ", "))])
    }

    /// - Throws: `E-VAL` naming the platforms there are.
    func requirePlatform(_ code: String, field: String = "platform") throws {
        guard !studyPlatforms.contains(code) else { return }
        throw Rule.invalid.refused(
            "choice", field: field, ["value": .text(code), "choices": .text(studyPlatforms.joined(separator: ", "))])
    }
}

extension Value {
    /// A platform's name.
    static func platform(_ code: String) -> Value { .word(code: code, key: "studyPlatform.\(code)") }
}
