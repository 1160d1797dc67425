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
        if let from { filter.and("e.date >= ?", from) }
        if let to { filter.and("e.date <= ?", to) }
        if let mode { filter.and("e.mode = ?", mode) }
        filter.and(StudyAccess.visible(to: context.principal))
        return filter
    }
}
