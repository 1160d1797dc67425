import GRDB
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit

/// An export read whole: what is to be saved, and what there is to say about its rows. Nothing has been saved.
struct StudyReading {
    /// A row with the person it is about.
    struct Entry {
        var cadre: UniqueID
        /// The day as it is stored; text is bound without being made again.
        var date: String
        var row: StudyRow
    }

    private(set) var entries: [Entry] = []
    private(set) var report: ImportReport
    /// Rows that are in the log already, or twice in the file.
    private(set) var present = 0

    private let columns: ColumnMap
    private let caps: [String: Int]
    private let dayCaps: DayCaps
    /// The caps of the parts that rows have, in their order; looked up once.
    private var partCaps: [(key: String, most: Int?)] = []
    private let today: CalendarDate
    private var people: PeopleLookup
    private var stored: StoredStudy
    private var dates: [CalendarDate: String] = [:]
    private var late: [RowFault] = []

    init(_ table: SourceTable, platform: StudyPlatform, in context: WriteContext) throws {
        let read = platform.makeReader()
        let preview = try ImportPreview(table, fields: platform.fields) { read(&$0) }
        if preview.rows.contains(where: { $0.value.phoneTail != nil }) { try context.vault.requireKey(in: context.db) }
        columns = preview.columns
        report = preview.report
        caps = try StudyCaps.of(platform.code, in: context)
        dayCaps = DayCaps(caps)
        today = context.today
        people = PeopleLookup(try PeopleDirectory(in: context))
        stored = try StoredStudy(platform: platform.code, days: preview.rows.lazy.map(\.value.date), in: context.db)
        entries.reserveCapacity(preview.rows.count)
        for row in preview.rows { take(row.value, row.number) }
        settle()
    }

    private mutating func take(_ row: StudyRow, _ number: Int) {
        guard let person = person(row, number) else { return }
        guard row.date <= today else {
            let facts = ["date": "\(row.date)", "today": "\(today)"]
            return note(number, "date", "\(row.date)", Message("R-LOG-01.refusal.future", facts), rule: StudyRules.plausible)
        }
        if isOverPart(row, number) { return }
        let key = StoredStudy.Key(cadre: person.id, day: row.date.dayNumber, topic: row.topic)
        let dayKey = key.dayKey, before = stored.days[dayKey]
        if before != nil, let twin = stored.entries[key] { return take(row, number, twinOf: twin) }
        var day = before ?? DayTotals()
        day.add(minutes: row.minutes, points: row.points)
        let faults = day.faults(dayCaps)
        guard faults.isEmpty else {
            for fault in faults { note(number, fault, row, person) }
            return
        }
        stored.days[dayKey] = day
        stored.entries[key] = StoredStudy.Amount(points: row.points, minutes: row.minutes, row: number)
        entries.append(Entry(cadre: person.id, date: text(of: row.date), row: row))
    }

    private mutating func person(_ row: StudyRow, _ number: Int) -> PeopleDirectory.Person? {
        switch people.match(row.name, row.phoneTail) {
        case .one(let person): return person
        case .none: note(number, "name", row.name, Message("study.import.unknownPerson", ["name": row.name]))
        case .several(let people):
            let facts = ["name": row.name, "people": Self.list(people)]
            note(number, "name", row.name, Message("study.import.sameName", facts), .question)
        case .otherDigits(let people):
            let facts = ["name": row.name, "digits": row.phoneTail ?? "", "people": Self.list(people)]
            note(number, "phoneTail", row.phoneTail ?? "", Message("study.import.otherDigits", facts), .question)
        }
        return nil
    }

    private static func list(_ people: [PeopleDirectory.Person]) -> String { people.map(\.unitName).joined(separator: "、") }

    /// Skips what is there already; the same thing with other figures is a question.
    private mutating func take(_ row: StudyRow, _ number: Int, twinOf twin: StoredStudy.Amount) {
        let isSame = twin.points == row.points && twin.minutes == row.minutes
        let variant = (twin.row == nil ? "stored" : "twice") + (isSame ? "" : "Differs")
        guard !isSame else {
            present += 1
            let place: [String: String] = twin.row.map { ["row": "\($0)"] } ?? [:]
            let said = Message("R-LOG-02.refusal.\(variant)", place)
            let many = twin.row == nil ? nil : Message("R-LOG-02.refusal.twiceMany")
            return note(number, "date", "\(row.date)", said, .notice, rule: StudyRules.once, many: many)
        }
        let facts = ["row": "\(twin.row ?? 0)", "was": twin.text, "is": StoredStudy.Amount(row).text]
        note(number, "date", "\(row.date)", Message("R-LOG-02.refusal.\(variant)", facts), .question, rule: StudyRules.once)
    }

    private mutating func isOverPart(_ row: StudyRow, _ number: Int) -> Bool {
        var isOver = false
        for (place, (key, value)) in row.parts.enumerated() {
            guard let most = mostOf(key, at: place), value > most else { continue }
            note(
                number, key, "\(value)",
                Message("study.import.overPart", ["part": .key("studyPart.\(key)"), "value": "\(value)", "most": "\(most)"]),
                rule: StudyRules.plausible)
            isOver = true
        }
        return isOver
    }

    /// The cap of a part. Rows of one file have the same parts in the same order.
    private mutating func mostOf(_ part: String, at place: Int) -> Int? {
        if place < partCaps.count, partCaps[place].key == part { return partCaps[place].most }
        let most = caps[part]
        if place == partCaps.count { partCaps.append((part, most)) }
        return most
    }

    private mutating func note(
        _ number: Int, _ fault: DayTotals.Fault, _ row: StudyRow, _ person: PeopleDirectory.Person
    ) {
        let refusal = fault.refusal(cadre: person.name, row.date)
        note(number, refusal.field ?? "date", "\(row.date)", refusal.message, rule: refusal.rule)
    }

    private mutating func note(
        _ number: Int, _ field: String, _ value: String, _ message: Message, _ severity: RowFault.Severity = .refused,
        rule: Rule = .invalid, many: Message? = nil
    ) {
        late.append(
            RowFault(
                row: number, column: columns.title(field), value: value, message: message, severity: severity, rule: rule,
                summary: many))
    }

    private mutating func text(of date: CalendarDate) -> String {
        if let text = dates[date] { return text }
        let text = date.description
        dates[date] = text
        return text
    }

    private mutating func settle() {
        report.accepted = entries.count
        report.refused = report.rowsRead - entries.count - present
        guard !late.isEmpty else { return }
        let all = report.faults + late
        report.faults = all.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
    }
}

/// Looks each person up once, however many rows a file has of them.
struct PeopleLookup {
    private struct Key: Hashable {
        var name: String
        var phoneTail: String?
    }

    private let directory: PeopleDirectory
    private var known: [Key: PeopleDirectory.Match] = [:]

    init(_ directory: PeopleDirectory) {
        self.directory = directory
    }

    mutating func match(_ name: String, _ phoneTail: String?) -> PeopleDirectory.Match {
        let key = Key(name: name, phoneTail: phoneTail)
        if let match = known[key] { return match }
        let match = directory.match(name, phoneTail: phoneTail)
        known[key] = match
        return match
    }
}
