import Operations
import Persistence
import Personnel
import PluginKit

/// Which entries are asked for; only those the caller may see, and no voided ones.
struct StudyFilter {
    var cadre: String?
    var platform: String?
    var from: CalendarDate?
    var to: CalendarDate?
    var mode: StudyMode?
    /// Code of a round: only what was studied of its list.
    var round: String?

    /// A condition on the alias `e`.
    /// - Throws: `E-NOTFOUND`, `E-VAL`.
    func condition(in context: ReadContext) throws -> Filter {
        var filter = Filter("e.voidedOn IS NULL")
        if let cadre {
            let person = try StudyAccess.person(cadre, among: StudyAccess.all, in: context)
            filter.and("e.cadreId = ?", person.id)
        }
        if let platform {
            try context.registry.requirePlatform(platform)
            filter.and("e.platform = ?", platform)
        }
        filter.and(Self.of(round: round?.trimmed, on: try DayRange(from, to)))
        if let mode { filter.and("e.mode = ?", mode) }
        try RoundTeams.requireKnownRound(round, in: context)
        filter.and(StudyAccess.visible(to: context.principal))
        return filter
    }

    /// What was studied on these days and, of a round, what is on its study list.
    static func of(round: String?, on days: DayRange) -> Filter {
        var filter = Filter()
        filter.and("e.date", in: days)
        if let round { filter.and("e.materialId IN (SELECT id FROM studylog_material WHERE round = ?)", round) }
        return filter
    }
}
