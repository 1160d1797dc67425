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
        TableColumn("no") { .text($0.item.no) },
        TableColumn("officeNo") { .optional($0.item.officeNo) },
        TableColumn("round") { .text($0.round) },
        TableColumn("unit") { .text($0.unit) },
        TableColumn("wording") { .text($0.item.wording) },
        TableColumn("category") { $0.item.category.value },
        TableColumn("itemStatus") { $0.item.status.value },
        TableColumn("goal") { .optional($0.item.goal) },
        TableColumn("leaderInCharge") { .optional($0.item.leaderInCharge) },
        TableColumn("leadDepartment") { .optional($0.item.leadDepartment) },
        TableColumn("due") { .optional($0.item.due) },
        TableColumn("kindOfFix") { $0.item.kindOfFix.value },
        TableColumn("progress") { .optional($0.item.progress) },
        TableColumn("resultText") { .optional($0.item.resultText) },
        TableColumn("systemsNew") { .optional($0.item.systemsNew) },
        TableColumn("systemsRevised") { .optional($0.item.systemsRevised) },
        TableColumn("loss") { $0.item.lossFen.map { .decimal(Percent.text(hundredths: Int($0))) } ?? .none },
        TableColumn("personsDisciplined") { .optional($0.item.personsDisciplined) },
        TableColumn("selfExtend") { .optional($0.item.selfExtend) },
        TableColumn("returnTimes") { .integer($0.item.returnTimes) },
        TableColumn("nextCheck") { .optional($0.item.nextCheck) },
        TableColumn("submittedBy") { .optional($0.item.submittedBy) },
        TableColumn("checkedBy") { .optional($0.item.checkedBy) },
        TableColumn("closedBy") { .optional($0.item.closedBy) },
        TableColumn("closedOn") { .optional($0.item.closedOn) },
        TableColumn("isReconciled") { .flag($0.item.isReconciled) },
        TableColumn("isImported") { .flag($0.item.isImported) },
        TableColumn("importedStatus") { .optional($0.item.importedStatus) },
        TableColumn("importedMeasures") { .optional($0.item.importedMeasures) },
        TableColumn("remark") { .optional($0.item.remark) },
        TableColumn("version") { .integer($0.item.version) },
    ]
}

extension RecordAnswer where Row == ItemRecord {
    /// What an operation did to an item: its record, and a sentence with its number and status.
    static func of(_ item: Item, _ key: String, _ more: [String: Message.Argument] = [:], in context: ReadContext) throws -> RecordAnswer {
        let known: [String: Message.Argument] = ["no": .text(item.no), "status": .key("itemStatus.\(item.status.rawValue)")]
        return RecordAnswer(
            try ItemRecord.of(item, in: context), sentence: Message(key, known.merging(more) { _, new in new }))
    }
}
