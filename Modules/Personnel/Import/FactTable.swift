import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit

/// The columns of a table of facts, by their Chinese or English names.
enum FactFields {
    static let all = [
        FieldName("name", ["姓名", "name"], required: true),
        FieldName("birthMonth", ["出生年月", "birth month", "birthMonth"], required: true),
        FieldName("kind", ["事项", "类别", "fact"], required: true),
        FieldName("value", ["内容", "value"], required: true),
        FieldName("detail", ["补充", "专业", "detail"]),
        FieldName("place", ["单位", "学校", "unit", "place"]),
        FieldName("person", ["导师", "人员", "person"]),
        FieldName("from", ["起", "开始", "日期", "from"]),
        FieldName("to", ["止", "结束", "to"]),
    ]

    /// The words for each kind.
    static let kinds: [String: FactKind] = [
        "教育经历": .education, "学历学位": .education, "职级": .rank, "年度考核": .assessment, "考核": .assessment, "处分": .sanction,
        "在查": .investigation,
        "工作经历": .experience, "纪检组织经历": .experience, "回避事项": .matter, "专业资格": .qualification, "职称": .qualification,
    ]
}

/// Imports a table of facts: education, yearly assessments, ranks and what else a personnel file says, one fact in a row.
struct ImportFacts: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
        /// The day as of which the table was drawn up; today when not given.
        var rosterDate: CalendarDate?
    }
    static let name: OperationName = "cadre.facts"
    static let access = Access.roles([.organisationDepartment, .hrBureau, .inspectionOffice])
    static let positional = ["file"]

    private struct FactRow {
        var cadre: UniqueID
        var kind: FactKind
        var value: String
        var detail: String?
        var unit: RosterUnit?
        var person: String?
        var from: CalendarDate?
        var to: CalendarDate?
    }

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        if let day = input.rosterDate, day > context.today {
            throw Rule.invalid.refused("future", field: "rosterDate", ["date": "\(day)", "today": "\(context.today)"])
        }
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        let units = UnitLookup(try UnitDirectory(context.db))
        let people = try people(context)
        let mayKeepSecrets = context.principal.hasAny(of: Fact.confidants)
        let preview = try ImportPreview(try context.table(input.file), fields: FactFields.all) { reader in
            read(&reader, people, units, mayKeepSecrets)
        }
        let document = try context.settle(preview.report, options, blocking: RosterReader.blocking)
        let roster = Roster(
            id: context.nextID(), fileName: input.file.name.split(separator: "/").last.map(String.init) ?? input.file.name,
            fingerprint: Digest.sha256(input.file.data), rosterDate: input.rosterDate ?? context.today,
            importedAt: context.instant,
            importedBy: context.principal.account, rowsRead: preview.report.rowsRead, saved: preview.rows.count)
        try roster.insert(context.db)
        for row in preview.rows { try save(row.value, roster, context) }
        for cadre in Set(preview.rows.map(\.value.cadre)) { try RecusalCases.recheck(cadre, in: context) }
        context.noteImport(of: "cadreFact", count: preview.rows.count, source: input.file.data)
        return ImportOutcome(
            faults: preview.report.faults,
            sentence: Message(
                options.dryRun ? "cadre.facts.rehearsed" : "cadre.facts.done",
                ["read": "\(preview.report.rowsRead)", "saved": "\(preview.rows.count)", "refused": "\(preview.report.refused)"]),
            document: document)
    }

    private func people(_ context: ReadContext) throws -> [String: [UniqueID]] {
        let rows = try Row.fetchAll(context.db, sql: "SELECT name, birthMonth, id FROM personnel_cadre WHERE mergedInto IS NULL")
        return Dictionary(grouping: rows) { "\($0[0] as String) \($0[1] as String)" }.mapValues { $0.map { $0[2] } }
    }

    private func read(
        _ reader: inout RowReader, _ people: [String: [UniqueID]], _ units: UnitLookup, _ mayKeepSecrets: Bool
    ) -> FactRow? {
        let name = reader.required("name", Cells.personName)
        let born = reader.required("birthMonth") { Cells.yearMonth($0) }
        let kind = reader.required("kind") { text in
            Cells.choice(text, among: FactFields.kinds.keys.sorted())
        }.flatMap { FactFields.kinds[$0] }
        let value = reader.required("value", Cells.text)
        let place = reader.value("place", Cells.text)
        let from = day("from", &reader), to = day("to", &reader)
        if let from, let to, to < from {
            reader.note("to", Message("E-VAL.refusal.period", ["from": "\(from)", "to": "\(to)"]))
            return nil
        }
        guard let name, let born, let kind, let value else { return nil }
        let found = people["\(name) \(born.databaseValue.storage.value as? String ?? "")"] ?? []
        guard found.count == 1, let cadre = found.first else {
            reader.note("name", Message(found.isEmpty ? "personnel.facts.nobody" : "personnel.facts.several", ["name": name]))
            return nil
        }
        guard mayKeepSecrets || !kind.isConfidential else {
            reader.note("kind", Message("personnel.facts.confidential"))
            return nil
        }
        return FactRow(
            cadre: cadre, kind: kind, value: value, detail: reader.value("detail", Cells.text), unit: place.map(units.unit),
            person: reader.value("person", Cells.text), from: from, to: to)
    }

    /// A day, or the first day of a month.
    private func day(_ field: String, _ reader: inout RowReader) -> CalendarDate? {
        if let month = Cells.yearMonth(reader.raw(field)).certain {
            return CalendarDate(year: month.year, month: month.month, day: 1)
        }
        return reader.value(field) { Cells.date($0) }
    }

    private func save(_ row: FactRow, _ roster: Roster, _ context: WriteContext) throws {
        var fact = Fact(
            id: context.nextID(), cadreId: row.cadre, kind: row.kind, value: row.value, detail: row.detail, rosterId: roster.id,
            recordedBy: context.principal.account)
        fact.unitId = row.unit?.id
        fact.unitName = row.unit?.name
        fact.person = row.person
        fact.fromDay = row.from
        fact.toDay = row.to
        try fact.insert(context.db)
    }
}
