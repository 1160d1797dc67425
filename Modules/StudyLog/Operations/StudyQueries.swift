import GRDB
import Operations
import Persistence
import PluginKit

/// Lists entries, the latest day first.
struct ListStudy: Query {
    struct Input: Codable, Sendable {
        var cadre: String?
        var platform: String?
        var from: CalendarDate?
        var to: CalendarDate?
        var mode: StudyMode?
        /// Code of a round: only what was studied of its list.
        var round: String?
        /// Only entries that wait for somebody's confirmation.
        var unverified: Bool?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.list"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<StudyLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = try StudyFilter(
            cadre: input.cadre, platform: input.platform, from: input.from, to: input.to, mode: input.mode,
            round: input.round
        ).condition(in: context)
        if input.unverified == true { filter.and("e.importId IS NULL AND e.verifiedOn IS NULL") }
        if let mark = try PageMark(page.after, parts: 2) {
            filter.and("(e.date, e.seq) < (?, ?)", mark.parts[0], try mark.integer(1))
        }
        let rows = try Row.fetchAll(
            context.db.cachedStatement(
                sql: "\(StudyLine.selection) WHERE \(filter.sql) ORDER BY e.date DESC, e.seq DESC LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        return page.cut(rows.map(StudyLine.init)) { PageMark(["\($0.date)", "\($0.seq)"]) }
    }
}

/// Shows one entry.
struct ShowStudy: Query {
    struct Input: Codable, Sendable {
        var no: String
    }
    static let name: OperationName = "study.show"
    static let access = Access.roles(StudyAccess.readers)
    static let positional = ["no"]

    func run(_ input: Input, in context: ReadContext) throws -> RecordAnswer<StudyRecord> {
        RecordAnswer(try StudyRecord.of(try StudyAccess.entry(input.no, in: context), in: context.db))
    }
}

/// What a person can study on, and whether its exports can be read.
struct ListPlatforms: Query {
    static let name: OperationName = "study.platforms"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<PlatformLine> {
        let imported = Set(context.registry.values(StudyPlatforms.self).map(\.code))
        let lines = context.registry.studyPlatforms.map { PlatformLine(code: $0, isImported: imported.contains($0)) }
        return try .part(of: lines, limit: input.limit, after: input.after, key: \.code)
    }
}

/// One platform.
struct PlatformLine: Tabular {
    var code: String
    var isImported: Bool

    static let columns: [TableColumn<PlatformLine>] = [
        .text("platformCode") { $0.code },
        .word("platform", of: "studyPlatform") { $0.code },
        .flag("isImportable") { $0.isImported },
    ]
}
