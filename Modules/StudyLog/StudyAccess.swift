import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Who sees and records whose study.
enum StudyAccess {
    /// Those who see everybody's entries.
    static let all = Role.districtWide.union([.trainer])
    /// Those who see their own: people with a cadre behind their account.
    static let own = Role.team.union([.learner, .partyGroupLeader])
    static let readers = all.union(own)
    /// Those who keep everybody's log.
    static let keepers: Set<Role> = [.trainer, .inspectionOffice]
    static let writers = keepers.union(own)

    /// Entries that somebody may see, as a condition on the alias `e`.
    static func visible(to principal: Principal) -> Filter {
        if principal.hasAny(of: all) { return Filter() }
        guard principal.hasAny(of: own), let cadre = principal.cadre else { return Filter("0") }
        return Filter("e.cadreId = ?", cadre)
    }

    /// The person whose study is meant; the caller where nobody is named.
    ///
    /// Who may not see others' entries gets the same answer for everybody else, be they known or not.
    /// - Throws: `E-NOTFOUND`, `E-VAL`.
    static func person(_ text: String?, among seers: Set<Role>, in context: ReadContext) throws -> Cadre {
        let own = try context.principal.cadre.map { try Cadres.cadre("\($0)", in: context.db) }
        guard let text, !text.trimmed.isEmpty else {
            guard let own else { throw Rule.invalid.refused("missing", field: "cadre") }
            return own
        }
        if context.principal.hasAny(of: seers) { return try Cadres.cadre(text, in: context.db) }
        guard let own, text.trimmed == own.name || text.trimmed == "\(own.id)" else {
            throw Rule.notFound.refused("cadre", field: "cadre", ["cadre": .text(text)])
        }
        return own
    }

    /// An entry by its number, where the caller may see it.
    /// - Throws: `E-NOTFOUND` on the field.
    static func entry(_ no: String, field: String = "no", in context: ReadContext) throws -> StudyEntry {
        var filter = Filter("e.no = ?", no.trimmed)
        filter.and(visible(to: context.principal))
        let found = try StudyEntry.fetchOne(
            context.db, sql: "SELECT e.* FROM studylog_entry e WHERE \(filter.sql)", arguments: filter.arguments)
        guard let found else { throw Rule.notFound.refused("studyEntry", field: field, ["no": .text(no)]) }
        return found
    }
}
