import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// An item with everything said of it.
struct ItemRecord: Tabular, FetchableRecord {
    var item: Item
    var unit: String
    var round: String

    init(row: Row) throws {
        item = try Item(row: row)
        unit = row["unitName"]
        round = row["roundCode"]
    }

    /// The stored record of an item the person may see.
    static func of(_ item: Item, in context: ReadContext) throws -> ItemRecord {
        let found = try fetchOne(
            context.db,
            sql: """
                SELECT i.*, u.name AS unitName, r.code AS roundCode FROM rectification_item i
                JOIN organization_unit u ON u.id = i.unitId JOIN inspection_round r ON r.id = i.roundId WHERE i.id = ?
                """, arguments: [item.id])
        guard let found else { throw Rule.notFound.refused("item", field: "no", ["no": .text(item.no)]) }
        return found
    }

    static let columns: [TableColumn<ItemRecord>] = [
        .text("no") { $0.item.no },
        .text("officeNo") { $0.item.officeNo },
        .text("round") { $0.round },
        .text("unit") { $0.unit },
        .text("wording") { $0.item.wording },
        .word("category") { $0.item.category },
        .word("itemStatus") { $0.item.status },
        .text("goal") { $0.item.goal },
        .text("leaderInCharge") { $0.item.leaderInCharge },
        .text("leadDepartment") { $0.item.leadDepartment },
        .date("due") { $0.item.due },
        .word("kindOfFix") { $0.item.kindOfFix },
        .text("progress") { $0.item.progress },
        .text("resultText") { $0.item.resultText },
        .integer("systemsNew") { $0.item.systemsNew },
        .integer("systemsRevised") { $0.item.systemsRevised },
        TableColumn("loss") { $0.item.lossFen.map { .decimal(Percent.text(hundredths: Int($0))) } ?? .none },
        .integer("personsDisciplined") { $0.item.personsDisciplined },
        .text("selfExtend") { $0.item.selfExtend },
        .integer("returnTimes") { $0.item.returnTimes },
        .date("nextCheck") { $0.item.nextCheck },
        .account("submittedBy") { $0.item.submittedBy },
        .account("checkedBy") { $0.item.checkedBy },
        .account("closedBy") { $0.item.closedBy },
        .date("closedOn") { $0.item.closedOn },
        .flag("isReconciled") { $0.item.isReconciled },
        .flag("isImported") { $0.item.isImported },
        .text("importedStatus") { $0.item.importedStatus },
        .integer("importedMeasures") { $0.item.importedMeasures },
        .text("remark") { $0.item.remark },
        .integer("version") { $0.item.version },
    ]
}

extension RecordAnswer where Row == ItemRecord {
    /// What an operation did to an item: its record, and a sentence with its number and status.
    static func of(_ item: Item, _ key: String, _ more: [String: Message.Argument] = [:], in context: ReadContext) throws
        -> RecordAnswer
    {
        let known: [String: Message.Argument] = ["no": .text(item.no), "status": .key("itemStatus.\(item.status.rawValue)")]
        return RecordAnswer(
            try ItemRecord.of(item, in: context), sentence: Message(key, known.merging(more) { _, new in new }))
    }
}
