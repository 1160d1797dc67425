import Foundation
import Operations
import PageKit
import PluginKit

/// `/training/sessions/S058/results`: attendance and scores of everybody on one sheet, saved together.
struct ResultsPage {
    static let page = SitePage("/training/sessions/{session}/results", access: .operation(EnterResults.name)) { context in
        let detail = try context.dispatcher.run(ShowSession.self, .init(session: context["session"]), as: context.principal)
        let course = try context.dispatcher.run(ShowCourse.self, .init(course: detail.line.courseCode), as: context.principal)
        var sheet = ResultsPage(context: context, detail: detail, course: course.line.course)
        guard context.request.method == .post else { return .page(sheet.content()) }
        return try sheet.send()
    }

    private let context: PageContext
    private let detail: SessionDetail
    private let course: Course
    private var refusals: [Refusal] = []
    private var words: Words { context.words }
    private var session: Session { detail.line.session }
    private var path: String { SitePath.of("training", "sessions", session.code) }

    private init(context: PageContext, detail: SessionDetail, course: Course) {
        self.context = context
        self.detail = detail
        self.course = course
    }

    /// Those whose result can be entered, in order of enrolment.
    private var people: [EnrolmentLine] {
        detail.enrolments.filter { $0.enrolment.state.takesPlace && $0.enrolment.state != .exempt }
    }

    // MARK: Sending

    private mutating func send() throws -> PageAnswer {
        let results = read()
        guard refusals.isEmpty else { return .page(content()) }
        do {
            let answer = try context.dispatcher.run(
                EnterResults.self, .init(session: session.code, results: results), as: context.principal)
            return .redirect(to: path, flash: answer.sentence ?? Message("pages.done"))
        } catch let error as any UserFacingError {
            refusals = error.refusals
            return .page(content())
        }
    }

    /// What was typed; what is no number is refused here, with the words in which operations refuse it.
    private mutating func read() -> [PersonResult] {
        people.enumerated().map { index, line in
            let score = typed("score", line), share = typed("share", line)
            if let score, Double(score) == nil {
                refusals.append(TrainingRules.score.refused(field: "results.\(index).score", ["value": .text(score)]))
            }
            if let share, Int(share) == nil {
                refusals.append(
                    Rule.invalid.refused(
                        "range", field: "results.\(index).share", ["low": "0", "high": "100", "value": .text(share)]))
            }
            return PersonResult(
                cadre: "\(line.enrolment.cadreId)",
                attendance: typed("attendance", line).flatMap { Attendance(rawValue: $0) } ?? .attended,
                share: share.flatMap { Int($0) }, score: score.flatMap { Double($0) },
                resit: typed("resit", line) == nil ? nil : true, version: typed("version", line).flatMap { Int($0) })
        }
    }

    private func typed(_ field: String, _ line: EnrolmentLine) -> String? {
        let text = context.request.form[name(field, line)]?.first?.trimmed
        return text?.nonEmpty
    }

    // MARK: Showing

    private func content() -> PageContent {
        var content = PageContent(title: words("enrolment.results"))
        content.kicker = "\(session.code) · \(session.span.text)"
        content.breadcrumb = [(words("training"), "/training"), (detail.line.courseTitle, path)]
        content.lead = "\(words("training.pages.results.lead", ["mark": Tenths.text(course.passMark)]))"
        content.status = refusals.first?.kind.httpStatus ?? 200
        content.body =
            people.isEmpty
            ? "<p class=\"empty\">\(words("training.pages.people.none"))</p>"
            : "\(summary)\(form)"
        return content
    }

    /// Everything that is wrong, each linked to its field, with the name of the person.
    private var summary: HTML {
        guard !refusals.isEmpty else { return HTML() }
        let items = refusals.map { refusal -> HTML in
            let place = place(refusal)
            let name = place.map { words("training.pages.person", ["name": people[$0.index].person]) } ?? ""
            let text: HTML = "\(name)\(words(refusal.message))"
            let linked: HTML = place.map { "<a href=\"#\(id($0.field, people[$0.index]))\">\(text)</a>" } ?? text
            return
                "<li>\(linked) <span class=\"remedy\">\(words(refusal.remedy))</span> <a class=\"rule\" href=\"\(SitePath.of("rule", refusal.rule.id))\">\(refusal.rule.id)</a></li>\n"
        }.joined()
        return """
            <section class="faults" role="alert" aria-labelledby="faults-title" tabindex="-1" id="faults">
            <h2 id="faults-title">\(words("pages.faults", ["count": "\(refusals.count)"]))</h2><ul>\(items)</ul></section>

            """
    }

    /// Whose field a refusal is about.
    private func place(_ refusal: Refusal) -> (index: Int, field: String)? {
        let parts = (refusal.field ?? "").split(separator: ".")
        guard parts.count == 3, let index = Int(parts[1]), people.indices.contains(index) else { return nil }
        return (index, Self.fields.contains(String(parts[2])) ? String(parts[2]) : "attendance")
    }

    private static let fields: Set<String> = ["attendance", "share", "score", "resit"]

    private var form: HTML {
        let heads = [
            "column.cadre", "column.homeUnit", "enrolment.score.attendance", "column.attendanceShare", "column.examScore",
        ]
        .map { "<th scope=\"col\"\(.when($0 == "column.homeUnit", " class=\"unit\""))>\(words($0))</th>" as HTML }.joined()
        let title = words("enrolment.results")
        return """
            <form method="post" action="\(path)/results"><input type="hidden" name="\(SiteRequest.csrfField)" value="\(context.frame.csrfToken)">
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="results"><caption class="unseen">\(title)</caption>
            <thead><tr>\(heads)</tr></thead><tbody>
            \(people.enumerated().map(row).joined())</tbody></table></div>
            <p class="buttons"><button class="main">\(words("training.pages.results.save"))</button>
            <a class="button quiet" href="\(path)">\(words("pages.cancel"))</a></p></form>

            """
    }

    private func row(_ index: Int, _ line: EnrolmentLine) -> HTML {
        let wrong = Set(refusals.compactMap { place($0) }.filter { $0.index == index }.map(\.field))
        let version: HTML =
            "<input type=\"hidden\" name=\"\(name("version", line))\" value=\"\(line.enrolment.version)\">"
        return """
            <tr\(.when(!wrong.isEmpty, " class=\"wrong\""))><th scope="row">\(line.person)\(version)</th><td class="unit">\(line.homeUnit)</td>
            <td>\(attendance(line))</td><td>\(number("share", line, shown(line.enrolment.share.map { "\($0)" }, "share", line), wrong))</td>
            <td>\(number("score", line, shown(line.enrolment.score.map(Tenths.text), "score", line), wrong))\(resit(line, wrong))</td></tr>

            """
    }

    /// What was typed, or what is on record when the sheet is opened.
    private func shown(_ stored: String?, _ field: String, _ line: EnrolmentLine) -> String {
        context.request.method == .post ? typed(field, line) ?? "" : stored ?? ""
    }

    private func name(_ field: String, _ line: EnrolmentLine) -> String { "\(field).\(line.enrolment.cadreId)" }
    private func id(_ field: String, _ line: EnrolmentLine) -> String { "\(field)-\(line.enrolment.cadreId)" }

    private func label(_ key: String, _ line: EnrolmentLine) -> String {
        "\(words("training.pages.person", ["name": line.person]))\(words(key))"
    }

    /// Everybody is taken to have been there until somebody says otherwise.
    private func attendance(_ line: EnrolmentLine) -> HTML {
        let stored: Attendance =
            line.enrolment.state == .absent ? .absent : line.enrolment.state == .excused ? .excused : .attended
        let chosen = typed("attendance", line).flatMap { Attendance(rawValue: $0) } ?? stored
        let options = Attendance.allCases.map { option -> HTML in
            "<option value=\"\(option.rawValue)\"\(.when(option == chosen, " selected"))>\(words("attendance.\(option.rawValue)"))</option>"
        }.joined()
        return
            "<select id=\"\(id("attendance", line))\" name=\"\(name("attendance", line))\" aria-label=\"\(label("enrolment.score.attendance", line))\">\(options)</select>"
    }

    private func number(_ field: String, _ line: EnrolmentLine, _ value: String, _ wrong: Set<String>) -> HTML {
        let key = field == "score" ? "column.examScore" : "column.attendanceShare"
        return
            "<input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" id=\"\(id(field, line))\" name=\"\(name(field, line))\" value=\"\(value)\" aria-label=\"\(label(key, line))\"\(.when(wrong.contains(field), " aria-invalid=\"true\""))>"
    }

    /// Whoever failed may have taken the exam once more.
    private func resit(_ line: EnrolmentLine, _ wrong: Set<String>) -> HTML {
        guard line.enrolment.state == .failed else { return HTML() }
        let checked: HTML = .when(typed("resit", line) != nil, " checked")
        return """
             <label class="resit"><input type="checkbox" id="\(id("resit", line))" name="\(name("resit", line))" value="true"\(checked)\(.when(wrong.contains("resit"), " aria-invalid=\"true\""))> \(words("enrolment.score.resit"))</label>
            """
    }
}
