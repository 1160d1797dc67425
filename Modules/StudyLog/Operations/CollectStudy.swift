import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Takes group studies that other modules held into the log, so that attendance is entered once. What is in the log already is left
/// as it is; collecting again adds what is new.
struct CollectStudy: Command {
    struct Input: Codable, Sendable {
        var from: CalendarDate
        /// Today when not given.
        var to: CalendarDate?
        /// How it was studied; systematically when not given.
        var mode: StudyMode?
        var dryRun: Bool?
    }
    static let name: OperationName = "study.collect"
    static let access = Access.roles(StudyAccess.keepers)

    func run(_ input: Input, in context: WriteContext) throws -> Page<CollectedStudy> {
        let isDryRun = input.dryRun ?? false
        let studies = try HeldStudies(on: days(input, context), in: context).all
        for study in studies where !study.entries.isEmpty {
            try StudyImports.save(study.entries, study.origin, mode: input.mode ?? .systematic, in: context)
        }
        if isDryRun { context.discardChanges() }
        let sums: [String: Int] = [
            "studies": studies.count, "saved": studies.map(\.entries.count).reduce(0, +),
            "present": studies.map(\.present).reduce(0, +), "refused": studies.map(\.refused).reduce(0, +),
        ]
        return Page(
            rows: studies,
            sentence: Message(isDryRun ? "study.collect.rehearsed" : "study.collect.done", sums.mapValues { .text("\($0)") }))
    }

    private func days(_ input: Input, _ context: ReadContext) throws -> ClosedRange<CalendarDate> {
        let to = input.to ?? context.today
        var checks = Checks()
        checks.require(
            input.from <= to, Rule.invalid.refused("studyDays", field: "from", ["from": "\(input.from)", "to": "\(to)"]))
        checks.require(
            to <= context.today,
            StudyRules.plausible.refused("future", field: "to", ["date": "\(to)", "today": "\(context.today)"]))
        try checks.finish()
        return input.from...to
    }
}

/// One group study, and what of it is new to the log.
struct CollectedStudy: Tabular {
    var study: GroupStudy
    /// Name of the source that knows it.
    var source: String
    var entries: [StudyReading.Entry] = []
    /// People whose study of this topic on this day is in the log already.
    var present = 0
    /// People whose day would have more than 24 hours.
    var refused = 0

    static let columns: [TableColumn<CollectedStudy>] = [
        .date("studyDate") { $0.study.date },
        .word("studySource", of: "groupStudySource") { $0.source },
        .text("studyCode") { $0.study.code },
        .text("topic") { $0.study.topic },
        .integer("studyPeople") { $0.study.people.count },
        .integer("studySaved") { $0.entries.count },
        .integer("studyPresent") { $0.present },
        .integer("studyRefused") { $0.refused },
    ]

    /// Where its entries come from; who was there is their fingerprint.
    var origin: StudyOrigin {
        let people = study.people.map { "\($0.key) \($0.value)" }.sorted().joined(separator: "\n")
        return StudyOrigin(
            platform: OwnPlatforms.group, name: "\(source)/\(study.code)", data: Data("\(study.date)\n\(people)".utf8),
            rowsRead: study.people.count)
    }
}

/// What was held on some days according to everybody who fills ``GroupStudies``, compared with the log in one query.
struct HeldStudies {
    private(set) var all: [CollectedStudy] = []

    init(on days: ClosedRange<CalendarDate>, in context: ReadContext) throws {
        for source in context.registry.values(GroupStudies.self) {
            all += try source.held(days, context.db).map { CollectedStudy(study: $0, source: source.name) }
        }
        all.sort { ($0.study.date, $0.source, $0.study.code) < ($1.study.date, $1.source, $1.study.code) }
        var stored = try StoredStudy(platform: OwnPlatforms.group, days: all.lazy.map(\.study.date), in: context.db)
        for index in all.indices { Self.take(&all[index], &stored) }
    }

    private static func take(_ line: inout CollectedStudy, _ stored: inout StoredStudy) {
        let study = line.study
        for (cadre, minutes) in study.people.sorted(by: { $0.key < $1.key }) where minutes > 0 {
            let key = StoredStudy.Key(cadre: cadre, day: study.date.dayNumber, topic: study.topic)
            var day = stored.days[key.dayKey] ?? DayTotals()
            day.add(minutes: minutes, points: nil)
            if stored.entries[key] != nil {
                line.present += 1
            } else if !day.faults(DayCaps()).isEmpty {
                line.refused += 1
            } else {
                stored.days[key.dayKey] = day
                stored.entries[key] = StoredStudy.Amount(points: nil, minutes: minutes, row: nil)
                let row = StudyRow(name: "", phoneTail: nil, date: study.date, topic: study.topic, minutes: minutes)
                line.entries.append(StudyReading.Entry(cadre: cadre, date: "\(study.date)", row: row))
            }
        }
    }
}
