import Interchange
import Operations
import Persistence
import Personnel
import PluginKit

/// One row of a list of enrolments or a sign-in sheet.
struct EnrolmentRow: Sendable, Hashable {
    var number: Int
    var session: UniqueID
    var cadre: UniqueID
    /// Nil where the sheet says nothing yet.
    var result: ResultDesk.Result?
}

/// Reads lists of enrolments and sign-in sheets.
struct EnrolmentTable {
    static let fields = [
        FieldName("session", ["场次编号", "session"], required: true),
        FieldName("name", ["姓名", "name"], required: true),
        FieldName("phone", ["手机号后四位", "手机后四位", "phone_last4"]),
        FieldName("attendance", ["签到", "出勤", "attendance"]),
        FieldName("share", ["出勤率", "share"]),
        FieldName("score", ["成绩", "分数", "score"]),
    ]

    let registry: Registry
    let people: PeopleDirectory
    /// Sessions by code.
    let sessions: [String: UniqueID]

    func read(_ table: SourceTable) throws -> ImportPreview<EnrolmentRow> {
        var seen: Set<[UniqueID]> = []
        return try ImportPreview(table, fields: Self.fields) { reader in
            guard let row = row(&reader) else { return nil }
            if !seen.insert([row.session, row.cadre]).inserted {
                reader.note("name", Message("E-DUP.refusal.enrolmentRow"), rule: .duplicate)
            }
            return row
        }
    }

    private func row(_ reader: inout RowReader) -> EnrolmentRow? {
        let code = reader.required("session", Cells.text)
        let name = reader.required("name", Cells.personName)
        let session = code.flatMap { sessions[$0] }
        if let code, session == nil {
            reader.note("session", Message("E-NOTFOUND.refusal.trainingSession", ["code": .text(code)]), rule: .notFound)
        }
        let cadre = name.flatMap { LearnerCells.person($0, in: people, &reader) }
        let result = result(&reader)
        guard let session, let cadre else { return nil }
        return EnrolmentRow(number: reader.row.number, session: session, cadre: cadre, result: result)
    }

    private func result(_ reader: inout RowReader) -> ResultDesk.Result? {
        let attendance = reader.value("attendance", attendance)
        let share = reader.value("share") { Cells.integer($0.hasSuffix("%") ? String($0.dropLast()) : $0) }
        let score = score(&reader)
        if let share, !(0...100).contains(share) {
            reader.note("share", Message("E-VAL.refusal.range", ["low": "0", "high": "100", "value": "\(share)"]))
        }
        guard let attendance else {
            if score != nil || share != nil { reader.note("attendance", Message("training.cell.scoreAlone")) }
            return nil
        }
        if score != nil, attendance != .attended { reader.note("score", Message("E-VAL.refusal.scoreAbsent")) }
        return ResultDesk.Result(attendance: attendance, share: share, score: score)
    }

    private func attendance(_ text: String) -> CellReading<Attendance> {
        switch Cells.withoutSpaces(Cells.clean(text)) {
        case "√", "✓", "到", "出勤", "已到": .value(.attended)
        case "缺勤", "×": .value(.absent)
        case "请假", "病假", "事假": .value(.excused)
        default: ChoiceCells(strings: registry.strings).read(Attendance.self, text)
        }
    }

    private func score(_ reader: inout RowReader) -> Int? {
        let refused = Message("R-CRS-05.refusal", ["value": .text(reader.raw("score"))])
        let score = reader.value("score", rule: TrainingRules.score) { text -> CellReading<Int> in
            let reading = Cells.fixedPoint(text, places: 1)
            if case .invalid = reading { return .invalid(refused) }
            return reading
        }
        guard let score else { return nil }
        if !(0...Score.highest).contains(score) { reader.note("score", refused, rule: TrainingRules.score) }
        return score
    }
}
