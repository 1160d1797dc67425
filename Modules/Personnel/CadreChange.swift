import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// What changing a cadre's record brings with it.
enum CadreChange {
    /// Seals a telephone and an identity number that somebody gave.
    /// - Throws: `R-POL-06`; `E-DUP` where somebody else has the number.
    static func seal(
        phone: String?, idNumber: String?, kind: IdentityKind, into cadre: inout Cadre, _ context: WriteContext
    ) throws {
        if let phone = phone?.trimmed, !phone.isEmpty {
            cadre.phone = try context.vault.seal(phone, at: PrivateFields.place(.phone, of: cadre.id), in: context.db)
        }
        guard let text = idNumber?.trimmed, !text.isEmpty else { return }
        let number = IdentityNumber.normalised(text)
        var checks = Checks()
        try CadreInput.identity(number, kind: kind, born: cadre.birthMonth, of: cadre.id, &checks, context)
        try checks.finish()
        cadre.idMark = try PrivateFields.mark(number, in: context)
        cadre.idKind = kind
        cadre.idNumber = try context.vault.seal(number, at: PrivateFields.place(.idNumber, of: cadre.id), in: context.db)
    }

    /// Closes the post that lasts and begins a new one. One of the same unit and start is no other post: its title was corrected.
    static func movePost(of cadre: Cadre, since: YearMonth, _ roster: Roster, _ context: WriteContext) throws {
        let same = try Post.fetchOne(
            context.db,
            sql: """
                SELECT * FROM personnel_post WHERE cadreId = ? AND toMonth IS NULL AND voidedBy IS NULL AND fromMonth = ?
                AND (unitId = ? OR unitName = ?)
                """, arguments: [cadre.id, since, cadre.unitId, cadre.unitName])
        if let before = same {
            var post = before
            post.title = cadre.postTitle
            post.rosterId = roster.id
            try post.update(context.db)
            return try context.noteChange(of: "cadrePost", post.id, from: before, to: post)
        }
        try context.db.execute(
            sql:
                "UPDATE personnel_post SET toMonth = max(?, fromMonth) WHERE cadreId = ? AND toMonth IS NULL AND voidedBy IS NULL",
            arguments: [since, cadre.id])
        let last = try Int.fetchOne(
            context.db, sql: "SELECT max(ordinal) FROM personnel_post WHERE cadreId = ?", arguments: [cadre.id])
        try Post(
            id: context.nextID(), cadreId: cadre.id, ordinal: (last ?? 0) + 1, unitId: cadre.unitId, unitName: cadre.unitName,
            title: cadre.postTitle, fromMonth: since, toMonth: nil, rosterId: roster.id
        ).insert(context.db)
    }

    /// Keeps what each changed field said before. Private fields are noted without their text.
    /// - Returns: how many fields changed.
    static func keep(_ before: Cadre, _ after: Cadre, _ roster: Roster, _ context: WriteContext) throws -> Int {
        let changed = CadreField.allCases.filter { $0.content(of: before) != $0.content(of: after) }
        for field in changed {
            try record(
                .change, value: field.kept(field.content(of: after)), detail: field.isPrivate ? nil : field.content(of: before),
                of: after.id, roster, context)
        }
        return changed.count
    }

    /// Adds a fact.
    @discardableResult
    static func record(
        _ kind: FactKind, value: String, detail: String? = nil, of cadre: UniqueID, _ roster: Roster, _ context: WriteContext
    ) throws -> Fact {
        var fact = Fact(
            id: context.nextID(), cadreId: cadre, kind: kind, value: value, detail: detail, rosterId: roster.id,
            recordedBy: context.principal.account)
        fact.fromDay = roster.rosterDate
        try fact.insert(context.db)
        return fact
    }
}
