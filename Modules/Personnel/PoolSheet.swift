import GRDB
import Operations
import Persistence
import PluginKit

/// One line of form F36: a place in a pool, with the experience that its history shows.
struct PoolSheetLine: Tabular {
    var line: PoolLine
    /// 纪检/组织经历 and 多岗位经历 where they are met, with the posts that show it.
    var experience: Message?
    var severalPosts: Message?

    static let columns: [TableColumn<PoolSheetLine>] =
        PoolLine.columns.map { column in TableColumn(column.key) { column.value($0.line) } } + [
            TableColumn("disciplineExperience") { $0.experience.map(Value.phrase) ?? .none },
            TableColumn("severalPosts") { $0.severalPosts.map(Value.phrase) ?? .none },
        ]

    /// A pool by name; so many queries whatever their number.
    static func all(of pool: PoolKind, in context: ReadContext) throws -> [PoolSheetLine] {
        let lines = try PoolLine.fetch(ListPool.filter(pool), limit: nil, in: context.db)
        let members = "SELECT cadreId FROM personnel_pool_membership WHERE pool = ? AND state <> 'exited'"
        // Inspectors are not asked for these criteria, but the form has their columns too.
        let criteria = try Eligibility.lines(of: members, [pool], for: pool.leadsTeam ? pool : .deputy, in: context)
        return lines.map { line in
            let met = (criteria[line.cadre.id] ?? []).filter { $0.verdict == .pass }
            return PoolSheetLine(
                line: line, experience: met.first { $0.criterion == .experience }?.facts,
                severalPosts: met.first { $0.criterion == .severalPosts }?.facts)
        }
    }
}
