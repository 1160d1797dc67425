import Operations
import PageKit
import Persistence
import PluginKit

/// `/training?month=2024-06`: the month with its sessions. Whoever keeps training moves a session here: the form asks first whether
/// the new place is free and shows every clash with its alternatives; confirming moves it. It all works without a script.
enum CalendarPage {
    static let page = SitePage("/training", access: .operation(ListSessions.name)) { context in
        if context.request.method == .post {
            guard context.mayRun(MoveSession.name) else { throw Rule.notFound.refused("page") }
            return try CalendarMove(context).answer()
        }
        return .page(try content(context, move: CalendarMove(context)))
    }

    static func content(_ context: PageContext, move: CalendarMove) throws -> PageContent {
        let words = context.words
        let month = CalendarMonth(context.query("month") ?? move.month, today: context.today)
        let sessions = try sessions(of: month, context)
        let clashes = try clashes(of: month, context)
        var content = PageContent(title: words("training.pages.month", ["year": "\(month.year)", "month": "\(month.month)"]))
        content.lead = "\(words("training.pages.lead"))"
        content.actions = actions(context)
        content.status = move.refusals.first?.kind.httpStatus ?? 200
        content.body = """
            \(tabs(month, words))
            \(try move.html(sessions))
            \(MonthGrid(month: month, sessions: sessions, clashing: clashes.codes, shown: move.preview, mayMove: context.mayRun(MoveSession.name), words: words).html)
            \(clashes.html(context))
            """
        return content
    }

    private static func actions(_ context: PageContext) -> HTML {
        let words = context.words
        let own: HTML = .when(
            context.principal.cadre != nil, "<a class=\"button\" href=\"/training/mine\">\(words("training.pages.mine"))</a>\n")
        return """
            \(PlanPage.button(context))\(context.button(AddSeries.name))\(context.button(ImportSessions.name))
            \(context.button(ImportEnrolments.name))\(own)<a class="button" href="/training/courses">\(words("course"))</a>
            <a class="button" href="/training/calendar.ics">\(words("training.pages.feed"))</a>
            """
    }

    private static func tabs(_ month: CalendarMonth, _ words: Words) -> HTML {
        """
        <p class="pager"><a class="button" href="/training?month=\(month.before.text)" rel="prev">\(words("training.pages.before"))</a>
        <a class="button" href="/training">\(words("training.pages.now"))</a>
        <a class="button" href="/training?month=\(month.after.text)" rel="next">\(words("training.pages.after"))</a></p>

        """
    }

    private static func sessions(of month: CalendarMonth, _ context: PageContext) throws -> [SessionLine] {
        try context.dispatcher.run(
            ListSessions.self, .init(from: month.first, to: month.last, limit: PageRequest.maximumLimit), as: context.principal
        ).rows
    }

    private static func clashes(of month: CalendarMonth, _ context: PageContext) throws -> MonthClashes {
        guard context.mayRun(ListConflicts.name) else { return MonthClashes(rows: []) }
        return MonthClashes(
            rows: try context.dispatcher.run(
                ListConflicts.self, .init(from: month.first, to: month.last), as: context.principal
            ).rows)
    }
}

/// A month of the calendar.
struct CalendarMonth {
    let year: Int
    let month: Int

    /// - Parameter text: `2024-06`; the month of today where it is none.
    init(_ text: String?, today: CalendarDate) {
        let day = text.flatMap { CalendarDate("\($0)-01") } ?? today
        year = day.year
        month = day.month
    }

    private init(_ day: CalendarDate) {
        year = day.year
        month = day.month
    }

    var first: CalendarDate { CalendarDate(year: year, month: month, day: 1) ?? .earliest }
    var last: CalendarDate { first.adding(months: 1).adding(days: -1) }
    var before: CalendarMonth { CalendarMonth(first.adding(months: -1)) }
    var after: CalendarMonth { CalendarMonth(first.adding(months: 1)) }
    /// `2024-06`
    var text: String { String("\(first)".prefix(7)) }

    /// Weeks from Monday to Sunday; days of other months are nil.
    var weeks: [[CalendarDate?]] {
        let start = first.adding(days: 1 - first.weekday)
        let count = (last.days(since: start) + 7) / 7
        return (0..<count).map { week in
            (0..<7).map { day in
                let date = start.adding(days: week * 7 + day)
                return date.month == month ? date : nil
            }
        }
    }
}

/// The month as a table, one row a week.
struct MonthGrid {
    let month: CalendarMonth
    let sessions: [SessionLine]
    /// Codes of sessions that clash.
    let clashing: Set<String>
    /// Where a session would stand.
    let shown: (line: SessionLine, span: TimeSpan)?
    let mayMove: Bool
    let words: Words

    var html: HTML {
        let title = words("training.pages.month", ["year": "\(month.year)", "month": "\(month.month)"])
        let heads = (1...7).map { "<th scope=\"col\">\(words("training.pages.weekday.\($0)"))</th>" as HTML }.joined()
        let days = Dictionary(grouping: sessions) { $0.session.startsAt.day }
        let rows = month.weeks.map { week -> HTML in
            "<tr>\(week.map { cell($0, days) }.joined())</tr>\n"
        }.joined()
        let none: HTML = .when(
            sessions.isEmpty && shown == nil, "<p class=\"empty\">\(words("training.pages.month.none"))</p>\n")
        return """
            \(none)<div class="scroll" tabindex="0" role="region" aria-label="\(title)">
            <table class="month"><caption class="unseen">\(title)</caption><thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody></table></div>

            """
    }

    private func cell(_ day: CalendarDate?, _ days: [CalendarDate: [SessionLine]]) -> HTML {
        guard let day else { return "<td></td>" }
        let items = (days[day] ?? []).map(item).joined()
        let preview: HTML? = shown.flatMap { line, span in
            span.start.day == day
                ? "<li class=\"due\">\(Tag.html(words("training.pages.preview"), .due)) \(span.start.clock) \(line.courseTitle)</li>"
                : nil
        }
        let list: HTML = items.isEmpty && preview == nil ? HTML() : "<ul class=\"events\">\(items)\(preview)</ul>"
        let weekday = words("training.pages.weekday.\(day.weekday)")
        let whole = words("training.pages.day", ["month": "\(day.month)", "day": "\(day.day)", "weekday": weekday])
        return """
            <td\(.when(list.isEmpty, " class=\"free\""))><time datetime="\(day.description)"><span class="day">\(number(day, whole))</span><span class="whole">\(whole)</span></time>\(list)</td>
            """
    }

    /// The day's number; for those who plan, the way to a session on that day.
    private func number(_ day: CalendarDate, _ whole: String) -> HTML {
        guard mayMove else { return "\(day.day)" }
        let label = words("training.pages.plan.on", ["day": whole])
        return "<a href=\"\(SitePath.with("/training/plan", [("day", "\(day)")]))\" aria-label=\"\(label)\">\(day.day)</a>"
    }

    private func item(_ line: SessionLine) -> HTML {
        let session = line.session
        let mark: HTML? = clashing.contains(session.code) ? Tag.html(words("training.pages.clash"), .late) : nil
        let room: HTML? = session.room.map { "<span class=\"where\">\($0)</span>" }
        return """
            <li\(.when(mark != nil, " class=\"late\""))><a href="\(SitePath.of("training", "sessions", session.code))">\(session.startsAt.clock) \(line.courseTitle)</a>
            \(room)<span class="where">\(session.teacher ?? "")\(move(session))</span>\(mark)</li>

            """
    }

    /// Opens the form that moves a session, with the session chosen.
    private func move(_ session: Session) -> HTML {
        guard mayMove, session.state.isAhead else { return HTML() }
        let label = words("training.pages.move.which", ["session": session.code])
        return
            " <a class=\"move\" href=\"\(SitePath.with("/training", [("session", session.code), ("month", month.text)]))#move\" aria-label=\"\(label)\">\(words("training.pages.move"))</a>"
    }
}

/// The clashes of a month.
struct MonthClashes {
    let rows: [ClashLine]

    /// Of sessions that cannot be held as they stand; one with a waiting list can.
    var codes: Set<String> {
        Set(
            rows.filter { $0.clash.kind != .capacity }.flatMap { [$0.clash.first.code, $0.clash.second?.code].compactMap { $0 } })
    }

    func html(_ context: PageContext) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        let title = context.words("training.pages.clashes")
        return """
            <section id="clashes"><h2>\(title) <span class="number-of">\(rows.count)</span></h2>
            \(AnswerTable(Answer(list: rows), of: ListConflicts.name, context: context).html(caption: title))</section>

            """
    }
}

/// `/training/calendar.ics`: the calendar as a feed, by `cadre`, `room` or `course` of the address.
enum CalendarFeed {
    static let page = SitePage("/training/calendar.ics", access: .operation(ExportCalendar.name)) { context in
        let answer = try context.run(
            ExportCalendar.name,
            with: [
                "out": "training.ics", "cadre": context.query("cadre"), "room": context.query("room"),
                "course": context.query("course"), "teacher": context.query("teacher"),
            ])
        guard let document = answer.document else { throw Rule.notFound.refused("page") }
        return .document(document)
    }
}
