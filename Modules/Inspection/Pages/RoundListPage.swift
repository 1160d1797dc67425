import Operations
import PageKit
import PluginKit

/// `/rounds`: how far every round is: as a board, in time, and as a list.
enum RoundListPage {
    static let page = SitePage("/rounds", access: .operation(ListRounds.name)) { context in
        let words = context.words
        var list = ListPage(ListRounds.name, path: "/rounds", context)
        list.title = words("inspection.pages.rounds")
        list.lead = words("inspection.pages.rounds.lead")
        list.actions = context.button(CreateRound.name, isMain: true)
        list.empty = """
            <p>\(words("inspection.pages.rounds.none"))</p><p class="buttons">\(context.button(CreateRound.name))</p>
            """
        if context.query("stage") == nil {
            let rounds = try context.dispatcher.run(ListRounds.self, .init(), as: context.principal).rows
            list.top = RoundBoard.html(rounds, context) + RoundTimeline.html(rounds, context)
        }
        return try list.answer()
    }
}

/// Rounds that are not over, by how far they are.
private enum RoundBoard {
    private static let columns: [(key: String, stages: [RoundStage])] = [
        ("planning", [.draft, .submitted, .approved, .preparing]), ("onSite", [.onSite, .reporting]),
        ("rectifying", [.feedback, .rectifying]), ("closing", [.evaluating, .closing]),
    ]

    static func html(_ rounds: [Round], _ context: PageContext) -> HTML {
        let words = context.words
        let open = rounds.filter { ![.archived, .cancelled].contains($0.stage) }
        guard !open.isEmpty else { return HTML() }
        let parts = columns.map { key, stages -> HTML in
            let cards = open.filter { stages.contains($0.stage) }.map { card($0, context) }.joined()
            let none: HTML = .when(cards.isEmpty, "<li class=\"none\">—</li>")
            return "<section><h2>\(words("inspection.pages.board.\(key)"))</h2>\n<ul>\(cards)\(none)</ul></section>\n"
        }.joined()
        return "<div class=\"board\">\n\(parts)</div>\n"
    }

    private static func card(_ round: Round, _ context: PageContext) -> HTML {
        """
        <li><a href="\(SitePath.of("rounds", round.code))">\(round.title)</a>
        <span class="help">\(round.code) · \(round.startDate.description) — \(round.endDate.description)</span>
        \(context.tag("roundStage.\(round.stage.rawValue)"))</li>

        """
    }
}

/// Rounds in time, in two lanes: those that inspect, and those whose findings are being put right.
private enum RoundTimeline {
    /// Rounds in the drawing, the newest first.
    private static let limit = 12
    private static let inspecting: Set<RoundStage> = [.draft, .submitted, .approved, .preparing, .onSite, .reporting]

    static func html(_ rounds: [Round], _ context: PageContext) -> HTML {
        let shown = rounds.filter { $0.stage != .cancelled }.prefix(limit)
        guard shown.count > 1 else { return HTML() }
        let words = context.words
        let spans = shown.reversed().map { round in (round.stage, span(round, words)) }
        let lanes = [
            (words("inspection.pages.lane.inspection"), spans.filter { inspecting.contains($0.0) }.map(\.1)),
            (words("inspection.pages.lane.rectification"), spans.filter { !inspecting.contains($0.0) }.map(\.1)),
        ]
        return Timeline(title: words("inspection.pages.timeline"), lanes: lanes).html(today: context.today, words: words)
    }

    private static func span(_ round: Round, _ words: Words) -> Timeline.Span {
        let tone: Tone =
            switch round.stage {
            case .archived, .draft: .quiet
            case .submitted: .due
            default: .progress
            }
        return Timeline.Span(
            round.title, from: round.startDate, to: round.endDate, note: words("roundStage.\(round.stage.rawValue)"), tone: tone,
            path: SitePath.of("rounds", round.code))
    }
}
