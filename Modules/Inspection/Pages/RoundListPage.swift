import Operations
import PageKit
import PluginKit

/// `/rounds`: every round with its stage.
enum RoundListPage {
    static let page = SitePage("/rounds", access: .operation(ListRounds.name)) { context in
        let answer = try context.run(ListRounds.name, with: ["stage": context.query("stage")])
        let words = context.words
        var content = PageContent(title: words("inspection.pages.rounds"))
        content.lead = "\(words("inspection.pages.rounds.lead"))"
        content.actions = context.button(CreateRound.name, isMain: true)
        let title = words("inspection.pages.rounds")
        content.body =
            answer.rows.isEmpty
            ? """
            <div class="empty"><p>\(words("inspection.pages.rounds.none"))</p>\(context.button(CreateRound.name))</div>
            """
            : AnswerTable(answer, of: ListRounds.name, context: context).html(caption: title)
        return .page(content)
    }
}
