import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Imports the district's units. A unit already there is recognised by its code and brought up to date.
struct ImportUnits: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
    }
    static let name: OperationName = "unit.import"
    static let access = Access.roles([.inspectionOffice, .administrator, .organisationDepartment])
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        let stored = try Unit.fetchAll(context.db, sql: "SELECT * FROM organization_unit WHERE validTo IS NULL")
        let reading = try UnitTable.read(try context.table(input.file), stored: stored)
        let document = try context.settle(reading.report, options)
        try ParentRelation.requireNoCircle(stored: stored, rows: reading.rows.map(\.value))
        let counts = try UnitWriter(stored: stored).write(reading.rows.map(\.value), in: context)
        context.noteImport(of: "unit", count: reading.rows.count, source: input.file.data)
        let sentence = Message(
            options.dryRun ? "unit.import.tried" : "unit.import.done",
            [
                "read": "\(reading.report.rowsRead)", "added": "\(counts.added)", "changed": "\(counts.changed)",
                "same": "\(counts.same)", "refused": "\(reading.report.refused)",
            ])
        return ImportOutcome(faults: reading.report.faults, sentence: sentence, document: document)
    }
}

/// One row of a unit list.
struct UnitRow: Sendable {
    var number: Int
    var code: String
    var name: String
    var level: UnitLevel
    var parentCode: String?
    var lineParentCode: String?
    var system: String?
}

/// Reads unit lists: columns `code,name,level,parent_code`, and optionally `line_parent_code` and `system`.
enum UnitTable {
    static let fields = [
        FieldName("code", ["代码", "单位代码", "code"], required: true),
        FieldName("name", ["名称", "单位名称", "name"], required: true),
        FieldName("level", ["层级", "类别", "level"], required: true),
        FieldName("parentCode", ["上级代码", "parent_code", "parent"], required: true),
        FieldName("lineParentCode", ["条线上级代码", "line_parent_code"]),
        FieldName("system", ["系统", "条线", "system"]),
    ]

    /// Reads and checks all rows: known levels, no code twice, every parent either in the file or known, no circle among the
    /// stored units as the file would leave them.
    static func read(_ table: SourceTable, stored: [Unit]) throws -> ImportPreview<UnitRow> {
        let sheet = table.withHeader(matching: fields)
        let columns = try ColumnMap(header: sheet.header, fields: fields)
        let codes = Set(sheet.rows.map { Cells.clean($0[columns["code"]]) }).union(stored.map(\.code))
        let relations = ParentRelation.both(stored).map { relation in
            relation.overlaid(by: sheet.rows.map { (Cells.clean($0[columns["code"]]), Cells.clean($0[columns[relation.field]])) })
        }
        var seen: Set<String> = []
        return try ImportPreview(table, fields: fields) { reader in
            let code = reader.required("code", Cells.text)
            let name = reader.required("name", Cells.text)
            let level = reader.required("level", levelReading)
            let parent = reader.value("parentCode", Cells.text)
            let lineParent = reader.value("lineParentCode", Cells.text)
            let system = reader.value("system", Cells.text)
            guard let code, let name, let level else { return nil }
            if !seen.insert(code).inserted {
                reader.note(
                    "code", Message("E-DUP.refusal.unitCode", ["value": code, "row": "\(reader.row.number)"]), rule: .duplicate)
            }
            for (field, value) in [("parentCode", parent), ("lineParentCode", lineParent)] {
                guard let value, !codes.contains(value) else { continue }
                reader.note(field, Message("E-VAL.refusal.unitParent", ["value": value]))
            }
            for relation in relations {
                guard let circle = relation.circle(from: code) else { continue }
                reader.note(relation.field, ParentRelation.message(circle), rule: OrganizationRules.noCycle)
            }
            return UnitRow(
                number: reader.row.number, code: code, name: name, level: level, parentCode: parent, lineParentCode: lineParent,
                system: system)
        }
    }

    private static func levelReading(_ text: String) -> CellReading<UnitLevel> {
        let known = Message(
            "E-VAL.refusal.unitLevel",
            ["value": Cells.clean(text), "known": UnitLevel.allCases.map(\.rawValue).joined(separator: ", ")])
        return Cells.text(text).map(otherwise: known) { UnitLevel(rawValue: $0.lowercased()) }
    }
}

/// Saves checked rows: new units are added, known ones changed where they differ.
struct UnitWriter {
    let stored: [Unit]

    func write(_ rows: [UnitRow], in context: WriteContext) throws -> (added: Int, changed: Int, same: Int) {
        var known = Dictionary(stored.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var ids = known.mapValues(\.id)
        for row in rows where ids[row.code] == nil { ids[row.code] = context.nextID() }
        var counts = (added: 0, changed: 0, same: 0)
        for (index, row) in rows.enumerated() {
            if index % 1000 == 999 { context.progress(index + 1, rows.count) }
            guard let id = ids[row.code] else { continue }
            let before = known[row.code]
            let unit = unit(row, id: id, before: before, ids)
            if let before, isSame(before, unit) {
                counts.same += 1
            } else if before != nil {
                try unit.update(context.db)
                counts.changed += 1
            } else {
                try unit.insert(context.db)
                counts.added += 1
            }
            known[row.code] = unit
        }
        return counts
    }

    private func unit(_ row: UnitRow, id: UniqueID, before: Unit?, _ ids: [String: UniqueID]) -> Unit {
        var unit =
            before
            ?? Unit(
                seq: nil, id: id, version: 0, code: row.code, name: row.name, nameKey: PinyinKey.of(row.name), level: row.level,
                kind: row.level.kind, parentId: nil, lineParentId: nil, system: nil, inScope: row.level.isInspected,
                validFrom: nil,
                validTo: nil, succeededBy: nil)
        unit.version += 1
        if unit.name != row.name { unit.nameKey = PinyinKey.of(row.name) }
        unit.name = row.name
        if unit.level != row.level { unit.kind = row.level.kind }
        unit.level = row.level
        unit.parentId = row.parentCode.flatMap { ids[$0] }
        unit.lineParentId = row.lineParentCode.flatMap { ids[$0] }
        if row.system != nil { unit.system = row.system }
        return unit
    }

    private func isSame(_ left: Unit, _ right: Unit) -> Bool {
        left.name == right.name && left.level == right.level && left.parentId == right.parentId
            && left.lineParentId == right.lineParentId && left.system == right.system
    }
}
