import Operations
import Persistence
import Personnel
import PluginKit

/// Records one study of one person.
struct AddStudy: Command {
    struct Input: Codable, Sendable {
        /// Name or id; oneself when not given.
        var cadre: String?
        var date: CalendarDate
        /// Code of the platform; `self` when not given.
        var platform: String?
        /// Code of a material.
        var material: String?
        /// What was studied, where it is no material.
        var topic: String?
        var minutes: Int?
        var points: Int?
        var mode: StudyMode
        var note: String?
        /// How it was put to use.
        var application: String?
        /// Number of the finding or item it was put to use in.
        var appliedTo: String?
    }
    static let name: OperationName = "study.add"
    static let access = Access.roles(StudyAccess.writers)

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<StudyRecord> {
        let draft = StudyDraft(
            date: input.date, platform: input.platform.filled ?? OwnPlatforms.own, material: input.material, topic: input.topic,
            minutes: input.minutes, points: input.points, mode: input.mode, note: input.note, application: input.application,
            appliedTo: input.appliedTo)
        var checks = Checks()
        let cadre = try checks.collect { try StudyAccess.person(input.cadre, among: StudyAccess.keepers, in: context) }
        let subject = try checks.collect { try draft.check(in: context) }
        try checks.finish()
        guard let cadre, let subject else { throw Rule.invalid.refused() }
        let number = try StudyNumber.next(1, in: context)
        let no = StudyNumber.text(year: number.year, number: number.first)
        let entry = try draft.save(for: cadre, subject, no: no, in: context)
        return RecordAnswer(
            try StudyRecord.of(entry, in: context.db), sentence: Message("study.add.done", ["no": entry.no, "cadre": cadre.name]))
    }
}

/// Records one study that several people did together. Nothing is saved unless it can be for everybody.
struct RecordGroupStudy: Command {
    struct Input: Codable, Sendable {
        /// Names or ids.
        var cadre: [String]
        var date: CalendarDate
        var material: String?
        var topic: String?
        var minutes: Int
        var mode: StudyMode
        var note: String?
    }
    static let name: OperationName = "study.group"
    static let access = Access.roles(StudyAccess.keepers)

    func run(_ input: Input, in context: WriteContext) throws -> Page<StudyLine> {
        let draft = StudyDraft(
            date: input.date, platform: OwnPlatforms.group, material: input.material, topic: input.topic, minutes: input.minutes,
            mode: input.mode, note: input.note)
        var checks = Checks()
        checks.require(!input.cadre.isEmpty, Rule.invalid.refused("missing", field: "cadre"))
        let subject = try checks.collect { try draft.check(in: context) }
        let people = try input.cadre.compactMap { name in try checks.collect { try Cadres.cadre(name, in: context.db) } }
        try checks.finish()
        guard let subject else { throw Rule.invalid.refused() }
        let number = try StudyNumber.next(people.count, in: context)
        let entries = try people.enumerated().compactMap { index, cadre in
            try checks.collect {
                let no = StudyNumber.text(year: number.year, number: number.first + index)
                return try draft.save(for: cadre, subject, no: no, in: context)
            }
        }
        try checks.finish()
        let lines = zip(entries, people).map { StudyLine($0, cadre: $1.name, unit: $1.unitName) }
        return Page(
            rows: lines, sentence: Message("study.group.done", ["count": "\(lines.count)", "topic": .text(subject.topic)]))
    }
}
