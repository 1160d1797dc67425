import GRDB
import Operations
import Persistence
import PluginKit

/// Adds to an entry how the study was put to use.
struct ApplyStudy: Command {
    struct Input: Codable, Sendable {
        var no: String
        var application: String
        /// Number of the finding or item.
        var appliedTo: String?
        /// The day it was put to use; today when not given.
        var date: CalendarDate?
        var version: Int?
    }
    static let name: OperationName = "study.apply"
    static let access = Access.roles(StudyAccess.writers)
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<StudyRecord> {
        let entry = try StudyChange.entry(input.no, version: input.version, in: context)
        let date = input.date ?? context.today
        var checks = Checks()
        checks.require(!input.application.trimmed.isEmpty, Rule.invalid.refused("missing", field: "application"))
        checks.require(
            (entry.date...max(entry.date, context.today)).contains(date),
            StudyRules.plausible.refused(
                "applied", field: "date", ["date": "\(date)", "low": "\(entry.date)", "high": "\(context.today)"]))
        if let number = input.appliedTo.filled {
            try checks.collect { try context.requireRecord(number, kinds: ["finding", "item"], field: "appliedTo") }
        }
        try checks.finish()
        var changed = entry
        changed.application = input.application.trimmed
        changed.appliedTo = input.appliedTo.filled
        changed.appliedOn = date
        return try StudyChange.save(entry, changed, Message("study.apply.done", ["no": entry.no]), in: context)
    }
}

/// Confirms an entry. Only somebody who neither recorded it nor did the study may.
struct VerifyStudy: Command {
    struct Input: Codable, Sendable {
        var no: String
        var version: Int?
    }
    static let name: OperationName = "study.verify"
    static let access = Access.roles(StudyAccess.keepers)
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<StudyRecord> {
        let entry = try StudyChange.entry(input.no, version: input.version, in: context)
        guard entry.recordedBy != context.principal.account, entry.cadreId != context.principal.cadre else {
            throw Rule.notPermitted.refused("ownStudy", field: "no", ["no": .text(entry.no)])
        }
        guard entry.verifiedOn == nil else {
            throw Rule.illegalState.refused("studyVerified", field: "no", ["no": .text(entry.no)])
        }
        var changed = entry
        changed.verifiedBy = context.principal.account
        changed.verifiedOn = context.today
        return try StudyChange.save(entry, changed, Message("study.verify.done", ["no": entry.no]), in: context)
    }
}

/// Takes an entry out of all sums. It stays in the file with the reason; nothing is deleted. People take back what they entered
/// themselves and nobody confirmed; the keepers of the log may void any.
struct VoidStudy: Command {
    struct Input: Codable, Sendable {
        var no: String
        var reason: String
        var version: Int?
    }
    static let name: OperationName = "study.void"
    static let access = Access.roles(StudyAccess.writers)
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<StudyRecord> {
        let entry = try StudyChange.entry(input.no, version: input.version, in: context)
        guard !input.reason.trimmed.isEmpty else { throw Rule.invalid.refused("missing", field: "reason") }
        let isOwnDraft = entry.recordedBy == context.principal.account && StudyState(entry) == .recorded
        guard isOwnDraft || context.principal.hasAny(of: StudyAccess.keepers) else {
            throw Rule.notPermitted.refused("studyVoid", field: "no", ["no": .text(entry.no)])
        }
        var changed = entry
        changed.voidedBy = context.principal.account
        changed.voidedOn = context.today
        changed.voidReason = input.reason.trimmed
        context.reason = input.reason.trimmed
        return try StudyChange.save(entry, changed, Message("study.void.done", ["no": entry.no]), in: context)
    }
}

/// What all changes of an entry share.
enum StudyChange {
    /// The entry, where the caller sees it and it is not voided.
    static func entry(_ no: String, version: Int?, in context: WriteContext) throws -> StudyEntry {
        let entry = try StudyAccess.entry(no, in: context)
        try check(entry, version: version, in: context)
        return entry
    }

    static func check(_ entry: StudyEntry, version: Int?, in context: WriteContext) throws {
        guard entry.voidedOn == nil else {
            throw Rule.illegalState.refused("studyVoided", field: "no", ["no": .text(entry.no)])
        }
        try context.expect(version: version, stored: entry.version)
    }

    static func save(
        _ before: StudyEntry, _ changed: StudyEntry, _ sentence: Message, in context: WriteContext
    ) throws -> RecordAnswer<StudyRecord> {
        var entry = changed
        entry.version += 1
        try entry.update(context.db)
        try context.noteChange(of: "studyEntry", entry.id, from: before, to: entry)
        return RecordAnswer(try StudyRecord.of(entry, in: context.db), sentence: sentence)
    }
}
