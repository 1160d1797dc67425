import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit

/// Amends a record. What was there before is kept as a dated fact with its source; a new post closes the one before it.
struct AmendCadre: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var name: String?
        var birthMonth: String?
        /// Code of the unit where they work now.
        var unit: String?
        var postTitle: String?
        var rank: String?
        /// Since when they hold the new post: 2021.06.
        var since: String?
        var gender: Gender?
        var politicalStatus: PoliticalStatus?
        var phone: String?
        var idNumber: String?
        var idKind: IdentityKind?
        var ethnicity: String?
        var nativePlace: String?
        var growthPlace: String?
        var managedBy: CadreJurisdiction?
        var inService: Bool?
        var health: String?
        /// 专业特长, several allowed.
        var specialties: [String]?
        var source: String
        var sourceDate: CalendarDate?
        var version: Int?
    }
    static let name: OperationName = "cadre.amend"
    static let access = Access.roles(cadreKeepers)
    static let positional = ["cadre"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<CadreRecord> {
        let before = try Cadres.cadre(input.cadre, in: context.db)
        try context.expect(version: input.version, stored: before.version)
        var checks = Checks()
        let name = (input.name?.trimmed).flatMap { $0.isEmpty ? nil : CadreInput.name($0, &checks) }
        let born = input.birthMonth.flatMap {
            YearMonth(input: $0, field: "birthMonth", notAfter: YearMonth(context.today), &checks)
        }
        let unit = try input.unit.flatMap { code in try checks.collect { try Units.unit(code: code, in: context.db) } }
        let since = CadreInput.since(input.since, born: born ?? before.birthMonth, &checks, context)
        let phone = CadreInput.phone(input.phone, &checks)
        try checkIdentity(input, born, before, &checks, context)
        for fault in Roster.faults(input.source, on: input.sourceDate, in: context) { checks.add(fault) }
        let movedSince = since ?? YearMonth(input.sourceDate ?? context.today)
        let moves =
            unit.map { $0.id != before.unitId } ?? false || input.postTitle.map { $0.trimmed != before.postTitle } ?? false
        if moves { try checkOrder(movedSince, of: before, &checks, context) }
        try checks.finish()
        let roster = try Roster.entry(input.source, on: input.sourceDate, in: context)
        var cadre = before
        if let name {
            cadre.name = name
            cadre.nameKey = PinyinKey.of(name)
        }
        if let born { cadre.birthMonth = born }
        apply(input, unit, since, to: &cadre)
        try CadreChange.seal(
            phone: phone, idNumber: input.idNumber, kind: input.idKind ?? before.idKind ?? .resident, into: &cadre, context)
        if moves { try CadreChange.movePost(of: cadre, since: movedSince, roster, context) }
        let changed = try CadreChange.keep(before, cadre, roster, context)
        cadre.version += 1
        try cadre.update(context.db)
        try context.noteChange(of: "cadre", cadre.id, from: before, to: cadre)
        let raised = try RecusalCases.recheck(cadre.id, in: context)
        return RecordAnswer(
            try CadreRecord(cadre, for: context),
            sentence: Message(
                "cadre.amend.done", ["cadre": .text(cadre.name), "changed": "\(changed)", "cases": "\(raised)"]))
    }

    /// R-POL-06, for a number that is given and for a month of birth that the kept number contradicts.
    private func checkIdentity(
        _ input: Input, _ born: YearMonth?, _ before: Cadre, _ checks: inout Checks, _ context: WriteContext
    ) throws {
        let kind = input.idKind ?? before.idKind ?? .resident
        try CadreInput.identity(
            input.idNumber, kind: kind, born: born ?? before.birthMonth, of: before.id, &checks, context)
        guard let born, (input.idNumber ?? "").trimmed.isEmpty,
            let kept = try PrivateFields.plainIDNumber(of: before, in: context)
        else { return }
        for fault in IdentityNumber.faults(kept, kind: kind, born: born, field: "birthMonth") { checks.add(fault) }
    }

    /// A new post does not begin before the one it ends.
    private func checkOrder(_ since: YearMonth, of cadre: Cadre, _ checks: inout Checks, _ context: WriteContext) throws {
        let began = try YearMonth.fetchOne(
            context.db,
            sql: "SELECT max(fromMonth) FROM personnel_post WHERE cadreId = ? AND toMonth IS NULL AND voidedBy IS NULL",
            arguments: [cadre.id])
        guard let began else { return }
        checks.require(
            since >= began, Rule.invalid.refused("sinceBeforePost", field: "since", ["since": "\(since)", "from": "\(began)"]))
    }

    private func apply(_ input: Input, _ unit: Unit?, _ since: YearMonth?, to cadre: inout Cadre) {
        if let unit {
            cadre.unitId = unit.id
            cadre.unitName = unit.name
        }
        cadre.postTitle = input.postTitle?.trimmed ?? cadre.postTitle
        cadre.rank = input.rank?.trimmed ?? cadre.rank
        cadre.inPostSince = since ?? cadre.inPostSince
        cadre.gender = input.gender ?? cadre.gender
        cadre.politicalStatus = input.politicalStatus ?? cadre.politicalStatus
        cadre.ethnicity = input.ethnicity?.trimmed ?? cadre.ethnicity
        cadre.nativePlace = input.nativePlace?.trimmed ?? cadre.nativePlace
        cadre.growthPlace = input.growthPlace?.trimmed ?? cadre.growthPlace
        cadre.managedBy = input.managedBy ?? cadre.managedBy
        cadre.inService = input.inService ?? cadre.inService
        cadre.health = input.health?.trimmed ?? cadre.health
        if let words = input.specialties {
            cadre.specialties = words.map(\.trimmed).joined(separator: String(Cadre.specialtySeparator))
        }
    }
}
