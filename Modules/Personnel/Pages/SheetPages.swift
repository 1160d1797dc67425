import Operations
import PageKit
import PluginKit

/// Sheets for printing: a person's assessment (F38) and a round's teams with their authorisation (F3).
enum SheetPages {
    static let appraisal = SitePage("/appraisals/{cadre}/{team}", access: .operation(ListAppraisals.name)) { context in
        let page = try context.dispatcher.run(ListAppraisals.self, .init(cadre: context["cadre"]), as: context.principal)
        guard let line = page.rows.first(where: { $0.team == context["team"] }) else { throw Rule.notFound.refused("page") }
        let words = context.words
        let key: [(String, String?)] = [("cadre", context["cadre"]), ("team", line.team)]
        var content = PageContent(title: words("personnelForm.appraisal"))
        content.kicker = "\(line.cadre) · \(line.team)"
        content.breadcrumb = [(words("personnel.pages.appraisal"), "/appraisals")]
        if context.mayRun(ShowCadre.name) { content.breadcrumb.append((line.cadre, SitePath.of("people", "\(line.cadreId)"))) }
        content.paper = Paper(
            scope: [Paper.part("column.round", line.round), Paper.part("column.team", line.team)], secrecy: .sensitive,
            numbers: [])
        switch line.appraisal.state {
        case .drafted:
            let again: HTML =
                context.mayRun(DraftAppraisal.name)
                ? "<a class=\"button\" href=\"\(context.form(DraftAppraisal.name, settled: key, suggested: draft(line)))\">\(words("personnel.pages.appraisal.again"))</a>"
                : ""
            content.actions = "\(context.button(ConfirmAppraisal.name, settled: key, isMain: true))\(again)"
        case .confirmed: content.actions = context.button(SendAppraisal.name, settled: key, isMain: true)
        case .sent: content.actions = context.button(RecallAppraisal.name, settled: key)
        }
        content.body = """
            <dl class="facts"><div><dt>\(words("column.appraisalState"))</dt><dd>\(context.tag("appraisalState.\(line.appraisal.state.rawValue)"))</dd></div></dl>
            \(sheet(line, context))
            <p class="paper-only">\(words("personnel.pages.signature"))</p>
            """
        return .page(content)
    }

    /// All that the form asks for, what is not filled in yet too: a printed sheet has its places.
    private static func sheet(_ line: AppraisalLine, _ context: PageContext) -> HTML {
        let words = context.words, answer = Answer(record: line)
        let text = ValueText(strings: context.registry.strings, language: words.language)
        let items = PersonnelForm.appraisal.columns.map { key -> HTML in
            let value = text(answer.value(key))
            let label = words(key == "grade" ? "personnelForm.heading.grade" : "column.\(key)")
            return "<div><dt>\(label)</dt><dd>\(value.isEmpty ? "—" : value)</dd></div>\n"
        }.joined()
        return "<dl class=\"record\">\n\(items)</dl>\n"
    }

    /// What was written, to be written better.
    private static func draft(_ line: AppraisalLine) -> [(String, String?)] {
        let sheet = line.appraisal
        return [
            ("performance", sheet.performance), ("grade", sheet.grade.rawValue), ("findings", sheet.findings.map { "\($0)" }),
            ("returnRate", sheet.returnRate.map { Percent.text(hundredths: $0) }), ("conduct", sheet.discipline),
            ("opinion", sheet.leaderOpinion),
        ]
    }

    static let authorisation = SitePage("/authorisations/{round}", access: .operation(ListServices.name)) { context in
        let page = try context.dispatcher.run(
            ListServices.self, .init(round: context["round"], limit: PageRequest.maximumLimit), as: context.principal)
        let words = context.words
        var content = PageContent(title: words("personnelForm.authorisation"))
        content.kicker = context["round"]
        let documents = Set(page.rows.compactMap(\.service.authorisation)).sorted()
        content.paper = Paper(scope: [Paper.part("column.round", context["round"])], numbers: documents)
        content.actions = context.button(
            ExportForm.name, settled: [("form", PersonnelForm.authorisation.rawValue), ("round", context["round"])])
        let teams = Dictionary(grouping: page.rows, by: \.service.team).sorted { $0.key < $1.key }
        content.body = """
            \(teams.isEmpty ? "<p class=\"empty\">\(words("pages.none"))</p>" : teams.map { team($0, $1, context) }.joined())
            <p class="paper-only">\(words("personnel.pages.seal"))</p>
            """
        return .page(content)
    }

    /// One team: what it inspects and by which document, once; then its members.
    private static func team(_ code: String, _ members: [ServiceLine], _ context: PageContext) -> HTML {
        let words = context.words
        let title = words("personnel.pages.authorisation.team", ["team": code])
        let facts = [
            ("column.inspectedUnits", members.first?.units), ("column.authorisation", members.first?.service.authorisation),
            ("column.authorisedOn", members.first?.service.authorisedOn?.description),
        ].map { key, value in "<div><dt>\(words(key))</dt><dd>\(value ?? "—")</dd></div>" as HTML }.joined()
        let columns = [
            "cadre", "role", "postTitle", "duty", "homeUnit", "politicalStatus", "specialties", "recusalResult", "pledge",
        ]
        let table = AnswerTable(Answer(list: members), of: ListServices.name, columns: columns, context: context)
        return """
            <section><h2>\(title)</h2><dl class="record">\(facts)</dl>
            \(table.html(caption: title))</section>

            """
    }
}
