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
        var fact: Fact
        /// Whether nothing on record, and no row above, says the same.
        var isNew = true
    }

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        if let day = input.rosterDate, day > context.today {
            throw Rule.invalid.refused("future", field: "rosterDate", ["date": "\(day)", "today": "\(context.today)"])
        }
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        let rosterId = context.nextID()
        let reading = FactReading(try people(context), UnitLookup(try UnitDirectory(context.db)), rosterId, context)
        let settings = try PersonnelSettings(context.db)
        var known: [UniqueID: Set<Fact.Content>] = [:]
        let preview = try ImportPreview(try context.table(input.file), fields: FactFields.all) { reader -> FactRow? in
            guard let fact = reading.fact(&reader, settings) else { return nil }
            let there = try known[fact.cadreId] ?? Self.contents(of: fact.cadreId, context.db)
            known[fact.cadreId] = there.union([fact.content])
            if there.contains(fact.content) { reader.note("value", Message("personnel.facts.known"), severity: .notice) }
            return FactRow(fact: fact, isNew: !there.contains(fact.content))
        }
        let facts = preview.rows.filter(\.value.isNew).map(\.value.fact)
        let document = try context.settle(preview.report, options, blocking: RosterReader.blocking)
        let roster = Roster(
            id: rosterId, fileName: input.file.name.split(separator: "/").last.map(String.init) ?? input.file.name,
            fingerprint: Digest.sha256(input.file.data), rosterDate: input.rosterDate ?? context.today,
            importedAt: context.instant,
            importedBy: context.principal.account, rowsRead: preview.report.rowsRead, saved: facts.count)
        try roster.insert(context.db)
        for fact in facts { try fact.insert(context.db) }
        for cadre in Set(facts.map(\.cadreId)) { try RecusalCases.recheck(cadre, in: context) }
        context.noteImport(of: "cadreFact", count: facts.count, source: input.file.data)
        return ImportOutcome(
            faults: preview.report.faults,
            sentence: Message(
                options.dryRun ? "cadre.facts.rehearsed" : "cadre.facts.done",
                [
                    "read": "\(preview.report.rowsRead)", "saved": "\(facts.count)",
                    "known": "\(preview.rows.count - facts.count)", "refused": "\(preview.report.refused)",
                ]),
            document: document)
    }

    private func people(_ context: ReadContext) throws -> [String: [UniqueID]] {
        let rows = try Row.fetchAll(context.db, sql: "SELECT name, birthMonth, id FROM personnel_cadre WHERE mergedInto IS NULL")
        return Dictionary(grouping: rows) { "\($0[0] as String) \($0[1] as String)" }.mapValues { $0.map { $0[2] } }
    }

    /// What is on record of somebody.
    private static func contents(of cadre: UniqueID, _ db: Database) throws -> Set<Fact.Content> {
        let facts = try Fact.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM personnel_fact WHERE cadreId = ? AND voidedBy IS NULL"), arguments: [cadre])
        return Set(facts.map(\.content))
    }
}

/// Reads the rows of a table of facts.
private struct FactReading {
    private let people: [String: [UniqueID]]
    private let units: UnitLookup
    private let roster: UniqueID
    private let context: WriteContext

    init(_ people: [String: [UniqueID]], _ units: UnitLookup, _ roster: UniqueID, _ context: WriteContext) {
        self.people = people
        self.units = units
        self.roster = roster
        self.context = context
    }

    /// The fact of a row; nil where it cannot be saved, with the reader's faults.
    func fact(_ reader: inout RowReader, _ settings: PersonnelSettings) -> Fact? {
        let name = reader.required("name", Cells.personName)
        let born = reader.required("birthMonth") { Cells.yearMonth($0) }
        let kind = reader.required("kind") { text in
            Cells.choice(text, among: FactFields.kinds.keys.sorted())
        }.flatMap { FactFields.kinds[$0] }
        let value = reader.required("value", Cells.text)
        let place = reader.value("place", Cells.text).map(units.unit)
        let from = day("from", &reader), to = day("to", &reader)
        guard let name, let born, let kind, let value else { return nil }
        let found = people["\(name) \(born.databaseValue.storage.value as? String ?? "")"] ?? []
        guard found.count == 1, let cadre = found.first else {
            reader.note("name", Message(found.isEmpty ? "personnel.facts.nobody" : "personnel.facts.several", ["name": name]))
            return nil
        }
        guard !kind.isConfidential || context.principal.hasAny(of: Fact.confidants) else {
            reader.note("kind", Message("personnel.facts.confidential"))
            return nil
        }
        let faults = FactRules.faults(kind, value, from: from, to: to, born: born, settings: settings, today: context.today)
        for fault in faults { reader.note(fault.field ?? "value", fault.message) }
        var fact = Fact(
            id: context.nextID(), cadreId: cadre, kind: kind, value: value, detail: reader.value("detail", Cells.text),
            rosterId: roster, recordedBy: context.principal.account)
        fact.unitId = place?.id
        fact.unitName = place?.name
        fact.person = reader.value("person", Cells.text)
        fact.fromDay = from
        fact.toDay = to
        return fact
    }

    /// A day, or the first day of a month.
    private func day(_ field: String, _ reader: inout RowReader) -> CalendarDate? {
        if let month = Cells.yearMonth(reader.raw(field)).certain {
            return CalendarDate(year: month.year, month: month.month, day: 1)
        }
        return reader.value(field) { Cells.date($0) }
    }
}
