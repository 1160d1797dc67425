import Operations
import PageKit
import PluginKit

/// `/declarations`: declarations to be confirmed, with what the record says beside them.
enum DeclarationPage {
    static let page = SitePage("/declarations", access: .operation(ListDeclarations.name)) { context in
        var list = ListPage(ListDeclarations.name, path: "/declarations", context)
        list.title = context.words("personnel.pages.declarations")
        list.lead = context.words("personnel.pages.declarations.lead")
        let cases: HTML =
            context.mayRun(ListRecusals.name)
            ? "<a class=\"button\" href=\"/recusals\">\(context.words("recusal.list"))</a>\n" : ""
        list.actions = "\(confirming(context))\(context.button(MakeDeclaration.name))\(cases)"
        list.empty = "<p>\(context.words("personnel.pages.declarations.none"))</p>"
        if context.mayRun(ConfirmDeclaration.name) { list.special["declarationState"] = confirmLink(context) }
        return try list.answer()
    }

    /// A team's declarations together where one team is shown, else those of a person.
    private static func confirming(_ context: PageContext) -> HTML {
        guard let team = context.query("team") else { return context.button(ConfirmDeclaration.name, isMain: true) }
        return context.button(ConfirmTeamDeclarations.name, settled: [("team", team)], isMain: true)
    }

    /// The state, and where it waits the way to confirm that person's declarations alone.
    private static func confirmLink(_ context: PageContext) -> AnswerTable.Cell {
        let keys = DeclarationLine.columns.map(\.key)
        return { value, row in
            guard case .word(let code, let key) = value else { return HTML() }
            let cells = Dictionary(zip(keys, row)) { first, _ in first }
            guard code == DeclarationState.made.rawValue, case .text(let id)? = cells["cadreId"],
                case .text(let round)? = cells["round"], case .text(let cadre)? = cells["cadre"]
            else { return context.tag(key) }
            let form = context.form(ConfirmDeclaration.name, settled: [("cadre", id), ("round", round)])
            let label = context.words("personnel.pages.declarations.one.of", ["cadre": cadre])
            let text = context.words("personnel.pages.declarations.one")
            return "\(context.tag(key)) <a href=\"\(form)\" aria-label=\"\(label)\">\(text)</a>"
        }
    }
}
