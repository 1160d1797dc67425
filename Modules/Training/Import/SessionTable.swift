import Interchange
import Operations
import PluginKit

/// One row of a plan of sessions.
struct SessionRow: Sendable, Hashable {
    var code: String
    var course: String
    var span: TimeSpan
    var room: String?
    var teacher: String?
    var capacity: Int
    var deadline: CalendarDate?
    var state: SessionState
}

/// Reads plans of sessions.
struct SessionTable {
    static let fields = [
        FieldName("code", ["场次编号", "code"], required: true),
        FieldName("course", ["课程编号", "course"], required: true),
        FieldName("startsAt", ["开始时间", "start"], required: true),
        FieldName("endsAt", ["结束时间", "end"], required: true),
        FieldName("room", ["地点", "教室", "room"]),
        FieldName("teacher", ["讲师", "授课人", "teacher"]),
        FieldName("capacity", ["容量", "人数上限", "capacity"], required: true),
        FieldName("deadline", ["报名截止", "deadline"]),
        FieldName("state", ["状态", "state"]),
    ]

    let registry: Registry
    /// Codes of the catalogue.
    let courses: Set<String>

    func read(_ table: SourceTable) throws -> ImportPreview<SessionRow> {
        var seen: Set<String> = []
        return try ImportPreview(table, fields: Self.fields) { reader in
            guard let row = row(&reader) else { return nil }
            if !seen.insert(row.code).inserted {
                reader.note("code", Message("E-DUP.refusal.sessionRow", ["code": .text(row.code)]), rule: .duplicate)
            }
            if !courses.contains(row.course) {
                reader.note("course", Message("E-NOTFOUND.refusal.course", ["code": .text(row.course)]), rule: .notFound)
            }
            return row
        }
    }

    private func row(_ reader: inout RowReader) -> SessionRow? {
        let choices = ChoiceCells(strings: registry.strings)
        let code = reader.required("code", Cells.text), course = reader.required("course", Cells.text)
        let start = reader.required("startsAt", ChoiceCells.time), end = reader.required("endsAt", ChoiceCells.time)
        let capacity = reader.positive("capacity")
        if capacity == nil, reader.raw("capacity").trimmed.isEmpty {
            reader.note("capacity", Message("interchange.cell.missing"))
        }
        let deadline = reader.value("deadline") { Cells.date($0) }
        let state = reader.value("state") { choices.read(SessionState.self, $0) } ?? .planned
        let room = reader.value("room", Cells.text), teacher = reader.value("teacher", Cells.text)
        guard let code, let course, let start, let end, let capacity else { return nil }
        if end <= start { reader.note("endsAt", Message("E-VAL.refusal.sessionEnd", ["start": "\(start)", "end": "\(end)"])) }
        if let deadline, deadline > start.day {
            reader.note("deadline", Message("E-VAL.refusal.sessionDeadline", ["deadline": "\(deadline)", "start": "\(start)"]))
        }
        return SessionRow(
            code: code, course: course, span: TimeSpan(start, end), room: room, teacher: teacher, capacity: capacity,
            deadline: deadline, state: state)
    }
}
