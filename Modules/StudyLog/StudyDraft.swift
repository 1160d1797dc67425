import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Study that somebody wants to record, before it is checked.
struct StudyDraft: Sendable {
    var date: CalendarDate
    var platform: String
    var material: String?
    var topic: String?
    var minutes: Int?
    var points: Int?
    var mode: StudyMode
    var note: String?
    var application: String?
    var appliedTo: String?

    /// What was studied: a material, whose title is then the topic, or a topic of its own.
    struct Subject {
        var topic: String
        var materialId: UniqueID?
    }

    /// Checks everything that does not depend on the person.
    /// - Throws: `E-VAL`, `E-NOTFOUND`, `R-LOG-01`, all at once.
    func check(in context: ReadContext) throws -> Subject {
        var checks = Checks()
        try checks.collect { try context.registry.requirePlatform(platform) }
        checks.require(
            date <= context.today,
            StudyRules.plausible.refused("future", field: "date", ["date": "\(date)", "today": "\(context.today)"]))
        for (field, value) in [("minutes", minutes), ("points", points)] {
            checks.require(value ?? 0 >= 0, StudyRules.plausible.refused("negative", field: field, ["value": "\(value ?? 0)"]))
        }
        checks.require(minutes != nil || points != nil, Rule.invalid.refused("studyAmount", field: "minutes"))
        try checks.collect { try checkApplication(in: context) }
        let subject = try checks.collect { try self.subject(in: context) }
        try checks.finish()
        guard let subject else { throw Rule.invalid.refused("missing", field: "topic") }
        return subject
    }

    private func subject(in context: ReadContext) throws -> Subject {
        let topic = topic?.trimmed ?? ""
        guard let material, !material.trimmed.isEmpty else {
            guard !topic.isEmpty else { throw Rule.invalid.refused("studySubject", field: "topic") }
            return Subject(topic: topic)
        }
        guard topic.isEmpty else { throw Rule.invalid.refused("studySubjects", field: "topic") }
        let found = try StudyMaterial.of(code: material, in: context.db)
        guard date >= found.issuedOn else {
            throw StudyRules.plausible.refused(
                "beforeIssue", field: "date", ["date": "\(date)", "title": .text(found.title), "issued": "\(found.issuedOn)"])
        }
        return Subject(topic: found.title, materialId: found.id)
    }

    private func checkApplication(in context: ReadContext) throws {
        guard let appliedTo = appliedTo.filled else { return }
        guard application.filled != nil else { throw Rule.invalid.refused("studyApplication", field: "application") }
        try context.requireRecord(appliedTo, kinds: ["finding", "item"], field: "appliedTo")
    }

    /// Checks what depends on the person and saves the entry.
    /// - Throws: `R-LOG-01`, `R-LOG-02`.
    func save(for cadre: Cadre, _ subject: Subject, no: String, in context: WriteContext) throws -> StudyEntry {
        var checks = Checks()
        try checkDay(of: cadre, subject, &checks, in: context)
        try checks.finish()
        var entry = StudyEntry(
            seq: nil, id: context.nextID(), version: 1, no: no, cadreId: cadre.id, date: date, platform: platform,
            topic: subject.topic, materialId: subject.materialId, minutes: minutes, points: points, mode: mode,
            note: note.filled, application: application.filled, appliedTo: appliedTo.filled,
            appliedOn: application.filled == nil ? nil : date, recordedBy: context.principal.account,
            recordedAt: context.instant)
        try entry.insert(context.db)
        entry.seq = context.db.lastInsertedRowID
        try context.noteChange(of: "studyEntry", entry.id, to: entry)
        return entry
    }

    private func checkDay(of cadre: Cadre, _ subject: Subject, _ checks: inout Checks, in context: WriteContext) throws {
        let others = try StudyEntry.fetchAll(
            context.db.cachedStatement(
                sql: "SELECT * FROM studylog_entry WHERE cadreId = ? AND date = ? AND voidedOn IS NULL"),
            arguments: [cadre.id, date])
        var day = DayTotals()
        for other in others { day.add(minutes: other.minutes, points: other.points, toPlatform: other.platform == platform) }
        day.add(minutes: minutes, points: points)
        if let twin = others.first(where: { $0.platform == platform && $0.topic == subject.topic }) {
            checks.add(StudyRules.once.refused(field: "topic", ["no": .text(twin.no), "cadre": .text(cadre.name)]))
        }
        for fault in day.faults(DayCaps(try StudyCaps.of(platform, in: context))) {
            checks.add(fault.refusal(cadre: cadre.name, date))
        }
    }
}

extension DayTotals.Fault {
    func refusal(cadre: String, _ date: CalendarDate) -> Refusal {
        let who: [String: Message.Argument] = ["cadre": .text(cadre), "date": "\(date)"]
        switch self {
        case .over24Hours(let minutes):
            return StudyRules.plausible.refused(
                "day", field: "minutes", who.merging(["hours": .text(Hours.text(minutes: minutes))]) { $1 })
        case .overCap(let part, let value, let most):
            let facts: [String: Message.Argument] = ["part": .key("studyPart.\(part)"), "value": "\(value)", "most": "\(most)"]
            return StudyRules.plausible.refused(
                "cap", field: part == StudyCap.minutes ? "minutes" : "points", who.merging(facts) { $1 })
        }
    }
}

extension Checks {
    /// Notes what a step refuses and goes on; other errors end the matter.
    @discardableResult
    mutating func collect<Result>(_ step: () throws -> Result) rethrows -> Result? {
        do {
            return try step()
        } catch let error as any UserFacingError {
            for refusal in error.refusals { add(refusal) }
            return nil
        }
    }
}

extension String? {
    /// The text where there is any.
    var filled: String? {
        guard let text = self?.trimmed, !text.isEmpty else { return nil }
        return text
    }
}
