import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit

/// Records a post of somebody's history that no roster had: what RC2, RC6 and RC7 look at. A new present post goes through
/// `cadre.amend`.
struct RecordPost: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        /// Code of the unit.
        var unit: String?
        /// Name of the unit where it is not in the tree.
        var place: String?
        var postTitle: String?
        /// The first month: 2012.03.
        var since: String
        /// The month of leaving; of a post that lasts, nothing.
        var until: String?
        var source: String
        var sourceDate: CalendarDate?
    }
    static let name: OperationName = "cadre.post"
    static let access = Access.roles(cadreKeepers)
    static let positional = ["cadre"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<PostLine> {
        var checks = Checks()
        let known = try checks.collect { try Cadres.cadre(input.cadre, in: context.db) }
        let unit = try input.unit.flatMap { code in try checks.collect { try Units.unit(code: code, in: context.db) } }
        let since = CadreInput.since(input.since, born: known?.birthMonth, &checks, context)
        let to = input.until.flatMap {
            YearMonth(input: $0, field: "until", notAfter: YearMonth(context.today), &checks)
        }
        let place = unit?.name ?? input.place?.trimmed ?? ""
        checks.require(input.unit != nil || !place.isEmpty, Rule.invalid.refused("empty", field: "unit"))
        if let since, let to {
            checks.require(since <= to, Rule.invalid.refused("period", field: "until", ["from": "\(since)", "to": "\(to)"]))
        }
        for fault in Roster.faults(input.source, on: input.sourceDate, in: context) { checks.add(fault) }
        try checks.finish()
        guard let cadre = known, let from = since else { throw Rule.notFound.refused() }
        let roster = try Roster.entry(input.source, on: input.sourceDate, in: context)
        let last = try Int.fetchOne(
            context.db, sql: "SELECT max(ordinal) FROM personnel_post WHERE cadreId = ?", arguments: [cadre.id])
        let post = Post(
            id: context.nextID(), cadreId: cadre.id, ordinal: (last ?? 0) + 1, unitId: unit?.id, unitName: place,
            title: input.postTitle?.trimmed, fromMonth: from, toMonth: to, rosterId: roster.id)
        try post.insert(context.db)
        try context.noteChange(of: "cadrePost", cadre.id, to: post)
        let raised = try RecusalCases.recheck(cadre.id, in: context)
        return Page(
            rows: try PostLine.of(cadre.id, in: context.db),
            sentence: Message(
                "cadre.post.done", ["cadre": .text(cadre.name), "unit": .text(place), "cases": "\(raised)"]))
    }
}
