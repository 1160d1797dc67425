import Interchange
import Operations
import PluginKit

/// One row of a catalogue.
struct CourseRow: Sendable, Hashable {
    var code: String
    var title: String
    var tier: CourseTier
    var track: String
    var area: ContentArea
    var hours: Int
    var form: CourseForm
    var exam: ExamKind
    var passMark: Int?
    var isRequired: Bool
    var audience: Audience
    var validMonths: Int?
    var objectives: String?
    /// nil where the file does not say: then what the catalogue has stays.
    var materials: [String]?
    var attempts: Int?
    /// Codes.
    var prerequisites: [String]
}

/// Reads catalogues.
struct CourseTable {
    static let fields = [
        FieldName("code", ["课程编号", "编号", "code"], required: true),
        FieldName("title", ["课程名称", "名称", "title"], required: true),
        FieldName("tier", ["层级", "tier"], required: true),
        FieldName("track", ["专业方向", "方向", "track"], required: true),
        FieldName("hours", ["学时", "hours"], required: true),
        FieldName("form", ["授课形式", "形式", "form"], required: true),
        FieldName("exam", ["考核方式", "考核", "exam"], required: true),
        FieldName("passMark", ["及格分", "合格分", "pass_mark"]),
        FieldName("isRequired", ["必修", "required"], required: true),
        FieldName("audience", ["适用对象", "audience"], required: true),
        FieldName("prerequisites", ["先修课程", "prerequisites"]),
        FieldName("validMonths", ["有效期", "有效月数", "valid_months"]),
        FieldName("objectives", ["培训目标", "objectives"]),
        FieldName("materials", ["学习资料", "教材", "materials"]),
        FieldName("attempts", ["考试次数", "考试次数上限", "attempts"]),
    ]

    let registry: Registry

    func read(_ table: SourceTable, known: Set<String>) throws -> ImportPreview<CourseRow> {
        let sheet = table.withHeader(matching: Self.fields)
        let columns = try ColumnMap(header: sheet.header, fields: Self.fields)
        let codes = Set(sheet.rows.map { Cells.clean($0[columns["code"]]) }).union(known)
        var seen: Set<String> = []
        return try ImportPreview(table, fields: Self.fields) { reader in
            guard let row = row(&reader) else { return nil }
            if !seen.insert(row.code).inserted {
                reader.note("code", Message("E-DUP.refusal.courseRow", ["code": .text(row.code)]), rule: .duplicate)
            }
            for code in row.prerequisites where !codes.contains(code) {
                reader.note("prerequisites", Message("E-NOTFOUND.refusal.course", ["code": .text(code)]), rule: .notFound)
            }
            return row
        }
    }

    private func row(_ reader: inout RowReader) -> CourseRow? {
        let choices = ChoiceCells(strings: registry.strings)
        let code = reader.required("code", Cells.text), title = reader.required("title", Cells.text)
        let tier = reader.required("tier") { choices.read(CourseTier.self, $0) }
        let track = reader.required("track", track)
        let hours = reader.positive("hours", 1)
        if hours == nil, reader.raw("hours").trimmed.isEmpty { reader.note("hours", Message("interchange.cell.missing")) }
        let form = reader.required("form") { choices.read(CourseForm.self, $0) }
        let exam = reader.required("exam") { choices.read(ExamKind.self, $0) }
        let isRequired = reader.required("isRequired", ChoiceCells.flag)
        let audience = reader.required("audience") { choices.read(Audience.self, $0) }
        let passMark = reader.value("passMark", rule: TrainingRules.score) { Cells.fixedPoint($0, places: 1) }
        let validMonths = reader.positive("validMonths")
        let prerequisites = reader.value("prerequisites") { Cells.list($0, others: ["；", "、", ",", "，", "|", " "]) } ?? []
        if let passMark, !(0...Score.highest).contains(passMark) {
            reader.note(
                "passMark", Message("R-CRS-05.refusal", ["value": .text(reader.raw("passMark"))]), rule: TrainingRules.score)
        }
        guard let code, let title, let tier, let track, let hours, let form, let exam, let isRequired, let audience else {
            return nil
        }
        check(tier, track, &reader)
        return CourseRow(
            code: code, title: title, tier: tier, track: track.code, area: track.area, hours: hours, form: form, exam: exam,
            passMark: passMark, isRequired: isRequired, audience: audience, validMonths: validMonths,
            objectives: reader.value("objectives", Cells.note),
            materials: reader.value("materials") { Cells.list($0, others: ["；", "|"]) },
            attempts: reader.positive("attempts"), prerequisites: prerequisites)
    }

    /// The general tier has the general track, and no other.
    private func check(_ tier: CourseTier, _ track: Track, _ reader: inout RowReader) {
        if (tier == .general) != track.isGeneral {
            reader.note("track", CourseChecks.tierAndTrack(tier, track).message)
        }
    }

    private func track(_ text: String) -> CellReading<Track> {
        if Cells.isBlank(text) { return .empty }
        if let track = Tracks.find(Cells.clean(text), in: registry) { return .value(track) }
        let known = registry.values(Tracks.self).map { "track.\($0.code)" }
        return .invalid(Message("E-VAL.refusal.track", ["value": .text(text), "known": .keys(known)]))
    }
}

extension Track: Hashable {
    public static func == (left: Track, right: Track) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
