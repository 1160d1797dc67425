import Operations
import PageKit
import PluginKit

/// `/rounds/14-3/tasks`: the whole way of a round as a list of tasks: what is done, what is to do now and what is missing, what comes
/// later; each with the page where it is done.
enum RoundTaskPage {
    static let page = SitePage("/rounds/{round}/tasks", access: .operation(ShowRound.name)) { context in
        let detail = try context.dispatcher.run(ShowRound.self, .init(round: context["round"]), as: context.principal)
        let outlook = try context.dispatcher.run(RoundSteps.self, .init(round: context["round"]), as: context.principal).rows
        let words = context.words
        var content = PageContent(title: words("inspection.pages.tasks"))
        let (term, number) = (detail.round.termNumber, detail.round.number)
        content.kicker = words("inspection.pages.round.number", ["term": "\(term)", "number": "\(number)"])
        content.breadcrumb = [
            (words("inspection.pages.rounds"), "/rounds"), (detail.round.title, SitePath.of("rounds", detail.round.code)),
        ]
        content.lead = "\(words("inspection.pages.tasks.lead"))"
        let list = TaskList(detail: detail, outlook: outlook, context: context)
        content.body = "<ol class=\"tasks\">\n\(RoundTasks.way.map(list.section).joined())</ol>\n"
        return .page(content)
    }
}

private struct TaskList {
    let detail: RoundDetail
    let outlook: [StepLine]
    let context: PageContext
    private let tasks: RoundTasks
    private let here: Int?
    private var words: Words { context.words }
    private var round: Round { detail.round }

    init(detail: RoundDetail, outlook: [StepLine], context: PageContext) {
        self.detail = detail
        self.outlook = outlook
        self.context = context
        here = RoundTasks.way.firstIndex(of: detail.round.stage)
        let teams = Dictionary(grouping: detail.teams, by: \.team).values
        tasks = RoundTasks(
            targets: detail.targets.map(\.state),
            teams: teams.map { ($0.first?.teamState ?? .proposed, $0.map(\.memberState)) })
    }

    /// One stage. What is missing stands with the stage that cannot be entered.
    func section(_ stage: RoundStage) -> HTML {
        let place = RoundTasks.way.firstIndex(of: stage) ?? 0
        let now = here ?? -1
        let step = outlook.first { $0.to == stage.rawValue && place > now }
        let missing = step?.missing ?? []
        let state = state(place, now, step)
        let lines = tasks.tasks(of: stage).filter { _ in place >= now - 1 }.map { line($0, isNow: place <= now) }.joined()
        let reasons = missing.map(reason).joined()
        let way: HTML = state == "ready" ? entry : ""
        return """
            <li\(.when(state == "now", " aria-current=\"step\""))><h2>\(words("roundStage.\(stage.rawValue)")) \(tag(state))\(day(stage))</h2>
            \(.when(!lines.isEmpty, "<ul class=\"lines\">\(lines)</ul>\n"))\
            \(way)\(.when(!reasons.isEmpty, "<div class=\"missing\"><h3>\(words("pages.missing"))</h3><ul>\(reasons)</ul></div>\n"))</li>

            """
    }

    private func state(_ place: Int, _ now: Int, _ step: StepLine?) -> String {
        guard place > now else { return place < now ? "done" : "now" }
        guard let step else { return "later" }
        // Whoever sees only a part cannot know that nothing is missing.
        let isReady = step.isMine || context.principal.hasAny(of: Role.districtWide)
        return step.missing.isEmpty ? isReady ? "ready" : "later" : "blocked"
    }

    /// The way to the step that may be taken now, for those whose turn it is.
    private var entry: HTML {
        let path = SitePath.of("rounds", round.code) + "#next-title"
        return "<ul class=\"lines\"><li><a href=\"\(path)\">\(words("inspection.pages.tasks.enter"))</a></li></ul>\n"
    }

    private func tag(_ state: String) -> HTML {
        let tones: [String: Tone] = ["done": .done, "now": .progress, "ready": .due, "blocked": .late]
        return Tag.html(words("inspection.pages.tasks.\(state)"), tones[state] ?? .quiet)
    }

    /// The day on which the stage was entered.
    private func day(_ stage: RoundStage) -> HTML {
        guard let step = detail.steps.last(where: { $0.word == "roundStage.\(stage.rawValue)" }) else { return HTML() }
        return " <span class=\"remark\">\(String(step.at.shanghai.prefix(10)))</span>"
    }

    private func line(_ task: RoundTask, isNow: Bool) -> HTML {
        let text = words("roundTask.\(task.kind.rawValue)", ["done": "\(task.done)", "total": "\(task.total)"])
        let sign = Tag.html(
            words(task.isDone ? "inspection.pages.tasks.done" : "inspection.pages.tasks.todo"),
            task.isDone ? .done : isNow ? .due : .quiet)
        return "<li><a href=\"\(path(task.kind))\">\(text)</a> \(sign)</li>\n"
    }

    /// Where a task is done.
    private func path(_ kind: RoundTask.Kind) -> String {
        let own = SitePath.of("rounds", round.code)
        switch kind {
        case .teamsProposed: return context.mayRun(ExplainTeams.name) ? SitePath.of("rounds", round.code, "teams") : own
        case .targets, .notified, .entered, .exited, .reported, .fedBack: return own + "#targets"
        case .declared, .vetted, .reviewed, .authorised: return own + "#teams"
        }
    }

    private func reason(_ refusal: Refusal) -> HTML {
        let rule = refusal.rule.id
        return
            "<li>\(words(refusal.message)) <span class=\"remedy\">\(words(refusal.remedy))</span> <a class=\"rule\" href=\"\(SitePath.of("rule", rule))\">\(rule)</a></li>\n"
    }
}
