import Operations
import PageKit
import PluginKit

/// `/people/ID`: everything the register says of a person, whether they may lead a team and why not, and what may be done.
enum PersonPage {
    static let page = SitePage("/people/{cadre}", access: .operation(ShowCadre.name)) { context in
        let detail = try context.dispatcher.run(ShowCadre.self, .init(cadre: context["cadre"]), as: context.principal)
        let answer = detail.answer
        let words = context.words
        let cadre = detail.record.cadre
        let key: [(String, String?)] = [("cadre", "\(cadre.id)")]
        var content = PageContent(title: cadre.name)
        content.kicker = [cadre.unitName, cadre.postTitle ?? ""].joined(separator: " ").trimmed
        content.breadcrumb = [(words("personnel.pages.people"), "/people")]
        content.actions = """
            \(context.button(AmendCadre.name, settled: key + [("version", "\(cadre.version)")]))\(context.button(RecordFact.name, settled: key))
            \(context.button(RecordKin.name, settled: key))\(context.button(CheckRecusal.name, settled: key))\(context.button(NominateForPool.name, settled: key))
            """
        let view = RecordView(answer, of: ShowCadre.name, context: context)
        content.body = """
            \(view.summary(without: ["cadre", "cadreId"]))
            \(try eligibility(detail, context))
            \(try pools(detail, context))
            \(parts(answer, context))
            \(sheets(detail, context))
            """
        return .page(content)
    }

    /// What is on record besides, without what the page says already; an entry that is wrong is taken back where it stands.
    private static func parts(_ answer: Answer, _ context: PageContext) -> HTML {
        let shown: [(heading: String, columns: [String], id: String?)] = [
            ("section.posts", ["fromMonth", "toMonth", "postUnit", "postTitle", "source", "sourceDate"], "entryId"),
            ("section.kin", ["relation", "kinUnit", "kinName", "kinPost", "kinRaw"], "entryId"),
            ("section.facts", FactLine.briefColumns ?? [], "factId"),
            (
                "section.services",
                ["round", "team", "role", "duty", "authorisation", "recusalResult", "startsOn", "endedOn", "appraisalState"], nil
            ),
            ("section.moves", ["day", "fromPost", "toPost", "moveKind", "rounds", "document"], nil),
            ("section.honours", ["day", "honourTitle", "honourLevel", "recipient", "issuer", "document"], nil),
        ]
        return shown.map { part in
            let title = context.words(part.heading)
            guard let section = answer.sections.first(where: { $0.heading == part.heading })?.answer, !section.rows.isEmpty else {
                return "<section><h2>\(title)</h2>\n<p class=\"empty\">\(context.words("pages.none"))</p></section>\n"
            }
            var table = AnswerTable(section, of: ShowCadre.name, columns: part.columns, context: context)
            if let id = part.id.flatMap({ section.columns.firstIndex(of: $0) }), let last = part.columns.last,
                context.mayRun(VoidFact.name)
            {
                table.special[last] = { value, row in voidable(value, row[id], context) }
            }
            return "<section><h2>\(title)</h2>\n\(table.html(caption: title))</section>\n"
        }.joined()
    }

    private static func voidable(_ value: Value, _ id: Value, _ context: PageContext) -> HTML {
        let text = ValueText(strings: context.registry.strings, language: context.words.language)(value)
        guard case .text(let entry) = id else { return HTML(escaping: text) }
        let path = context.form(VoidFact.name, settled: [("factId", entry)])
        return "\(text) <a class=\"remark\" href=\"\(path)\">\(context.words("personnel.pages.void"))</a>"
    }

    /// The criteria for the highest pool the person may be looked at for, each with its reason.
    private static func eligibility(_ detail: CadreDetail, _ context: PageContext) throws -> HTML {
        let pool = detail.pools.map(\.pool).first { $0.leadsTeam } ?? .deputy
        let page = try context.dispatcher.run(
            CheckEligibility.self, .init(cadre: "\(detail.record.cadre.id)", pool: pool), as: context.principal)
        let title = context.words("personnel.pages.eligibility", ["pool": context.words("poolKind.\(pool.rawValue)")])
        return """
            <section><h2>\(title)</h2>
            \(page.sentence.map { "<p class=\"sentence\">\(context.words($0))</p>" as HTML })
            \(AnswerTable(page.answer, of: CheckEligibility.name, context: context).html(caption: title))</section>

            """
    }

    /// The assessment sheets, each as a page to print, and those that are still to be written.
    private static func sheets(_ detail: CadreDetail, _ context: PageContext) -> HTML {
        let written = detail.services.filter { $0.appraisal != nil }
        let open = detail.services.filter { $0.appraisal == nil && $0.service.endedOn != nil && $0.service.rosterId == nil }
        let drafts = open.map { line -> HTML in
            guard context.mayRun(DraftAppraisal.name) else { return HTML() }
            let path = context.form(
                DraftAppraisal.name, settled: [("cadre", "\(line.service.cadreId)"), ("team", line.service.team)])
            let label = context.words("personnel.pages.appraisal.draft", ["team": line.service.team])
            return "<p class=\"buttons\"><a class=\"button\" href=\"\(path)\">\(label)</a></p>\n"
        }.joined()
        guard !written.isEmpty else { return drafts }
        let items = written.map { line -> HTML in
            let path = SitePath.of("appraisals", "\(line.service.cadreId)", line.service.team)
            return "<li><a href=\"\(path)\">\(context.words("personnelForm.appraisal")) \(line.service.team)</a></li>\n"
        }.joined()
        return "<ul>\n\(items)</ul>\n\(drafts)"
    }

    /// What a step is called on its button: admission has two, into the pool and back into it.
    private static func label(_ step: StepLine, from state: PoolState, _ words: Words) -> String {
        guard step.to == PoolState.admitted.rawValue else { return words("poolStep.\(step.to)") }
        return words(state == .vetted ? "personnel.pages.admit" : "personnel.pages.back")
    }

    /// Whether a step leads on: people go on assignment by a team, and rest and leave where there is a reason.
    private static func isForward(_ step: StepLine) -> Bool {
        ![PoolState.onAssignment, .cooling, .exited].map(\.rawValue).contains(step.to)
    }

    /// Each pool with its state, and what comes next.
    private static func pools(_ detail: CadreDetail, _ context: PageContext) throws -> HTML {
        let words = context.words
        let id = "\(detail.record.cadre.id)"
        let parts = try detail.pools.map { membership -> HTML in
            let outlook = try context.dispatcher.run(
                PoolSteps.self, .init(cadre: id, pool: membership.pool), as: context.principal
            ).rows
            let key: [(String, String?)] = [("cadre", id), ("pool", membership.pool.rawValue)]
            let steps = StepList(
                outlook, words: words, label: { label($0, from: membership.state, words) }, isForward: isForward
            ) {
                line in
                context.form(AdvancePool.name, settled: key + [("to", line.to), ("version", "\(membership.version)")])
            }
            let opinion: HTML = membership.state == .nominated ? context.button(GiveOpinion.name, settled: key) : HTML()
            let review: HTML =
                [.admitted, .cooling].contains(membership.state) ? context.button(ReviewPool.name, settled: key) : HTML()
            let due: HTML? = membership.reviewDue.map {
                "<p>\(words("column.reviewDue")) \(context.due($0))</p>"
            }
            return """
                <h3>\(words("poolKind.\(membership.pool.rawValue)")) \(context.tag("poolState.\(membership.state.rawValue)"))</h3>
                \(due)\(steps.html(words, also: opinion + review, id: "next-\(membership.pool.rawValue)"))
                """
        }.joined()
        let title = words("section.pools")
        let table = AnswerTable(Answer(list: detail.pools), of: ShowCadre.name, context: context).html(caption: title)
        return
            "<section><h2>\(title)</h2>\(detail.pools.isEmpty ? "<p class=\"empty\">\(words("pages.none"))</p>" : table)\(parts)</section>\n"
    }
}
