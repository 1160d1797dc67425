import GRDB
import Operations
import Persistence
import PluginKit

/// Merges two records of one person. Everything of the second goes to the first with its source; what differs is kept as a fact;
/// the second record itself stays, pointing to the first.
struct MergeCadres: Command {
    struct Input: Codable, Sendable {
        /// The record that stays; an id where both share a name.
        var cadre: String
        /// The record that goes into it.
        var duplicate: String
        var reason: String
    }
    static let name: OperationName = "cadre.merge"
    static let access = Access.roles(cadreKeepers)

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<CadreRecord> {
        let before = try Cadres.cadre(input.cadre, in: context.db)
        let gone = try Cadres.cadre(input.duplicate, field: "duplicate", in: context.db)
        var checks = Checks()
        checks.require(before.id != gone.id, Rule.invalid.refused("sameRecord", field: "duplicate"))
        checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        let busy = try Bool.fetchOne(
            context.db, sql: "SELECT EXISTS (SELECT 1 FROM personnel_service WHERE cadreId = ? AND endedOn IS NULL)",
            arguments: [gone.id])
        checks.require(busy != true, Rule.illegalState.refused("mergeServing", field: "duplicate", ["cadre": .text(gone.name)]))
        let pools = try MergedPools(before, gone, in: context.db)
        for fault in pools.faults { checks.add(fault) }
        try checks.finish()
        let roster = try Roster.entry(input.reason.trimmed, on: nil, in: context)
        // Records that went into the one that goes now lead to the one that stays.
        try context.db.execute(
            sql: "UPDATE personnel_cadre SET mergedInto = ?1, version = version + 1 WHERE id = ?2 OR mergedInto = ?2",
            arguments: [before.id, gone.id])
        var kept = before
        try fill(&kept, from: gone, roster, context)
        try MergedRows(from: gone.id, to: kept.id, why: input.reason.trimmed, context).move()
        try pools.merge(why: input.reason.trimmed, context)
        kept.version += 1
        try kept.update(context.db)
        context.reason = input.reason.trimmed
        try context.noteChange(of: "cadre", kept.id, from: before, to: kept)
        try context.noteChange(of: "cadre", gone.id, from: gone, to: ["mergedInto": kept.id.description])
        try RecusalCases.recheck(kept.id, in: context)
        try context.emit(
            MergedCadre.event, payload: MergedCadre(kept: kept.id, gone: gone.id, reason: input.reason.trimmed))
        return RecordAnswer(
            try CadreRecord(kept, for: context), sentence: Message("cadre.merge.done", ["cadre": .text(kept.name)]))
    }

    /// What the kept record does not say is taken over; what both say otherwise becomes a fact.
    private func fill(_ kept: inout Cadre, from gone: Cadre, _ roster: Roster, _ context: WriteContext) throws {
        var differing: [CadreField] = []
        func take<Value: Equatable>(_ path: WritableKeyPath<Cadre, Value?>, _ field: CadreField) {
            guard let other = gone[keyPath: path] else { return }
            if kept[keyPath: path] == nil { kept[keyPath: path] = other }
            if kept[keyPath: path] != other { differing.append(field) }
        }
        take(\.gender, .gender)
        take(\.politicalStatus, .politicalStatus)
        take(\.partyJoinMonth, .partyJoinMonth)
        take(\.education, .education)
        take(\.postTitle, .postTitle)
        take(\.rank, .rank)
        take(\.inPostSince, .inPostSince)
        take(\.recommendedBy, .recommendedBy)
        take(\.ethnicity, .ethnicity)
        take(\.nativePlace, .nativePlace)
        take(\.growthPlace, .growthPlace)
        take(\.workStartMonth, .workStartMonth)
        take(\.managedBy, .managedBy)
        take(\.inService, .inService)
        take(\.health, .health)
        take(\.remark, .remark)
        for field in [CadreField.cadre, .birthMonth, .homeUnit] where field.content(of: kept) != field.content(of: gone) {
            differing.append(field)
        }
        let words = kept.specialtyList + gone.specialtyList.filter { !kept.specialtyList.contains($0) }
        kept.specialties = words.joined(separator: String(Cadre.specialtySeparator))
        kept.kinStated = kept.kinStated || gone.kinStated
        try takePrivate(&kept, from: gone, &differing, context)
        for field in differing {
            try CadreChange.record(
                .merge, value: field.kept(field.content(of: gone)), detail: "\(gone.id)", of: kept.id, roster, context)
        }
    }

    /// Private fields are sealed for their row, so they are opened and sealed anew.
    private func takePrivate(
        _ kept: inout Cadre, from gone: Cadre, _ differing: inout [CadreField], _ context: WriteContext
    ) throws {
        let own = try PrivateFields.plainPhone(of: kept.id, kept.phone, in: context)
        if let phone = try PrivateFields.plainPhone(of: gone.id, gone.phone, in: context), phone != own {
            if own == nil {
                kept.phone = try context.vault.seal(phone, at: PrivateFields.place(.phone, of: kept.id), in: context.db)
            } else {
                differing.append(.phone)
            }
        }
        if let mark = kept.idMark, let other = gone.idMark, mark != other { differing.append(.idNumber) }
        guard let sealed = gone.idNumber, kept.idNumber == nil,
            case .text(let number) = try context.vault.open(sealed, at: PrivateFields.place(.idNumber, of: gone.id))
        else { return }
        kept.idNumber = try context.vault.seal(number, at: PrivateFields.place(.idNumber, of: kept.id), in: context.db)
        kept.idMark = gone.idMark
        kept.idKind = gone.idKind
    }
}
