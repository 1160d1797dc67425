/// The findings taxonomy `seed-2022`: four categories, sixteen leaves (domain 5). Texts are the strings `taxonomy.CODE`.
package enum Taxonomy {
    package static let current = "seed-2022"

    package static let leaves: [FindingCategory: [String]] = [
        .political: ["1.1", "1.2", "1.3"],
        .ideological: ["2.1", "2.2", "2.3"],
        .organisational: ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8"],
        .integrity: ["4.1", "4.2"],
    ]

    /// The category of a leaf; nil for anything that is no leaf, such as the head `3`.
    package static func category(ofLeaf code: String) -> FindingCategory? {
        leaves.first { $0.value.contains(code) }?.key
    }

    /// The category a ledger means by its words: `政治建设`, `党的政治建设`, `1`, `political` …
    package static func category(named text: String) -> FindingCategory? {
        let word = text.trimmingPrefix("党的")
        switch word {
        case "政治建设", "政治建设方面", "1", "political": return .political
        case "思想建设", "思想建设方面", "2", "ideological": return .ideological
        case "组织建设", "组织建设方面", "3", "organisational": return .organisational
        case "党风廉政和作风建设", "党风廉政建设和作风建设", "党风廉政建设和作风建设方面", "作风建设", "党风廉政建设", "4", "integrity":
            return .integrity
        default: return nil
        }
    }
}
