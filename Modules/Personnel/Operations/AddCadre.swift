import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit

/// Registers one person, with what the entry rests on.
struct AddCadre: Command {
    struct Input: Codable, Sendable {
        var name: String
        /// 1987.01
        var birthMonth: String
        /// Code of the unit where they work.
        var unit: String
        var gender: Gender?
        var postTitle: String?
        var rank: String?
        /// Since when they hold the post: 2021.06.
        var since: String?
        var phone: String?
        var idNumber: String?
        var idKind: IdentityKind?
        var managedBy: CadreJurisdiction?
        var inService: Bool?
        var source: String
        var sourceDate: CalendarDate?
        /// Register the person although somebody is alike.
        var distinct: Bool?
    }
    static let name: OperationName = "cadre.add"
    static let access = Access.roles(cadreKeepers)

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<CadreRecord> {
        var checks = Checks()
        let name = CadreInput.name(input.name, &checks)
        let born = YearMonth(input: input.birthMonth, field: "birthMonth", notAfter: YearMonth(context.today), &checks)
        let unit = try checks.collect { try Units.unit(code: input.unit, in: context.db) }
        let since = CadreInput.since(input.since, born: born, &checks, context)
        let phone = CadreInput.phone(input.phone, &checks)
        try CadreInput.identity(input.idNumber, kind: input.idKind ?? .resident, born: born, of: nil, &checks, context)
        for fault in Roster.faults(input.source, on: input.sourceDate, in: context) { checks.add(fault) }
        if let name, let born, input.distinct != true { try refuseAlike(name, born, phone, &checks, context) }
        try checks.finish()
        guard let name, let born, let unit else { throw Rule.invalid.refused("empty", field: "birthMonth") }
        let roster = try Roster.entry(input.source, on: input.sourceDate, in: context)
        var cadre = Cadre(
            id: context.nextID(), name: name, born: born, unit: unit.id, unitName: unit.name, roster: roster.id)
        cadre.gender = input.gender
        cadre.postTitle = input.postTitle?.trimmed
        cadre.rank = input.rank?.trimmed
        cadre.inPostSince = since
        cadre.managedBy = input.managedBy
        cadre.inService = input.inService
        try CadreChange.seal(
            phone: phone, idNumber: input.idNumber, kind: input.idKind ?? .resident, into: &cadre, context)
        try cadre.insert(context.db)
        if let since {
            try Post(
                id: context.nextID(), cadreId: cadre.id, ordinal: 1, unitId: unit.id, unitName: unit.name,
                title: cadre.postTitle, fromMonth: since, toMonth: nil, rosterId: roster.id
            ).insert(context.db)
        }
        try context.noteChange(of: "cadre", cadre.id, to: cadre)
        return RecordAnswer(
            try CadreRecord(cadre, for: context), sentence: Message("cadre.add.done", ["cadre": .text(cadre.name)]))
    }

    /// Somebody of the same name or telephone, born in the same month, may be the same person.
    private func refuseAlike(
        _ name: String, _ born: YearMonth, _ phone: String?, _ checks: inout Checks, _ context: WriteContext
    ) throws {
        var people = KnownPeople()
        let register = try RegisteredPeople(context)
        for mark in register.marks { people.add(mark, at: .register) }
        let own = PersonMark(name: name, birthMonth: born, phone: phone)
        let alike: PersonMark
        switch people.verdict(own) {
        case .perhaps(_, let mark): alike = mark
        case .present, .twice: alike = own
        case .new, .namesake: return
        }
        guard let id = register.id(of: alike), let cadre = try Cadres.cadre(id: id, in: context.db) else { return }
        checks.add(Rule.duplicate.refused("cadre", field: "name", CadreInput.told(cadre)))
    }
}

extension YearMonth {
    /// A month that somebody typed, as rosters write it or any way that can be read.
    init?(input text: String, field: String, notAfter limit: YearMonth? = nil, _ checks: inout Checks) {
        guard let month = Cells.yearMonth(text).certain else {
            checks.add(Rule.invalid.refused("month", field: field, ["value": .text(text)]))
            return nil
        }
        if let limit, month > limit {
            checks.add(Rule.invalid.refused("future", field: field, ["date": "\(month)", "today": "\(limit)"]))
            return nil
        }
        self = month
    }
}

extension Cadre {
    /// A record with what nobody can do without.
    init(id: UniqueID, name: String, born: YearMonth, unit: UniqueID?, unitName: String, roster: UniqueID) {
        self.init(
            seq: nil, id: id, version: 1, name: name, nameKey: PinyinKey.of(name), birthMonth: born, unitId: unit,
            unitName: unitName, specialties: "", kinStated: false, rosterId: roster)
    }
}
