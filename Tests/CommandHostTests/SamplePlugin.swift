import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// A small domain with every kind of field and answer: shelves in an archive.
enum ShelfPlugin: Plugin {
    static let manifest = PluginManifest(
        id: "shelf", version: Version(1, 2, 0),
        capabilities: ["operations", "migrations", "accountDirectory", "installations", "reactions"])

    static func register(with registrar: inout Registrar) {
        registrar.add(shelfTables, to: Migrations.self)
        registrar.add(shelfStrings)
        registrar.add(AddShelf.self)
        registrar.add(ListShelves.self)
        registrar.add(ShowShelf.self)
        registrar.add(ExportShelves.self)
        registrar.add(ImportShelves.self)
        registrar.add(SubmitShelfPlan.self)
        registrar.add(ShowShelfPlan.self)
        registrar.add(AccountDirectory(find: account, first: { try account("office", $0) }), to: AccountDirectories.self)
        registrar.add(InstallationStep("shelf.first", install), to: Installations.self)
        registrar.add(Reaction("shelf.failing", to: "shelf.planned") { _, _ in throw Rule.broken.refused() }, to: Reactions.self)
    }

    @Sendable private static func account(_ name: String, _ db: Database) throws -> Principal? {
        let roles: [String: Set<Role>] = ["office": [.inspectionOffice, .administrator], "guest": [.learner]]
        return roles[name].map { Principal(account: name, roles: $0) }
    }

    @Sendable private static func install(_ request: InstallationRequest, _ context: WriteContext) throws {
        guard request.jurisdiction != "禁区" else { throw Rule.broken.refused(field: "jurisdiction") }
        try context.db.execute(
            sql: "INSERT INTO shelf_shelf (code, title, size) VALUES ('A1', ?, 3)", arguments: ["\(request.jurisdiction)档案"])
    }
}

private let shelfTables = [
    Migration(
        "shelf/0001-shelf",
        sql: "CREATE TABLE shelf_shelf (code TEXT PRIMARY KEY, title TEXT NOT NULL, size INTEGER NOT NULL, since TEXT) STRICT;")
]

enum ShelfState: String, Choice {
    case open, closed
    static let vocabulary = "shelfState"
}

struct ShelfRow: Tabular {
    var code: String
    var title: String
    var size: Int

    static let columns: [TableColumn<ShelfRow>] = [
        .text("code") { $0.code }, .text("shelfTitle") { $0.title },
        .integer("size") { $0.size }, .decimal("share") { "\($0.size)0.50" },
        TableColumn("shelfState") { _ in ShelfState.open.value },
    ]
    static let briefColumns: [String]? = ["code", "shelfTitle", "size", "shelfState"]

    static func all(_ db: Database) throws -> [ShelfRow] {
        try Row.fetchAll(db, sql: "SELECT code, title, size FROM shelf_shelf ORDER BY code")
            .map { ShelfRow(code: $0[0], title: $0[1], size: $0[2]) }
    }
}

struct AddShelf: Command {
    struct Input: Codable, Sendable {
        var code: String
        var title: String
        var size: Int
        var since: CalendarDate?
        var withLock: Bool
        var state: ShelfState?
        var labels: [String]?
    }
    static let name: OperationName = "shelf.add"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["code"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ShelfRow> {
        try context.db.execute(
            sql: "INSERT INTO shelf_shelf VALUES (?, ?, ?, ?)", arguments: [input.code, input.title, input.size, input.since])
        return RecordAnswer(
            ShelfRow(code: input.code, title: input.title, size: input.size),
            sentence: Message(
                "shelf.add.done", ["code": .text(input.code), "labels": .text((input.labels ?? []).joined(separator: "+"))]))
    }
}

struct ListShelves: Query {
    struct Input: Codable, Sendable {
        var closed: Bool?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "shelf.list"
    static let access = Access.everyone(reason: "a sample")

    func run(_ input: Input, in context: ReadContext) throws -> Page<ShelfRow> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        let after = try PageMark(page.after, parts: 1)?.parts[0] ?? ""
        return page.cut(try ShelfRow.all(context.db).filter { $0.code > after }) { PageMark([$0.code]) }
    }
}

/// A record with a section.
struct ShelfPage: Answerable {
    var rows: [ShelfRow]
    static var columnKeys: [String] { ShelfRow.columns.map(\.key) }
    var answer: Answer {
        var answer = Answer(record: rows[0])
        answer.sections = [("shelf.section.others", Answer(list: rows))]
        return answer
    }
}

struct ShowShelf: Query {
    struct Input: Codable, Sendable { var code: String }
    static let name: OperationName = "shelf.show"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["code"]

    func run(_ input: Input, in context: ReadContext) throws -> ShelfPage {
        let rows = try ShelfRow.all(context.db).filter { $0.code == input.code }
        guard !rows.isEmpty else { throw Rule.notFound.refused(field: "code") }
        return ShelfPage(rows: rows)
    }
}

/// An answer with a file.
struct ShelfFile: Answerable {
    static let columnKeys: [String] = []
    var name: String
    var answer: Answer {
        var answer = Answer(shape: .sentence, sentence: Message("shelf.export.done"))
        answer.document = Document(name: name, contentType: "text/csv", data: Data("code\nA1\n".utf8))
        return answer
    }
}

struct ExportShelves: Query {
    struct Input: Codable, Sendable { var out: DownloadName }
    static let name: OperationName = "shelf.export"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: ReadContext) throws -> ShelfFile { ShelfFile(name: input.out.path) }
}

struct RefusedShelves: UserFacingError, DocumentedError {
    var refusals = [Rule.invalid.refused("missing", field: "file")]
    var document: Document? = Document(name: "?", contentType: "text/csv", data: Data("row\n7\n".utf8))
}

struct ImportShelves: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var rejects: DownloadName?
    }
    static let name: OperationName = "shelf.import"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        guard input.file.data.count > 4 else { throw RefusedShelves() }
        return Done("shelf.import.done", ["name": .text(input.file.name), "bytes": "\(input.file.data.count)"])
    }
}

/// A command with commands below it.
struct ShowShelfPlan: Query {
    static let name: OperationName = "shelf.plan"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: NoInput, in context: ReadContext) throws -> Done { Done("shelf.plan.none") }
}

/// Three words, and an event whose reaction fails.
struct SubmitShelfPlan: Command {
    static let name: OperationName = "shelf.plan.submitAll"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: NoInput, in context: WriteContext) throws -> Done {
        try context.emit("shelf.planned", payload: ["a": 1])
        return Done("shelf.export.done")
    }
}

private let shelfStrings = StringTable(
    plugin: "shelf",
    """
    shelf = 档案架 || shelves
    shelf.add = 添加档案架 || add a shelf
    shelf.add.help = 登记一个档案架 || registers a shelf
    shelf.add.code = 架号 || code
    shelf.add.code.help = 如 A1 || such as A1
    shelf.add.title = 名称 || title
    shelf.add.title.help = 架上的标签 || what the label says
    shelf.add.size = 层数 || size
    shelf.add.size.help = 有几层 || how many boards
    shelf.add.since = 启用日期 || since
    shelf.add.since.help = 何时启用 || when it was put up
    shelf.add.withLock = 带锁 || lock
    shelf.add.withLock.help = 是否带锁 || whether it has a lock
    shelf.add.state = 状态 || state
    shelf.add.state.help = 现状 || present state
    shelf.add.labels = 标记 || labels
    shelf.add.labels.help = 一个或多个 || one or more
    shelf.add.done = 已添加 {code}（{labels}）。 || Added {code} ({labels}).
    shelf.list = 档案架列表 || list shelves
    shelf.list.help = 按架号列出 || by code
    shelf.list.closed = 已关闭 || closed
    shelf.list.closed.help = 只看已关闭的 || closed ones only
    shelf.show = 查看档案架 || show a shelf
    shelf.show.help = 查看一个 || shows one
    shelf.show.code = 架号 || code
    shelf.show.code.help = 架号 || its code
    shelf.section.others = 同架号 || same code
    shelf.export = 导出 || export
    shelf.export.help = 导出为文件 || writes a file
    shelf.export.done = 完成。 || Done.
    shelf.import = 导入 || import
    shelf.import.help = 从文件导入 || reads a file
    shelf.import.done = 读取 {name}，{bytes} 字节。 || Read {name}, {bytes} bytes.
    shelf.plan = 计划 || plan
    shelf.plan.help = 查看计划 || shows the plan
    shelf.plan.none = 暂无计划。 || There is no plan yet.
    shelf.plan.submitAll = 报送全部 || submit all
    shelf.plan.submitAll.help = 报送全部计划 || submits every plan
    shelfState.open = 开放 || open
    shelfState.closed = 关闭 || closed
    column.code = 架号 || code
    column.shelfTitle = 名称 || title
    column.size = 层数 || size
    column.share = 占比 || share
    column.shelfState = 状态 || state
    """)
