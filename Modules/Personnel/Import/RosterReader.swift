import Foundation
import Interchange
import PluginKit

/// Reads one row of a roster. What is certain becomes a value; what is doubtful becomes a question, and the row waits.
struct RosterReader {
    let units: UnitLookup
    let vocabulary: RosterVocabulary
    /// The last month in which anybody in the roster can have been born.
    let latestBirth: YearMonth

    /// What keeps a row from being saved.
    static let blocking: Set<RowFault.Severity> = [.refused, .question]

    /// The row, or nil when it cannot be saved as it stands; the reader's faults say why.
    func read(_ reader: inout RowReader) -> RosterRow? {
        let name = reader.required("name", Cells.personName)
        let birthMonth = reader.required("birthMonth") { Cells.yearMonth($0, notAfter: latestBirth) }
        let posts = career(&reader)
        let unit = unit(&reader, posts: posts)
        let gender = word("gender", vocabulary.genders, &reader)
        let status = word("politicalStatus", vocabulary.politicalStatuses, &reader)
        let joined = reader.value("partyJoinMonth") { Cells.yearMonth($0) }
        let more = extras(&reader, born: birthMonth)
        let row = RosterRow(
            number: reader.row.number, name: name ?? "", gender: gender, birthMonth: birthMonth ?? latestBirth,
            politicalStatus: status,
            partyJoinMonth: joined, education: text("education", &reader), unit: unit ?? RosterUnit(id: nil, name: ""),
            postTitle: text("postTitle", &reader), rank: text("rank", &reader),
            inPostSince: reader.value("inPostSince") { Cells.yearMonth($0) }, posts: posts, specialties: specialties(&reader),
            recommendedBy: text("recommendedBy", &reader), pools: pools(&reader), kin: kin(&reader),
            phone: phone(&reader), remark: text("remark", &reader, read: Cells.note), more: more)
        guard name != nil, birthMonth != nil, unit != nil else { return nil }
        noteContradictions(row, &reader)
        return reader.faults.contains { Self.blocking.contains($0.severity) } ? nil : row
    }

    /// Columns that only fuller rosters have; where they are missing, nothing is said about it.
    private func extras(_ reader: inout RowReader, born: YearMonth?) -> RosterExtras {
        RosterExtras(
            idNumber: idNumber(&reader, born: born), ethnicity: text("ethnicity", &reader),
            nativePlace: text("nativePlace", &reader),
            growthPlace: text("growthPlace", &reader), workStartMonth: reader.value("workStartMonth") { Cells.yearMonth($0) },
            managedBy: optionalWord("managedBy", vocabulary.managers, &reader),
            inService: optionalWord("inService", vocabulary.service, &reader), health: text("health", &reader),
            roundsServed: reader.value("roundsServed", Cells.integer), studies: studies(&reader))
    }

    /// R-POL-06. Anything but 18 characters is the number of another document.
    private func idNumber(_ reader: inout RowReader, born: YearMonth?) -> String? {
        guard let text = reader.value("idNumber", Cells.text) else { return nil }
        let number = IdentityNumber.normalised(text)
        let kind: IdentityKind = number.count == 18 ? .resident : .passport
        for fault in IdentityNumber.faults(number, kind: kind, born: born ?? latestBirth) {
            reader.note("idNumber", fault.message, rule: fault.rule)
        }
        return number
    }

    private func optionalWord<Meaning>(
        _ field: String, _ words: RosterVocabulary.Words<Meaning>, _ reader: inout RowReader
    ) -> Meaning? {
        reader.value(field) { Cells.choice($0, among: words.words, aliases: words.aliases) }.flatMap(words.meaning)
    }

    private func unit(_ reader: inout RowReader, posts: [RosterPost]) -> RosterUnit? {
        let unit = reader.value("unit", units.current)
        if unit == nil, Cells.isBlank(reader.raw("unit")) {
            let present = posts.last { $0.to == nil }?.unit.name
            let note = present.map { CellNote.question("unitMissingPresent", ["unit": $0]) } ?? .question("unitMissing")
            reader.note("unit", note.message, severity: note.severity)
        }
        return unit
    }

    private func career(_ reader: inout RowReader) -> [RosterPost] {
        let entries = reader.value("career") { Cells.list($0) } ?? []
        let career = CareerText(entries, unit: units.unit)
        note("career", career.notes + units.takeForms(), &reader)
        return career.posts
    }

    private func studies(_ reader: inout RowReader) -> [RosterStudy] {
        let read = StudyText(reader.value("studies") { Cells.list($0) } ?? [], unit: units.unit)
        note("studies", read.notes + units.takeForms(), &reader)
        return read.studies
    }

    private func kin(_ reader: inout RowReader) -> [RosterKin]? {
        let entries = reader.value("kin") { Cells.list($0) } ?? []
        let declared = KinText(entries, vocabulary: vocabulary, unit: units.unit)
        note("kin", declared.notes + units.takeForms(), &reader)
        return declared.kin
    }

    private func pools(_ reader: inout RowReader) -> [PoolKind] {
        let entries = reader.value("pool") { Cells.list($0, separator: "|", others: ["、", ";", "；", ",", "，"]) } ?? []
        if entries.isEmpty { note("pool", [.hint("poolMissing")], &reader) }
        var pools: [PoolKind] = []
        for entry in entries {
            let reading = Cells.choice(entry, among: vocabulary.pools.words, aliases: vocabulary.pools.aliases)
            if let message = reading.message, let severity = reading.severity { reader.note("pool", message, severity: severity) }
            if let pool = reading.certain.flatMap(vocabulary.pools.meaning), !pools.contains(pool) { pools.append(pool) }
        }
        return pools
    }

    private func specialties(_ reader: inout RowReader) -> [String] {
        let entries = reader.value("specialties") { Cells.list($0, separator: "|", others: ["、", ";", "；", ",", "，"]) } ?? []
        var words: [String] = []
        for entry in entries {
            let word = vocabulary.specialtyAliases[entry] ?? entry
            if word != entry {
                note("specialties", [.rewritten("specialtyMapped", ["text": entry, "value": word])], &reader)
            } else if !vocabulary.specialties.contains(word) {
                note("specialties", [.hint("specialtyUnknown", ["text": entry])], &reader)
            }
            if !words.contains(word) { words.append(word) }
        }
        return words
    }

    private func word<Meaning>(_ field: String, _ words: RosterVocabulary.Words<Meaning>, _ reader: inout RowReader) -> Meaning? {
        if Cells.isBlank(reader.raw(field)) { note(field, [.hint("missing")], &reader) }
        return reader.value(field) { Cells.choice($0, among: words.words, aliases: words.aliases) }.flatMap(words.meaning)
    }

    /// A number of unusual length is taken as it stands, with a note: it serves to call people up.
    private func phone(_ reader: inout RowReader) -> String? {
        var isOdd = false
        let phone = reader.value("phone") { text in
            guard case .ambiguous(let candidates, _) = Cells.phone(text), candidates.isEmpty else { return Cells.phone(text) }
            isOdd = true
            return .value(Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text), signs: true)))
        }
        if isOdd { note("phone", [.hint("phoneLength", ["text": phone ?? ""])], &reader) }
        return phone
    }

    /// Plain text. What looks like a formula stays text, with a note.
    private func text(
        _ field: String, _ reader: inout RowReader, read: (String) -> CellReading<String> = Cells.text
    ) -> String? {
        let text = reader.value(field, read)
        if text != nil, Cells.looksLikeFormula(reader.raw(field)) { note(field, [.hint("formulaText")], &reader) }
        return text
    }

    private func note(_ field: String, _ notes: [CellNote], _ reader: inout RowReader) {
        for note in notes { reader.note(field, note.message, severity: note.severity) }
    }
}
