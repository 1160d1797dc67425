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
            <div class="scroll"><table class="compare"><thead><tr><th></th><th>\(words("personnel.pages.first"))</th><th>\(words("personnel.pages.second"))</th><th></th></tr></thead><tbody>
            \(row("column.cadre", [pair.first.name, pair.second.name], words, links: [first, second]))
            \(row("column.birthMonth", ["\(pair.first.birthMonth)", "\(pair.second.birthMonth)"], words))
            \(row("column.phone", pair.phones, words))
            \(row("column.homeUnit", [pair.first.unitName, pair.second.unitName], words))
            \(row("column.postTitle", [pair.first.postTitle, pair.second.postTitle], words))
            \(row("personFeature.firstPost", pair.firstPosts, words))
            \(row("column.partyJoinMonth", [pair.first, pair.second].map { $0.partyJoinMonth?.description }, words))
            \(row("column.gender", [pair.first, pair.second].map { $0.gender.map { words("gender.\($0.rawValue)") } }, words))
            </tbody></table></div>
            <p class="buttons">\(context.button(MergeCadres.name, settled: [("cadre", first), ("duplicate", second)], isMain: true))\(context.button(DistinguishCadres.name, settled: [("cadre", first), ("other", second)]))</p></section>

            """
    }

    /// One fact of both, and whether they agree in it.
    private static func row(_ key: String, _ values: [String?], _ words: Words, links: [String] = []) -> HTML {
        let cells = values.enumerated().map { place, value -> HTML in
            guard let value, !value.isEmpty else { return "<td>—</td>" }
            guard links.indices.contains(place) else { return "<td>\(value)</td>" }
            return "<td><a href=\"\(SitePath.of("people", links[place]))\">\(value)</a></td>"
        }.joined()
        let isKnown = values.allSatisfy { $0?.isEmpty == false }
        let mark = isKnown ? words(Set(values).count == 1 ? "personnel.pages.same" : "personnel.pages.different") : ""
        return "<tr><th scope=\"row\">\(words(key))</th>\(cells)<td>\(mark)</td></tr>\n"
    }
}
