import Operations
import PageKit
import PluginKit

/// `/training/sessions/S058`: when and where, who has a place, who waits in which order, what comes next.
enum SessionPage {
    static let page = SitePage("/training/sessions/{session}", access: .operation(ShowSession.name)) { context in
        guard context.request.method == .post else { return .page(try content(context, refusals: [])) }
        do {
            let answer = try context.dispatcher.run(
                AddEnrolment.self, .init(session: context["session"], cadre: nil, exemption: nil), as: context.principal)
            return .redirect(to: SitePath.of("training", "sessions", context["session"]), flash: answer.sentence)
        } catch let error as any UserFacingError {
            return .page(try content(context, refusals: error.refusals))
        }
    }

    private static func content(_ context: PageContext, refusals: [Refusal]) throws -> PageContent {
        let detail = try context.dispatcher.run(ShowSession.self, .init(session: context["session"]), as: context.principal)
        let words = context.words
        let session = detail.line.session
        let steps = try stepList(session, context)
        var content = PageContent(title: detail.line.courseTitle)
        content.kicker = session.code
        content.status = refusals.first?.kind.httpStatus ?? 200
        content.breadcrumb = [
            (words("training"), SitePath.with("/training", [("month", String("\(session.startsAt.day)".prefix(7)))]))
        ]
        let next = (steps ?? StepList([])).html(words, also: actions(detail, context))
        content.body = """
            \(ClashBox(refusals: refusals, words: words).html { _ in "" })\(state(detail.line, context))
            <div class="beside">\(next)<div class="known">\(people(detail, context))\(waiting(detail, context))\(quotas(detail, context))
            \(try materials(detail.line.courseCode, context))\(try clashes(session, context))</div></div>
            """
        return content
    }

    private static func stepList(_ session: Session, _ context: PageContext) throws -> StepList? {
        guard context.mayRun(SessionSteps.name) else { return nil }
        let outlook = try context.dispatcher.run(SessionSteps.self, .init(session: session.code), as: context.principal).rows
        return StepList(
            outlook, words: context.words, label: { context.words("training.pages.step.\($0.to)") },
            isForward: { !["planned", "cancelled"].contains($0.to) }
        ) { line in
            context.form(
                AdvanceSession.name, settled: [("session", session.code), ("to", line.to), ("version", "\(session.version)")])
        }
    }

    private static func actions(_ detail: SessionDetail, _ context: PageContext) -> HTML {
        let session = detail.line.session
        let key: [(String, String?)] = [("session", session.code)]
        var html = HTML()
        let isIn = detail.enrolments.contains { $0.enrolment.cadreId == context.principal.cadre && !$0.enrolment.state.wasThere }
        if session.state == .open { html += enrol(session, isIn: isIn, context) }
        if isIn, session.state.isAhead { html += context.button(CancelEnrolment.name, settled: key) }
        if session.state.isOver, context.principal.cadre != nil { html += context.button(AddFeedback.name, settled: key) }
        if context.mayRun(MoveSession.name) {
            if session.state.isAhead {
                html += link(
                    SitePath.with(
                        "/training", [("session", session.code), ("month", String("\(session.startsAt.day)".prefix(7)))])
                        + "#move", "session.move", context)
            }
            if session.state.hasBegun, detail.enrolments.contains(where: \.enrolment.state.takesPlace) {
                html += link(SitePath.of("training", "sessions", session.code, "results"), "enrolment.results", context)
            }
            html += context.button(SetQuota.name, settled: key)
            html += link(SitePath.of("training", "sessions", session.code, "sheet"), "session.sheet", context)
            html += context.button(ImportEnrolments.name)
            html += link(OperationPages.address(ListFeedback.name, [("session", session.code)]), "feedback.list", context)
        }
        return html
    }

    /// Whoever keeps training says whom; everybody else enrols themselves, with one press.
    private static func enrol(_ session: Session, isIn: Bool, _ context: PageContext) -> HTML {
        if context.principal.keepsTraining { return context.button(AddEnrolment.name, settled: [("session", session.code)]) }
        guard context.mayRun(AddEnrolment.name), context.principal.cadre != nil, !isIn else { return HTML() }
        return """
            <form method="post" action="\(SitePath.of("training", "sessions", session.code))"><input type="hidden" name="\(SiteRequest.csrfField)" value="\(context.frame.csrfToken)">
            <button class="main">\(context.words("enrolment.add"))</button></form>

            """
    }

    private static func link(_ path: String, _ key: String, _ context: PageContext) -> HTML {
        "<a class=\"button\" href=\"\(path)\">\(context.words(key))</a>\n"
    }

    private static func state(_ line: SessionLine, _ context: PageContext) -> HTML {
        let session = line.session, words = context.words
        let parts: [(String, HTML?)] = [
            ("sessionState", context.tag("sessionState.\(session.state.rawValue)")),
            ("startsAt", HTML(escaping: session.span.text)), ("room", session.room.map { HTML(escaping: $0) }),
            ("teacher", session.teacher.map { HTML(escaping: $0) }),
            ("confirmedCount", "\(line.confirmed) / \(session.capacity)"),
            ("waitingCount", line.waiting > 0 ? "\(line.waiting)" : nil),
            ("enrolmentDeadline", session.deadline.map { "\($0.description)" }),
            ("courseCode", "<a href=\"\(SitePath.of("training", "courses", line.courseCode))\">\(line.courseCode)</a>"),
        ]
        let items = parts.compactMap { key, value in
            value.map { "<div><dt>\(words("column.\(key)"))</dt><dd>\($0)</dd></div>\n" as HTML }
        }.joined()
        return "<dl class=\"facts\">\(items)</dl>\n"
    }

    /// What clashes with this session.
    private static func clashes(_ session: Session, _ context: PageContext) throws -> HTML {
        guard context.mayRun(ListConflicts.name) else { return HTML() }
        let rows = try context.dispatcher.run(
            ListConflicts.self, .init(from: session.startsAt.day, to: session.endsAt.day), as: context.principal
        ).rows
        return MonthClashes(
            rows: rows.filter {
                $0.clash.kind != .capacity && [$0.clash.first.code, $0.clash.second?.code].contains(session.code)
            }
        ).html(
            context)
    }

    /// What its course is studied from, for whoever is to prepare for it.
    private static func materials(_ course: String, _ context: PageContext) throws -> HTML {
        let materials = try context.dispatcher.run(ShowCourse.self, .init(course: course), as: context.principal).line.course
            .materials
        guard !materials.isEmpty else { return HTML() }
        let items = materials.map { "<li>\(MaterialLink.html($0))</li>\n" as HTML }.joined()
        return "<section><h2>\(context.words("training.pages.materials"))</h2><ul>\(items)</ul></section>\n"
    }

    private static func people(_ detail: SessionDetail, _ context: PageContext) -> HTML {
        let rows = detail.enrolments.filter(\.enrolment.state.takesPlace)
        let words = context.words
        let title = words("training.pages.people")
        let columns =
            ["cadre", "homeUnit", "enrolmentState"]
            + (detail.line.session.state.hasBegun
                ? ["attendanceShare", "examScore", "creditedHours", "creditNote", "certificateNo"] : [])
        guard !rows.isEmpty else {
            return
                "<section class=\"first\"><h2>\(title)</h2><p class=\"empty\">\(words("training.pages.people.none"))</p></section>\n"
        }
        var table = AnswerTable(Answer(list: rows), of: ShowSession.name, columns: columns, context: context)
        table.special["enrolmentState"] = { state($0, $1, detail.line.session, context) }
        return
            "<section class=\"first\"><h2>\(title) <span class=\"number-of\">\(rows.count)</span></h2>\n\(table.html(caption: title))</section>\n"
    }

    /// The state with what the trainer may do about it: take somebody off the list before the session, correct a result after it.
    private static func state(_ value: Value, _ row: [Value], _ session: Session, _ context: PageContext) -> HTML {
        guard case .word(let code, let key) = value,
            let place = EnrolmentLine.columns.firstIndex(where: { $0.key == "cadreId" }), case .text(let cadre) = row[place]
        else { return HTML() }
        let tag = context.tag(key)
        guard context.mayRun(MarkEnrolment.name) else { return tag }
        let settled: [(String, String?)] = [("session", session.code), ("cadre", cadre)]
        if session.state.isAhead, ["confirmed", "waitlisted"].contains(code) {
            return
                "\(tag) <a href=\"\(context.form(CancelEnrolment.name, settled: settled))\">\(context.words("training.pages.take.off"))</a>"
        }
        guard session.state.hasBegun, code != "exempt", code != "waitlisted" else { return tag }
        let form = context.form(MarkEnrolment.name, settled: settled, suggested: [("attendance", "attended")])
        return
            "\(tag) <a href=\"\(form)\">\(context.words(code == "confirmed" ? "training.pages.mark" : "training.pages.correct"))</a>"
    }

    private static func waiting(_ detail: SessionDetail, _ context: PageContext) -> HTML {
        let rows = detail.enrolments.filter { $0.enrolment.state == .waitlisted }
        guard !rows.isEmpty else { return HTML() }
        let title = context.words("training.pages.waiting")
        var table = AnswerTable(
            Answer(list: rows), of: ShowSession.name, columns: ["waitingPlace", "cadre", "homeUnit", "enrolmentState"],
            context: context)
        table.special["enrolmentState"] = { state($0, $1, detail.line.session, context) }
        return
            "<section><h2>\(title) <span class=\"number-of\">\(rows.count)</span></h2>\n\(table.html(caption: title))</section>\n"
    }

    private static func quotas(_ detail: SessionDetail, _ context: PageContext) -> HTML {
        guard !detail.quotas.isEmpty else { return HTML() }
        let title = context.words("section.quotas")
        return
            "<section><h2>\(title)</h2>\n\(AnswerTable(Answer(list: detail.quotas), of: SetQuota.name, context: context).html(caption: title))</section>\n"
    }
}

/// `/training/sessions/S058/sheet`: the sign-in sheet on paper, and as a file to fill in.
enum SignInSheetPage {
    static let page = SitePage("/training/sessions/{session}/sheet", access: .operation(ExportSignInSheet.name)) { context in
        if context.query("file") != nil {
            let name = "\(context["session"]).csv"
            let answer = try context.run(ExportSignInSheet.name, with: ["session": context["session"], "out": name])
            guard let document = answer.document else { throw Rule.notFound.refused("page") }
            return .document(document)
        }
        let detail = try context.dispatcher.run(ShowSession.self, .init(session: context["session"]), as: context.principal)
        let session = detail.line.session, words = context.words
        var content = PageContent(title: words("signInSheet.title", ["course": detail.line.courseTitle]))
        content.kicker = session.code
        content.breadcrumb = [(detail.line.courseTitle, SitePath.of("training", "sessions", session.code))]
        content.actions = """
            <button class="main" type="button" data-print hidden>\(words("training.pages.print"))</button>
            <a class="button" href="\(SitePath.of("training", "sessions", session.code, "sheet"))?file=1">\(words("training.pages.sheet.file"))</a>
            """
        content.body = table(detail, words)
        return .page(content)
    }

    private static func table(_ detail: SessionDetail, _ words: Words) -> HTML {
        let session = detail.line.session
        let people = detail.enrolments.filter(\.enrolment.state.takesPlace)
        let heads = [
            "training.pages.sheet.number", "column.cadre", "column.homeUnit", "training.pages.sheet.signature",
            "training.pages.sheet.remark",
        ]
        .map { "<th scope=\"col\">\(words($0))</th>" as HTML }.joined()
        let rows = people.enumerated().map { number, line -> HTML in
            "<tr><td>\(number + 1)</td><td>\(line.person)</td><td>\(line.homeUnit)</td><td></td><td></td></tr>\n"
        }.joined()
        let note = words(
            "signInSheet.note",
            [
                "session": session.code, "span": session.span.text, "room": session.room ?? "—",
                "teacher": session.teacher ?? "—",
                "count": "\(people.count)",
            ])
        return """
            <p>\(note)</p>
            <table><caption class="unseen">\(words("session.sheet"))</caption><thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody></table>
            """
    }
}

/// `/training/courses/C001`: one course with its sessions.
enum CoursePage {
    static let page = SitePage("/training/courses/{course}", access: .operation(ShowCourse.name)) { context in
        let answer = try context.run(ShowCourse.name, with: ["course": context["course"]])
        let words = context.words
        var content = PageContent(title: answer.text("course") ?? "")
        content.kicker = answer.text("courseCode")
        content.breadcrumb = [(words("training"), "/training"), (words("course"), "/training/courses")]
        let key: [(String, String?)] = [("course", context["course"])]
        content.actions = """
            \(PlanPage.button(context, course: context["course"]))\(context.button(SetCourse.name, settled: key))
            <a class="button" href="\(SitePath.with("/training/calendar.ics", [("course", context["course"])]))">\(words("training.pages.feed"))</a>
            """
        let view = RecordView(answer, of: ShowCourse.name, context: context)
        content.body = view.summary(without: ["courseCode", "course"]) + view.sections()
        return .page(content)
    }
}

/// A material of a course: its name, or a link where it is an address.
enum MaterialLink {
    static func html(_ material: String) -> HTML {
        guard material.hasPrefix("https://") || material.hasPrefix("http://") else { return HTML(escaping: material) }
        return "<a href=\"\(material)\" rel=\"noopener noreferrer\">\(material)</a>"
    }
}
