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
        let since = input.since.flatMap { YearMonth(input: $0, field: "since", &checks) }
        let born = input.birthMonth.flatMap { YearMonth(input: $0, field: "birthMonth", &checks) }
        let unit = try input.unit.map { try Units.unit(code: $0, in: context.db) }
        try checks.finish()
        let roster = try Roster.entry(input.source, on: input.sourceDate, in: context)
        var cadre = before
        if let born { cadre.birthMonth = born }
        apply(input, unit, since, to: &cadre)
        try CadreChange.seal(
            phone: input.phone, idNumber: input.idNumber, kind: input.idKind ?? before.idKind ?? .resident, into: &cadre, context)
        if input.unit != nil || input.postTitle != nil {
            try CadreChange.movePost(of: cadre, since: since ?? YearMonth(roster.rosterDate), roster, context)
        }
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

    private func apply(_ input: Input, _ unit: Unit?, _ since: YearMonth?, to cadre: inout Cadre) {
        if let name = input.name?.trimmed, !name.isEmpty {
            cadre.name = name
            cadre.nameKey = PinyinKey.of(name)
        }
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
