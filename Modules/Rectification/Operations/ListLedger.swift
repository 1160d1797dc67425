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
        .text("no") { $0.no },
        .text("officeNo") { $0.officeNo },
        .text("unit") { $0.unit },
        .text("wording") { $0.wording },
        .word("category") { $0.category },
        .text("leaderInCharge") { $0.leaderInCharge },
        .text("leadDepartment") { $0.leadDepartment },
        .date("due") { $0.due },
        .word("kindOfFix") { $0.kindOfFix },
        .word("itemStatus") { $0.status },
        .date("closedOn") { $0.closedOn },
        .integer("returnTimes") { $0.returnTimes },
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
        /// Only what is neither written off nor held for the long term.
        var pending: Bool?
        var sort: LedgerOrder?
        var descending: Bool?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "ledger.list"
    static let access = Access.roles(ledgerReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ItemLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = try LedgerFilter.of(
            round: input.round, unit: input.unit, status: input.status, words: input.words, in: context)
        if let pending = input.pending { filter.and("i.status \(pending ? "NOT " : "")IN ('closed', 'longTerm')") }
        let order = input.sort ?? .no
        let isDescending = input.descending ?? false
        try order.start(after: page.after, isDescending, &filter)
        var rows = try ItemLine.fetchAll(
            context.db.cachedStatement(
                sql: "\(ItemLine.selection) WHERE \(filter.sql) ORDER BY \(order.sql(isDescending)) LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        let settings = try RectificationSettings(in: context)
        for index in rows.indices {
            rows[index].alert = DueAlert.of(
                due: rows[index].due, status: rows[index].status, today: context.today, settings: settings)
        }
        return page.cut(rows) { order.mark($0) }
    }
}

/// What the ledger may be sorted by; the codes are those of its columns.
enum LedgerOrder: String, Choice {
    case no, due, closedOn

    static let vocabulary = "ledgerOrder"
    /// Stands for a date that is not there: such items come last.
    private static let never = "9999-12-31"

    /// What is compared before the running number; the indices of the table are made for just these.
    private var key: String? {
        switch self {
        case .no: nil
        case .due: "coalesce(i.due, '\(Self.never)')"
        case .closedOn: "coalesce(i.closedOn, '\(Self.never)')"
        }
    }

    func sql(_ isDescending: Bool) -> String {
        [key, "i.seq"].compactMap(\.self).map { "\($0) \(isDescending ? "DESC" : "ASC")" }.joined(separator: ", ")
    }

    /// Goes on behind the last row of the page before.
    /// - Throws: `E-VAL` for a mark of another order.
    func start(after text: String?, _ isDescending: Bool, _ filter: inout Filter) throws {
        guard let mark = try PageMark(text, parts: key == nil ? 1 : 2) else { return }
        let sign = isDescending ? "<" : ">"
        guard let key else { return filter.and("i.seq \(sign) ?", try mark.integer(0)) }
        filter.and("(\(key), i.seq) \(sign) (?, ?)", mark.parts[0], try mark.integer(1))
    }

    func mark(_ line: ItemLine) -> PageMark {
        switch self {
        case .no: PageMark(["\(line.seq)"])
        case .due: PageMark([line.due?.description ?? Self.never, "\(line.seq)"])
        case .closedOn: PageMark([line.closedOn?.description ?? Self.never, "\(line.seq)"])
        }
    }
}
