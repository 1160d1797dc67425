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
        var page = RecordPage(detail.answer, of: ShowRound.name, title: round.title, context: context)
        page.kicker = words("inspection.pages.round.number", ["term": "\(round.termNumber)", "number": "\(round.number)"])
        page.breadcrumb = [(words("inspection.pages.rounds"), "/rounds")]
        page.steps = steps(round, outlook, context)
        page.actions = actions(round, context)
        page.facts = facts(round, page.steps, context)
        page.top = StageLine.html(round, words)
        page.hidden = Set(Round.columns.map(\.key))
        page.hiddenParts = ["section.targets", "section.teams"]
        page.parts = TargetPart.html(detail, context)
        page.wide = TeamPart.all(detail, context)
        return .page(page.content())
    }

    private static func steps(_ round: Round, _ outlook: [StepLine], _ context: PageContext) -> StepList {
        let words = context.words
        let key: [(String, String?)] = [("round", round.code), ("version", "\(round.version)")]
        var list = StepList(
            outlook, words: words, label: { words("inspection.pages.step.\($0.to)") },
            isForward: { !["draft", "cancelled"].contains($0.to) }
        ) { line in context.form(AdvanceRound.name, settled: key + [("to", line.to)]) }
        if round.stage == .submitted, round.reviewedBy == nil {
            // The leading group looks at the plan before the committee decides.
            let path = context.mayRun(ReviewRound.name) ? context.form(ReviewRound.name, settled: key) : nil
            let review = StepList.Step(
                label: words(ReviewRound.name.text), path: path, roles: words("role.\(Role.leadingGroup.rawValue)"), missing: [])
            list.steps.insert(review, at: 0)
        }
        return list
    }

    /// What is done for the round as a whole without moving it on.
    private static func actions(_ round: Round, _ context: PageContext) -> HTML {
        let key: [(String, String?)] = [("round", round.code)]
        switch round.stage {
        case .reporting: return context.button(IssueFindings.name, settled: key)
        case .feedback:
            return context.button(IssueFindings.name, settled: key) + context.button("rectification.open", settled: key)
        default: return HTML()
        }
    }

    private static func facts(_ round: Round, _ steps: StepList, _ context: PageContext) -> [(label: String, value: HTML)] {
        let words = context.words
        var facts: [(label: String, value: HTML)] = [
            (words("column.stage"), context.tag("roundStage.\(round.stage.rawValue)"))
        ]
        if let holders = steps.holders { facts.append((words("pages.next.holder"), "\(holders)")) }
        facts.append(
            (words("inspection.pages.period"), "\(round.startDate.description) — \(round.endDate.description)"))
        if let document = round.planDocument { facts.append((words("column.planDocument"), "\(document)")) }
        let lists: [(OperationName, String, String)] = [
            (ListFindings.name, "/findings", "inspection.pages.findings"),
            ("ledger.list", "/rectification", "inspection.pages.round.items"),
        ]
        let links = lists.filter { context.mayRun($0.0) }.map { _, path, key -> HTML in
            "<a href=\"\(SitePath.with(path, [("round", round.code)]))\">\(words(key))</a>"
        }
        if !links.isEmpty { facts.append((words("inspection.pages.round.lists"), links.joined(" · "))) }
        return facts
    }
}

/// The units of a round, each with the next date to be recorded.
private enum TargetPart {
    static func html(_ detail: RoundDetail, _ context: PageContext) -> HTML {
        let words = context.words
        let key: [(String, String?)] = [("round", detail.round.code)]
        let title = words("section.targets")
        let uppers = Set(detail.targets.filter { $0.linkageRole != .lower }.map(\.unit))
        let tops = detail.targets.filter { $0.linkageRole != .lower || !uppers.contains($0.upper ?? "") }
        let columns = ["unit", "team", "targetState", "entryDate", "exitDate", "feedbackDate"]
        var table = AnswerTable(Answer(list: tops), of: ListTargets.name, columns: columns, context: context)
        table.special = ["targetState": state(detail.round, context)]
        let add: HTML = .when(
            [.draft, .submitted, .approved, .preparing].contains(detail.round.stage), context.button(AddTarget.name, settled: key)
        )
        return """
            <section class="first" id="targets"><h2>\(title) <span class="number-of">\(detail.targets.count)</span></h2>
            \(.when(!add.isEmpty, "<p class=\"buttons\">\(add)</p>"))
            \(tops.isEmpty ? "<div class=\"empty\"><p>\(words("inspection.pages.targets.none"))</p></div>" : table.html(caption: title))
            \(tops.map { lower($0, detail, context) }.joined())</section>

            """
    }

    /// The units a target takes along, folded away: they follow it in everything.
    private static func lower(_ upper: TargetLine, _ detail: RoundDetail, _ context: PageContext) -> HTML {
        let lowers = detail.targets.filter { $0.linkageRole == .lower && $0.upper == upper.unit }
        guard !lowers.isEmpty else { return HTML() }
        let title = context.words("inspection.pages.targets.lower", ["unit": upper.unit, "count": "\(lowers.count)"])
        let table = AnswerTable(
            Answer(list: lowers), of: ListTargets.name, columns: ["unit", "targetState", "entryDate", "exitDate"],
            context: context)
        return "<details class=\"more\"><summary>\(title)</summary>\n\(table.html(caption: title))</details>\n"
    }

    /// The state, and the step that may be recorded next by this person.
    private static func state(_ round: Round, _ context: PageContext) -> AnswerTable.Cell {
        let columns = TargetLine.columns.map(\.key)
        let code = columns.firstIndex(of: "unitCode") ?? 0
        let mayRecord = context.mayRun(RecordTarget.name)
        return { value, row in
            guard case .word(let state, let key) = value else { return HTML() }
            let tag = context.tag(key)
            guard mayRecord, case .text(let unit) = row[code],
                let step = TargetStates.table.steps.first(where: { $0.from.rawValue == state }),
                context.principal.hasAny(of: step.by), isTime(step.to, round)
            else { return tag }
            let path = context.form(
                RecordTarget.name, settled: [("round", round.code), ("unit", unit), ("to", step.to.rawValue)],
                suggested: [("date", "\(context.today)")])
            return "\(tag) <a class=\"act\" href=\"\(path)\">\(context.words("inspection.pages.record.\(step.to.rawValue)"))</a>"
        }
    }

    /// Whether the round is far enough for a target's step.
    private static func isTime(_ state: TargetState, _ round: Round) -> Bool {
        switch state {
        case .notified: round.stage == .preparing || round.stage == .onSite
        case .onSite, .exited: round.stage == .onSite
        case .reported: round.stage == .reporting
        case .fedBack: round.stage == .feedback
        default: false
        }
    }
}

/// The teams of a round with their members and what may be done with each.
private enum TeamPart {
    static func all(_ detail: RoundDetail, _ context: PageContext) -> HTML {
        let words = context.words
        let round = detail.round
        let groups = Dictionary(grouping: detail.teams, by: \.team).sorted { $0.key.isNumericallyBefore($1.key) }
        let parts = groups.map { code, members in html(code, members, context) }.joined()
        let isOpen = [.draft, .submitted, .approved, .preparing].contains(round.stage)
        let isProposed = detail.teams.allSatisfy { $0.teamState == .proposed }
        let propose: HTML = .when(
            isOpen && isProposed && !detail.targets.isEmpty,
            "<p class=\"buttons\">\(context.button(ProposeTeams.name, settled: [("round", round.code)]))</p>")
        let none = words(detail.targets.isEmpty ? "inspection.pages.teams.later" : "inspection.pages.teams.none")
        return """
            <section id="teams"><h2>\(words("section.teams")) <span class="number-of">\(groups.count)</span></h2>
            \(board(round, context))\(propose)\(groups.isEmpty ? "<div class=\"empty\"><p>\(none)</p></div>" : parts)</section>

            """
    }

    private static func board(_ round: Round, _ context: PageContext) -> HTML {
        guard context.mayRun(ExplainTeams.name) else { return HTML() }
        let path = SitePath.of("rounds", round.code, "teams")
        return
            "<p class=\"buttons\"><a class=\"button\" href=\"\(path)\">\(context.words("inspection.pages.board.open"))</a></p>\n"
    }

    private static func html(_ code: String, _ members: [MemberLine], _ context: PageContext) -> HTML {
        let words = context.words
        let title = words("inspection.pages.team", ["team": code])
        let columns = ["teamRole", "cadre", "homeUnit", "memberState", "remarks"]
        let state = members.first?.teamState
        let document: HTML? = members.first?.authorisation.map {
            " <span class=\"remark\">\(words("column.authorisation")) \($0)</span>"
        }
        let steps = state.map { Self.buttons(code, members, $0, context) } ?? HTML()
        return """
            <div class="team"><h3>\(title) \(state.map { context.tag("teamState.\($0.rawValue)") })\(document)</h3>
            \(.when(!steps.isEmpty, "<p class=\"buttons\">\(steps)</p>"))
            \(AnswerTable(Answer(list: members), of: ListTeams.name, columns: columns, context: context).html(caption: title))</div>

            """
    }

    /// Declarations first, what the office looks at and files next, then the steps this person may take.
    private static func buttons(_ code: String, _ members: [MemberLine], _ state: TeamState, _ context: PageContext) -> HTML {
        let words = context.words
        var html = HTML()
        if members.contains(where: { $0.memberState == .nominated }) {
            html += context.button(DeclareTeam.name, settled: [("team", code)])
        } else if state == .proposed, members.contains(where: { $0.memberState == .declared }) {
            html += context.button("declaration.team.confirm", settled: [("team", code)])
        } else if state == .authorised {
            html += context.button("service.team.pledge", settled: [("team", code)])
        }
        if context.mayRun(AdvanceTeam.name) {
            for step in TeamStates.table.steps where step.from == state && context.principal.hasAny(of: step.by) {
                let path = context.form(AdvanceTeam.name, settled: [("team", code), ("to", step.to.rawValue)])
                html += "<a class=\"button\" href=\"\(path)\">\(words("inspection.pages.team.step.\(step.to.rawValue)"))</a>\n"
            }
        }
        return html
    }
}

/// The stages of a round as a line of steps, those behind it marked, and the way to what each of them asks.
private enum StageLine {
    static func html(_ round: Round, _ words: Words) -> HTML {
        guard let here = RoundTasks.way.firstIndex(of: round.stage) else { return HTML() }
        let items = RoundTasks.way.enumerated().map { index, step -> HTML in
            let mark: HTML = index == here ? " aria-current=\"step\"" : index < here ? " class=\"past\"" : ""
            return "<li\(mark)>\(words("roundStage.\(step.rawValue)"))</li>"
        }.joined()
        let tasks: HTML =
            "<p class=\"to-tasks\"><a href=\"\(SitePath.of("rounds", round.code, "tasks"))\">\(words("inspection.pages.tasks.open"))</a></p>\n"
        return "<ol class=\"steps\">\(items)</ol>\n\(tasks)"
    }
}

extension String {
    /// 14-3-2 before 14-3-10.
    fileprivate func isNumericallyBefore(_ other: String) -> Bool {
        let numbers = { (text: String) in text.split(separator: "-").map { Int($0) ?? 0 } }
        return numbers(self).lexicographicallyPrecedes(numbers(other))
    }
}
