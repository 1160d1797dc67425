import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// One line of the ledger. Decoded by position: it is read fifty at a time, all day.
struct ItemLine: Tabular, FetchableRecord {
    var seq: Int64
    var no: String
    var officeNo: String?
    var unit: String
    var wording: String
    var category: FindingCategory
    var leaderInCharge: String?
    var leadDepartment: String?
    var due: CalendarDate?
    var kindOfFix: KindOfFix
    var status: ItemStatus
    var closedOn: CalendarDate?
    var returnTimes: Int
    var alert = DueAlert.none

    init(row: Row) {
        seq = row[0]
        no = row[1]
        officeNo = row[2]
        unit = row[3]
        wording = row[4]
        category = row[5]
        leaderInCharge = row[6]
        leadDepartment = row[7]
        due = row[8]
        kindOfFix = row[9]
        status = row[10]
        closedOn = row[11]
        returnTimes = row[12]
    }

    static let selection = """
        SELECT i.seq, i.no, i.officeNo, u.name, i.wording, i.category, i.leaderInCharge, i.leadDepartment, i.due, i.kindOfFix,
            i.status, i.closedOn, i.returnTimes
        FROM rectification_item i JOIN organization_unit u ON u.id = i.unitId
        """

    static let columns: [TableColumn<ItemLine>] = [
        TableColumn("no") { .text($0.no) },
        TableColumn("officeNo") { .optional($0.officeNo) },
        TableColumn("unit") { .text($0.unit) },
        TableColumn("wording") { .text($0.wording) },
        TableColumn("category") { $0.category.value },
        TableColumn("leaderInCharge") { .optional($0.leaderInCharge) },
        TableColumn("leadDepartment") { .optional($0.leadDepartment) },
        TableColumn("due") { .optional($0.due) },
        TableColumn("kindOfFix") { $0.kindOfFix.value },
        TableColumn("itemStatus") { $0.status.value },
        TableColumn("closedOn") { .optional($0.closedOn) },
        TableColumn("returnTimes") { .integer($0.returnTimes) },
        TableColumn("alert") { .word(code: $0.alert.rawValue, key: "dueAlert.\($0.alert.rawValue)") },
    ]
    static let briefColumns: [String]? = ["no", "unit", "wording", "due", "itemStatus", "alert"]
}

/// Lists the ledger in the order of its numbers.
struct ListLedger: Query {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String?
        /// Code of the unit.
        var unit: String?
        var status: ItemStatus?
        /// Words of the wording or number.
        var words: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "ledger.list"
    static let access = Access.roles(ledgerReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ItemLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = try LedgerFilter.of(
            round: input.round, unit: input.unit, status: input.status, words: input.words, in: context)
        if let cursor = try PageMark(page.after, parts: 1) { filter.and("i.seq > ?", try cursor.integer(0)) }
        var rows = try ItemLine.fetchAll(
            context.db.cachedStatement(
                sql: "\(ItemLine.selection) WHERE \(filter.sql) ORDER BY i.seq LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        let settings = try RectificationSettings(in: context)
        for index in rows.indices {
            rows[index].alert = DueAlert.of(
                due: rows[index].due, status: rows[index].status, today: context.today, settings: settings)
        }
        return page.cut(rows) { PageMark(["\($0.seq)"]) }
    }
}
