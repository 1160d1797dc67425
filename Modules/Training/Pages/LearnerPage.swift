import Operations
import PageKit
import PluginKit

/// One person's training: what is ahead, the hours and what they lack, what came of everything, certificates.
enum LearnerPage {
    /// `/training/mine`: one's own.
    static let own = SitePage(
        "/training/mine", access: .condition { $0.cadre != nil }
    ) { try .page(content(nil, $0)) }

    /// `/training/people/ID`, for those who see everybody's.
    static let other = SitePage("/training/people/{cadre}", access: .operation(ShowTrainingRecord.name)) { context in
        try .page(content(context["cadre"], context))
    }

    private static func content(_ cadre: String?, _ context: PageContext) throws -> PageContent {
        let record = try context.dispatcher.run(ShowTrainingRecord.self, .init(cadre: cadre), as: context.principal)
        let words = context.words
        var content = PageContent(title: cadre == nil ? words("training.pages.mine") : record.summary.cadre)
        content.kicker = cadre == nil ? record.summary.cadre : record.summary.homeUnit
        content.breadcrumb = [(words("training"), "/training")]
        let feed = SitePath.with("/training/calendar.ics", [("cadre", cadre ?? context.principal.cadre.map { "\($0)" } ?? "")])
        content.actions = """
            <a class="button" href="\(feed)">\(words("training.pages.feed"))</a>
            <a class="button" href="\(OperationPages.address(ShowCompetence.name, cadre.map { [("cadre", $0)] } ?? []))">\(words("competence"))</a>
            <button class="button" type="button" data-print hidden>\(words("training.pages.print"))</button>
            """
        content.body = """
            \(figures(record, context))\(ahead(record, context))\(missing(record, context))\(results(record, context))
            \(externals(record, context))
            """
        return content
    }

    private static func figures(_ record: TrainingRecord, _ context: PageContext) -> HTML {
        let words = context.words, summary = record.summary
        var parts: [(String, HTML)] = [
            ("learnerLevel", context.tag("learnerLevel.\(summary.level.rawValue)")),
            ("totalHours", HTML(escaping: Tenths.text(summary.total))),
            ("recentHours", HTML(escaping: Tenths.text(summary.window))),
        ]
        if summary.needed > 0 {
            let short = max(0, summary.needed - summary.window)
            parts.append(("neededHours", HTML(escaping: Tenths.text(summary.needed))))
            parts.append(("hoursShort", Tag.html(Tenths.text(short), short > 0 ? .due : .done)))
        }
        parts.append(("coursesPassed", "\(summary.passed)"))
        parts.append(("coursesMissing", Tag.html("\(summary.missing)", summary.missing > 0 ? .due : .done)))
        let items = parts.map { "<div><dt>\(words("column.\($0.0)"))</dt><dd>\($0.1)</dd></div>\n" as HTML }.joined()
        return "<dl class=\"facts\">\(items)</dl>\n"
    }

    private static func section(
        _ title: String, _ rows: [some Tabular], _ columns: [String]?, of operation: OperationName, none: String?,
        _ context: PageContext
    ) -> HTML {
        let heading = context.words(title)
        guard !rows.isEmpty else {
            return none.map { "<section><h2>\(heading)</h2><p class=\"empty\">\(context.words($0))</p></section>\n" } ?? HTML()
        }
        let table = AnswerTable(Answer(list: rows), of: operation, columns: columns, context: context)
        return
            "<section><h2>\(heading) <span class=\"number-of\">\(rows.count)</span></h2>\n\(table.html(caption: heading))</section>\n"
    }

    private static func ahead(_ record: TrainingRecord, _ context: PageContext) -> HTML {
        let now = "\(context.today)"
        let rows = record.enrolments.filter {
            [.confirmed, .waitlisted].contains($0.enrolment.state) && "\($0.startsAt.day)" >= now
        }
        return section(
            "training.pages.ahead", rows, ["startsAt", "session", "course", "enrolmentState", "waitingPlace"],
            of: ShowTrainingRecord.name, none: "training.pages.ahead.none", context)
    }

    private static func missing(_ record: TrainingRecord, _ context: PageContext) -> HTML {
        section(
            "section.missingCourses", record.missing, ["courseCode", "course", "hours", "examKind", "prerequisites"],
            of: ListCourses.name, none: "training.pages.missing.none", context)
    }

    private static func results(_ record: TrainingRecord, _ context: PageContext) -> HTML {
        let rows = record.enrolments.filter { ![.confirmed, .waitlisted].contains($0.enrolment.state) }
        return section(
            "training.pages.results", rows,
            [
                "startsAt", "session", "course", "enrolmentState", "examScore", "creditedHours", "creditNote", "validUntil",
                "certificateNo",
            ], of: ShowTrainingRecord.name, none: "training.pages.results.none", context)
    }

    private static func externals(_ record: TrainingRecord, _ context: PageContext) -> HTML {
        section("section.externals", record.externals, nil, of: ListExternalClasses.name, none: nil, context)
    }
}

/// `/training/certificates/PX2024-0001`: a certificate, ready for paper.
enum CertificatePage {
    static let page = SitePage("/training/certificates/{number}", access: .operation(ShowCertificate.name)) { context in
        let line = try context.dispatcher.run(ShowCertificate.self, .init(number: context["number"]), as: context.principal).row
        let words = context.words
        var content = PageContent(title: words("certificate"))
        content.kicker = line.number
        content.breadcrumb = [(words("training"), "/training")]
        content.actions = "<button class=\"main\" type=\"button\" data-print hidden>\(words("training.pages.print"))</button>"
        content.body = CertificatePaper(line, strings: context.registry.strings).body
        return .page(content)
    }
}
