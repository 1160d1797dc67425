import Operations
import PageKit
import PluginKit

/// `/rounds/14-3`: how far the round is, what comes next and what that still needs, its targets and teams.
enum RoundPage {
    static let page = SitePage("/rounds/{round}", access: .operation(ShowRound.name)) { context in
        let detail = try context.dispatcher.run(ShowRound.self, .init(round: context["round"]), as: context.principal)
        let outlook = try context.dispatcher.run(RoundSteps.self, .init(round: context["round"]), as: context.principal).rows
        let round = detail.round
        let words = context.words
        let steps = StepList(
            outlook, words: words, label: { step($0, words) }, isForward: { !["draft", "cancelled"].contains($0.to) }
        ) { line in
            context.form(AdvanceRound.name, settled: [("round", round.code), ("to", line.to), ("version", "\(round.version)")])
        }
        var content = PageContent(title: round.title)
        content.kicker = words("inspection.pages.round.number", ["term": "\(round.termNumber)", "number": "\(round.number)"])
        content.breadcrumb = [(words("inspection.pages.rounds"), "/rounds")]
        content.actions = "\(steps.buttons())\(extra(round, context))"
        content.body = """
            \(StageLine.html(round.stage, words))
            \(state(round, steps, context))
            \(steps.missing(words))
            \(targets(detail, context))
            \(teams(detail, context))
            """
        return .page(content)
    }

    /// “提交方案”, “批准”: the step's own verb where there is one.
    private static func step(_ line: StepLine, _ words: Words) -> String { words("inspection.pages.step.\(line.to)") }

    private static func extra(_ round: Round, _ context: PageContext) -> HTML {
        let key: [(String, String?)] = [("round", round.code)]
        var html = HTML()
        if round.stage == .submitted {
            html += context.button(
                ReviewRound.name, settled: key + [("version", "\(round.version)")], isMain: round.reviewedBy == nil)
        }
        if round.stage == .reporting || round.stage == .feedback { html += context.button(IssueFindings.name, settled: key) }
        return html
    }

    private static func state(_ round: Round, _ steps: StepList, _ context: PageContext) -> HTML {
        let words = context.words
        let document: HTML? = round.planDocument.map { "<div><dt>\(words("column.planDocument"))</dt><dd>\($0)</dd></div>" }
        let holder: HTML? = steps.holders.map { "<div><dt>\(words("inspection.pages.holder"))</dt><dd>\($0)</dd></div>" }
        return """
            <dl class="state-line"><div><dt>\(words("column.stage"))</dt><dd>\(context.tag("roundStage.\(round.stage.rawValue)"))</dd></div>
            \(holder)<div><dt>\(words("inspection.pages.period"))</dt><dd>\(round.startDate.description) — \(round.endDate.description)</dd></div>
            \(document)<div><dt>\(words("inspection.pages.findings"))</dt><dd><a href="/findings?round=\(SitePath.encoded(round.code))">\(words("inspection.pages.findings.of"))</a></dd></div></dl>

            """
    }

    private static func targets(_ detail: RoundDetail, _ context: PageContext) -> HTML {
        let words = context.words
        let key: [(String, String?)] = [("round", detail.round.code)]
        let title = words("section.targets")
        let columns = [
            "unitCode", "unit", "linkageRole", "upperUnit", "team", "targetState", "entryDate", "exitDate", "feedbackDate",
        ]
        let table = AnswerTable(Answer(list: detail.targets), of: ListTargets.name, columns: columns, context: context).html(
            caption: title)
        return """
            <section><h2>\(title) <span class="number-of">\(detail.targets.count)</span></h2>
            <p class="buttons">\(context.button(AddTarget.name, settled: key))\(context.button(RecordTarget.name, settled: key, suggested: [("date", "\(context.today)")]))</p>
            \(detail.targets.isEmpty ? "<p class=\"empty\">\(words("inspection.pages.targets.none"))</p>" : table)</section>

            """
    }

    private static func teams(_ detail: RoundDetail, _ context: PageContext) -> HTML {
        let words = context.words
        let key: [(String, String?)] = [("round", detail.round.code)]
        let groups = Dictionary(grouping: detail.teams, by: \.team).sorted { $0.key.localizedStandardOrder($1.key) }
        let parts = groups.map { code, members in TeamPart.html(code, members, detail.round, context) }.joined()
        return """
            <section><h2>\(words("section.teams")) <span class="number-of">\(groups.count)</span></h2>
            <p class="buttons">\(board(detail.round, context))\(context.button(ProposeTeams.name, settled: key))</p>
            \(groups.isEmpty ? "<p class=\"empty\">\(words("inspection.pages.teams.none"))</p>" : parts)</section>

            """
    }

    private static func board(_ round: Round, _ context: PageContext) -> HTML {
        guard context.mayRun(ExplainTeams.name) else { return HTML() }
        let path = SitePath.of("rounds", round.code, "teams")
        return "<a class=\"button\" href=\"\(path)\">\(context.words("inspection.pages.board.open"))</a>\n"
    }
}

/// One team with its members and what may be done with it.
private enum TeamPart {
    static func html(_ code: String, _ members: [MemberLine], _ round: Round, _ context: PageContext) -> HTML {
        let words = context.words
        let title = words("inspection.pages.team", ["team": code])
        let columns = ["teamRole", "cadre", "homeUnit", "memberState", "remarks"]
        let state = members.first?.teamState
        return """
            <h3>\(title) \(state.map { context.tag("teamState.\($0.rawValue)") })</h3>
            \(members.first?.authorisation.map { "<p class=\"help\">\(words("column.authorisation")) \($0)</p>" as HTML })
            <p class="buttons">\(context.button(DeclareTeam.name, settled: [("team", code)]))\(context.button(AdvanceTeam.name, settled: [("team", code)]))</p>
            \(AnswerTable(Answer(list: members), of: ListTeams.name, columns: columns, context: context).html(caption: title))
            """
    }
}

/// The stages of a round as a line of steps, those behind it marked.
private enum StageLine {
    private static let way: [RoundStage] = [
        .draft, .submitted, .approved, .preparing, .onSite, .reporting, .feedback, .rectifying, .evaluating, .closing, .archived,
    ]

    static func html(_ stage: RoundStage, _ words: Words) -> HTML {
        guard let here = way.firstIndex(of: stage) else { return HTML() }
        let items = way.enumerated().map { index, step -> HTML in
            let mark: HTML = index == here ? " aria-current=\"step\"" : index < here ? " class=\"past\"" : ""
            return "<li\(mark)>\(words("roundStage.\(step.rawValue)"))</li>"
        }.joined()
        return "<ol class=\"steps\">\(items)</ol>"
    }
}

extension String {
    /// 14-3-2 before 14-3-10.
    fileprivate func localizedStandardOrder(_ other: String) -> Bool {
        let numbers = { (text: String) in text.split(separator: "-").map { Int($0) ?? 0 } }
        return numbers(self).lexicographicallyPrecedes(numbers(other))
    }
}
