import Operations
import PageKit
import PluginKit

/// `/duplicates`: records that may be one person, side by side, each pair with its two decisions.
enum DuplicatePage {
    static let page = SitePage("/duplicates", access: .operation(ListDuplicates.name)) { context in
        let words = context.words
        let pairs = try context.dispatcher.run(ListDuplicates.self, .init(), as: context.principal).rows
        var content = PageContent(title: words("personnel.pages.duplicates"))
        content.breadcrumb = [(words("personnel.pages.people"), "/people")]
        content.lead = "\(words("personnel.pages.duplicates.lead"))"
        content.body =
            pairs.isEmpty
            ? "<p class=\"empty\">\(words("personnel.pages.duplicates.none"))</p>" : pairs.map { part($0, context) }.joined()
        return .page(content)
    }

    private static func part(_ pair: DuplicatePair, _ context: PageContext) -> HTML {
        let words = context.words
        let agrees = words.list(pair.agrees.map { words("personFeature.\($0.rawValue)") })
        let first = "\(pair.first.id)", second = "\(pair.second.id)"
        return """
            <section><h2>\(pair.first.name) · \(pair.second.name)</h2>
            <p>\(words("column.agrees"))：\(agrees)</p>
            <div class="scroll"><table><thead><tr><th></th><th>\(words("personnel.pages.first"))</th><th>\(words("personnel.pages.second"))</th></tr></thead><tbody>
            \(row("column.cadre", pair, words) { "<a href=\"\(SitePath.of("people", "\($0.id)"))\">\($0.name)</a>" })
            \(row("column.birthMonth", pair, words) { "\("\($0.birthMonth)")" })
            \(row("column.homeUnit", pair, words) { "\($0.unitName)" })
            \(row("column.postTitle", pair, words) { "\($0.postTitle ?? "")" })
            \(row("column.partyJoinMonth", pair, words) { "\($0.partyJoinMonth?.description ?? "")" })
            </tbody></table></div>
            <p class="buttons">\(context.button(MergeCadres.name, settled: [("cadre", first), ("duplicate", second)], isMain: true))\(context.button(DistinguishCadres.name, settled: [("cadre", first), ("other", second)]))</p></section>

            """
    }

    private static func row(_ key: String, _ pair: DuplicatePair, _ words: Words, _ show: (Cadre) -> HTML) -> HTML {
        "<tr><th scope=\"row\">\(words(key))</th><td>\(show(pair.first))</td><td>\(show(pair.second))</td></tr>\n"
    }
}
