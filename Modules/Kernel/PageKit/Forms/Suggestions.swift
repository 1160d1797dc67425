import Foundation
import Operations
import PluginKit
import Synchronization

/// What may be typed into a field, from a list the person may see. Names are also found by the initials of their pinyin.
enum Suggestions {
    /// Longer lists are cut: nobody reads on, and the field takes any text.
    static let limit = 500

    static func options(
        _ operation: OperationName, value: String, label: String, context: PageContext
    ) -> [(value: String, label: String)] {
        guard context.mayRun(operation), let found = context.contents.operations[operation] else { return [] }
        let fields = context.contents.fields(of: found)
        let limited = fields.contains { $0.name == "limit" } ? ["limit": ["\(limit)"]] : [:]
        guard let answer = try? context.run(operation, limited), let key = answer.columns.firstIndex(of: value),
            let name = answer.columns.firstIndex(of: label)
        else { return [] }
        let text = ValueText(strings: context.registry.strings, language: context.words.language)
        return answer.rows.prefix(limit).map { row in
            let label = text(row[name])
            return (text(row[key]), context.words.language == .zhHans ? "\(label) \(Initials.of(label))" : label)
        }
    }
}

/// 区文旅体局 → qwltj.
enum Initials {
    private static let known = Mutex<[String: String]>([:])

    static func of(_ name: String) -> String {
        if let found = known.withLock({ $0[name] }) { return found }
        let latin = name.applyingTransform(StringTransform("Han-Latin; Latin-ASCII"), reverse: false) ?? ""
        let initials = String(latin.lowercased().split { !$0.isLetter }.compactMap(\.first))
        known.withLock { if $0.count < 20_000 { $0[name] = initials } }
        return initials
    }
}
