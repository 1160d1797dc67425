import Operations
import PageKit
import PluginKit

/// The form that moves a session on the calendar: asks, shows what stands in the way, and moves.
struct CalendarMove {
    private let context: PageContext
    private let fields: [String: String]
    private(set) var refusals: [Refusal] = []
    /// Where the session would stand, when the new place is free.
    private(set) var preview: (line: SessionLine, span: TimeSpan)?

    private static let names = ["session", "start", "room", "teacher", "capacity", "version"]

    /// Looks whether what the address or the form asks for is possible; changes nothing.
    init(_ context: PageContext) {
        self.context = context
        var fields: [String: String] = [:]
        for name in Self.names {
            let typed = context.request.form[name]?.first ?? context.query(name)
            if let typed, !typed.trimmed.isEmpty { fields[name] = typed.trimmed }
        }
        self.fields = fields
        guard context.request.method == .get, context.mayRun(MoveSession.name), fields["session"] != nil, hasChange else {
            return
        }
        look()
    }

    private var hasChange: Bool { Self.names.dropFirst().dropLast().contains { fields[$0] != nil } }

    /// The month of the new time; nil where none is given.
    var month: String? { fields["start"].flatMap { SessionTime($0) }.map { String("\($0.day)".prefix(7)) } }

    private mutating func look() {
        do {
            let answer = try run(dryRun: true)
            preview = (answer.row, answer.row.session.span)
        } catch let error as any UserFacingError {
            refusals = error.refusals
        } catch {}
    }

    private func run(dryRun: Bool) throws -> RecordAnswer<SessionLine> {
        guard let start = fields["start"].map({ SessionTime($0) }) ?? Optional(nil) else {
            guard fields["start"] == nil else {
                throw Rule.invalid.refused("sessionTime", field: "start", ["value": .text(fields["start"] ?? "")])
            }
            return try move(nil, dryRun)
        }
        return try move(start, dryRun)
    }

    private func move(_ start: SessionTime?, _ dryRun: Bool) throws -> RecordAnswer<SessionLine> {
        try context.dispatcher.run(
            MoveSession.self,
            .init(
                session: fields["session"] ?? "", start: start, room: fields["room"], teacher: fields["teacher"],
                capacity: fields["capacity"].flatMap { Int($0) }, dryRun: dryRun ? true : nil,
                version: fields["version"].flatMap { Int($0) }), as: context.principal)
    }

    /// Moves it and goes back to its month; or shows the form again with what stands in the way.
    func answer() throws -> PageAnswer {
        do {
            let answer = try run(dryRun: false)
            let month = String("\(answer.row.session.startsAt.day)".prefix(7))
            return .redirect(to: SitePath.with("/training", [("month", month)]), flash: answer.sentence)
        } catch let error as any UserFacingError {
            var shown = self
            shown.refusals = error.refusals
            return .page(try CalendarPage.content(context, move: shown))
        }
    }

    /// - Parameter sessions: those of the month; what is over is not offered.
    func html(_ sessions: [SessionLine]) throws -> HTML {
        guard context.mayRun(MoveSession.name) else { return HTML() }
        var ahead = sessions.filter(\.session.state.isAhead)
        if let code = fields["session"], !ahead.contains(where: { $0.session.code == code }) {
            ahead +=
                (try? context.dispatcher.run(ShowSession.self, .init(session: code), as: context.principal).line).map { [$0] }
                ?? []
        }
        guard !ahead.isEmpty else { return HTML() }
        let words = context.words
        return """
            <details id="move" class="panel-box"\(.when(fields["session"] != nil, " open"))><summary>\(words("session.move"))</summary>
            \(ClashBox(refusals: refusals, words: words).html(address))\(confirmation)
            <form method="get" action="/training#move" class="filter"><div class="filters">
            <div class="field"><label for="move-session">\(words("field.session"))</label><select id="move-session" name="session">\(options(ahead))</select></div>
            <div class="field"><label for="move-start">\(words("session.move.start"))</label><input id="move-start" type="datetime-local" name="start" value="\(startValue(ahead))"></div>
            <div class="field"><label for="move-room">\(words("field.room"))</label><input type="text" id="move-room" name="room" value="\(fields["room"] ?? "")" list="move-rooms">\(try rooms())</div>
            <div class="field"><label for="move-teacher">\(words("field.teacher"))</label><input type="text" id="move-teacher" name="teacher" value="\(fields["teacher"] ?? "")"></div>
            <p class="buttons"><button class="main">\(words("training.pages.check"))</button></p></div>
            <p class="help">\(words("training.pages.move.help"))</p></form></details>

            """
    }

    private func options(_ sessions: [SessionLine]) -> HTML {
        sessions.map { line -> HTML in
            let session = line.session
            let isChosen = session.code == fields["session"]
            return
                "<option value=\"\(session.code)\"\(.when(isChosen, " selected"))>\(session.code) \(line.courseTitle) \(session.span.text)</option>"
        }.joined()
    }

    private func startValue(_ sessions: [SessionLine]) -> String {
        let start =
            fields["start"].flatMap { SessionTime($0) }
            ?? sessions.first { $0.session.code == fields["session"] }?.session.startsAt
        return start.map { "\($0.day)T\($0.clock)" } ?? ""
    }

    private func rooms() throws -> HTML {
        let rows = try context.dispatcher.run(ListRooms.self, ListInput(), as: context.principal).rows
        return "<datalist id=\"move-rooms\">\(rows.map { "<option value=\"\($0.name)\">" as HTML }.joined())</datalist>"
    }

    /// The form with a free place taken up.
    private func address(_ offer: ClashBox.Offer) -> String {
        let taken = [
            ("session", fields["session"]), ("start", "\(offer.start)"), ("month", String("\(offer.start.day)".prefix(7))),
            ("room", offer.room ?? fields["room"]), ("teacher", fields["teacher"]),
        ]
        return SitePath.with("/training", taken.compactMap { name, value in value.map { (name: name, value: $0) } }) + "#move"
    }

    /// The place is free: one button moves the session there.
    private var confirmation: HTML {
        guard let preview else { return HTML() }
        let words = context.words
        let hidden = Self.names.compactMap { name -> HTML? in
            fields[name].map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" }
        }.joined()
        return """
            <form method="post" action="/training" class="form"><input type="hidden" name="\(SiteRequest.csrfField)" value="\(context.frame.csrfToken)">\(hidden)
            <p class="sentence">\(words("training.pages.free", ["session": preview.line.session.code, "span": preview.span.text]))</p>
            <p class="buttons"><button class="main">\(words("training.pages.confirm"))</button></p></form>

            """
    }
}
