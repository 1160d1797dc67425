import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// What a roster changes for people who are in the register, found before anything is saved, with a note for every difference.
struct RosterUpdates {
    private(set) var updates: [RosterUpdate] = []
    private let day: CalendarDate
    /// Rows about people met before in the same roster.
    private var rowOf: [UniqueID: RosterRow] = [:]

    init(_ reading: inout RosterReading, _ register: RegisteredPeople, in context: WriteContext) throws {
        day = reading.date.day
        let people = try register.people(of: reading.known, in: context)
        for row in reading.known {
            guard let person = people[row.number] else { continue }
            try take(row, person, &reading, context)
        }
    }

    private mutating func take(
        _ row: RosterRow, _ person: RegisteredPerson, _ reading: inout RosterReading, _ context: WriteContext
    ) throws {
        if let first = rowOf.updateValue(row, forKey: person.cadre.id) {
            guard !first.says(what: row) else { return }
            rowOf[person.cadre.id] = first
            return reading.refuse(row, .question("personTwice", ["row": "\(first.number)"]), field: "name", value: row.name)
        }
        for pool in row.pools where !person.pools.contains(pool) {
            reading.note(row, Self.otherPool(pool), field: "pool")
        }
        var update = RosterUpdate(row, of: person, roster: day)
        if !update.isEmpty {
            let doubted = reading.doubted(row)
            for field in update.changedFields where doubted.contains(Self.column(of: field)) {
                update.leave(field)
                reading.note(row, Self.left(field), field: Self.column(of: field))
            }
        }
        guard !update.isEmpty else { return }
        guard day >= person.lastSource else {
            let days = ["roster": "\(day)", "last": "\(person.lastSource)"]
            return reading.note(row, .hint("olderRoster", days), field: "name", value: row.name)
        }
        if let number = update.idNumber, try Self.isTaken(number, of: person.cadre.id, context) {
            let refusal = Rule.duplicate.refused("identity", field: "idNumber")
            return reading.refuse(row, CellNote(message: refusal.message, severity: .refused), field: "idNumber")
        }
        for (field, note) in Self.notes(update, row, person) { reading.note(row, note, field: field) }
        updates.append(update)
    }

    private static func isTaken(_ number: String, of cadre: UniqueID, _ context: WriteContext) throws -> Bool {
        try Bool.fetchOne(
            context.db,
            sql: "SELECT EXISTS (SELECT 1 FROM personnel_cadre WHERE idMark = ? AND mergedInto IS NULL AND id <> ?)",
            arguments: [try PrivateFields.mark(number, in: context), cadre]) ?? false
    }

    /// R-POL-03: a roster takes nobody who is known into a pool.
    private static func otherPool(_ pool: PoolKind) -> CellNote {
        let message = Message("personnel.roster.poolOther", ["pool": .key("poolKind.\(pool.rawValue)")])
        return CellNote(message: message, severity: .notice)
    }

    private static func notes(_ update: RosterUpdate, _ row: RosterRow, _ person: RegisteredPerson) -> [(String, CellNote)] {
        var notes = update.changedFields.map { field in
            (column(of: field), changed(field, field.content(of: update.before), field.content(of: update.after)))
        }
        if update.idNumber != nil {
            let old = person.cadre.idNumber == nil ? nil : CadreField.hidden
            notes.append(("idNumber", changed(.idNumber, old, CadreField.hidden)))
        }
        notes += update.posts.map { ("career", .hint("postAdded", ["entry": $0.raw])) }
        notes += update.corrections.map { before, after in
            let facts = [
                "unit": after.unitName, "from": "\(after.fromMonth)", "before": before.title ?? "—", "after": after.title ?? "—",
            ]
            return ("career", .hint("postCorrected", facts))
        }
        let ended = update.corrections.filter { $0.before.toMonth != $0.after.toMonth }.map(\.after)
        notes += (update.ends + update.left + ended).map { post in
            let end = post.toMonth.map { "\($0)" } ?? ""
            return ("career", .hint("postEnded", ["unit": post.unitName, "title": post.title ?? "", "to": end]))
        }
        notes += update.kin.map { ("kin", .hint("kinAdded", ["entry": $0.raw])) }
        if update.kin.isEmpty, update.after.kinStated != update.before.kinStated { notes.append(("kin", .hint("kinStatedNow"))) }
        if let said = row.kin {
            let standing = person.kin.filter { kin in
                !said.contains { $0.relation == kin.relation && $0.unit.name == kin.unitName }
            }
            notes += standing.map { ("kin", .hint("kinStands", ["entry": $0.raw, "id": "\($0.id)"])) }
        }
        notes += update.studies.map { ("studies", .hint("studyAdded", ["school": $0.school.name])) }
        return notes
    }

    private static func changed(_ field: CadreField, _ before: String?, _ after: String?) -> CellNote {
        let message = Message(
            "personnel.roster.changed",
            ["field": .key("column.\(field.rawValue)"), "before": field.argument(before), "after": field.argument(after)])
        return CellNote(message: message, severity: .notice)
    }

    private static func left(_ field: CadreField) -> CellNote {
        let message = Message("personnel.roster.doubted", ["field": .key("column.\(field.rawValue)")])
        return CellNote(message: message, severity: .notice)
    }

    /// The column of a roster that a field is read from.
    private static func column(of field: CadreField) -> String {
        switch field {
        case .cadre: "name"
        case .homeUnit: "unit"
        default: field.rawValue
        }
    }
}

/// R-POL-06: nobody new has the identity number of somebody else, in the register or in the same roster.
enum RosterIdentities {
    static func check(_ reading: inout RosterReading, in context: WriteContext) throws {
        let numbered = reading.rows.compactMap { row in row.more.idNumber.map { (row, $0) } }
        guard !numbered.isEmpty else { return }
        var taken = try Data.fetchSet(
            context.db, sql: "SELECT idMark FROM personnel_cadre WHERE idMark IS NOT NULL AND mergedInto IS NULL")
        for (row, number) in numbered where !taken.insert(try PrivateFields.mark(number, in: context)).inserted {
            let refusal = Rule.duplicate.refused("identity", field: "idNumber")
            reading.refuse(row, CellNote(message: refusal.message, severity: .refused), field: "idNumber")
        }
    }
}

/// What a first taking over of people into pools should tell the office (R-POL-01): criteria that the roster itself shows as not met.
/// Discipline or organisation work is left out: the office has accepted its own people as they are (decision 0045).
enum TakenOver {
    static func note(_ reading: inout RosterReading, in context: WriteContext) throws {
        let settings = try PersonnelSettings(context.db)
        for row in reading.rows {
            for pool in row.pools {
                let unmet = criteria(row, pool, settings, context)
                guard !unmet.isEmpty else { continue }
                let message = Message(
                    "personnel.roster.poolCriteria",
                    [
                        "pool": .key("poolKind.\(pool.rawValue)"), "criteria": .keys(unmet.map { "criterion.\($0.rawValue)" }),
                    ])
                reading.note(row, CellNote(message: message, severity: .notice), field: "pool")
            }
        }
    }

    private static func criteria(
        _ row: RosterRow, _ pool: PoolKind, _ settings: PersonnelSettings, _ context: WriteContext
    ) -> [Criterion] {
        let nobody = UniqueID(milliseconds: 0, counter: 0, random: 0)
        var cadre = Cadre(
            id: nobody, name: row.name, born: row.birthMonth, unit: row.unit.id, unitName: row.unit.name, roster: nobody)
        cadre.managedBy = row.more.managedBy
        cadre.inService = row.more.inService
        let posts = row.posts.map {
            PostSpan(unitId: $0.unit.id, unitName: $0.unit.name, title: $0.title, from: $0.from, to: $0.to)
        }
        let facts = EligibilityFacts(cadre: cadre, posts: posts, facts: [], recordDate: context.today, today: context.today)
        let asked: Set<Criterion> = pool.leadsTeam ? [.districtManaged, .inService, .severalPosts, .age] : [.inService]
        return Eligibility.lines(facts, for: pool.leadsTeam ? pool : .deputy, settings).filter {
            $0.verdict == .fail && asked.contains($0.criterion)
        }.map(\.criterion)
    }
}
