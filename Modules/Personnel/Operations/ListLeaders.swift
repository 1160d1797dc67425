import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Lists who leads a unit as far as the register knows: those whom RC5 to RC8 look at.
struct ListLeaders: Query {
    struct Input: Codable, Sendable {
        /// Code of the unit.
        var unit: String
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "cadre.leaders"
    static let access = Access.roles(cadreReaders)
    static let positional = ["unit"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<LeadershipMember> {
        let unit = try Units.unit(code: input.unit, in: context.db)
        let settings = try PersonnelSettings(context.db).recusal
        let leaders = try RecusalTarget(unit, settings: settings, in: context.db).leaders
        return try .part(
            of: leaders, limit: input.limit, after: input.after,
            sentence: Message(
                leaders.isEmpty ? "cadre.leaders.none" : "cadre.leaders.found",
                ["unit": .text(unit.name), "count": "\(leaders.count)"])
        ) { "\($0.id)" }
    }
}

extension LeadershipMember: Tabular {
    package static let columns: [TableColumn<LeadershipMember>] = [
        .text("cadre") { $0.name },
        .text("postTitle") { $0.title },
        .integer("postCount") { $0.posts.count },
        .integer("studyCount") { $0.studies.count },
        .text("cadreId") { "\($0.id)" },
    ]
}
