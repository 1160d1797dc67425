import Foundation
import Operations
import PluginKit
import Synchronization

/// What may be put into a field, from a list the person may see. Names are also found by the initials of their pinyin.
struct Suggestions {
    let operation: OperationName
    let value: String
    let label: String
    let context: PageContext

    struct Choice: Encodable, Hashable {
        var value: String
        var label: String
    }

    /// Nobody reads on; a longer list is narrowed by typing.
    static let limit = 20
    /// Longer lists are not looked through by initials.
    static let scanned = 1000

    /// The whole list, as far as it is looked through; empty where the person may not run the query.
    func all() -> [Choice] { choices(["limit": ["\(Self.scanned)"]]) }

    /// What fits a few typed characters, the closest first.
    func fitting(_ typed: String) -> [Choice] {
        let typed = typed.trimmed.lowercased()
        guard !typed.isEmpty else { return Array(all().prefix(Self.limit)) }
        let found = all().compactMap { choice in closeness(choice, typed).map { (choice, $0) } }
        return found.sorted { ($0.1, $0.0.value) < ($1.1, $1.0.value) }.prefix(Self.limit).map(\.0)
    }

    /// How well a choice fits what was typed, 0 the best; nil where it does not.
    private func closeness(_ choice: Choice, _ typed: String) -> Int? {
        let name = choice.label.lowercased()
        if choice.value.lowercased() == typed || name == typed { return 0 }
        if name.hasPrefix(typed) { return 1 }
        let initials = Initials.of(choice.label)
        if initials == typed { return 1 }
        if initials.hasPrefix(typed) || choice.value.lowercased().hasPrefix(typed) { return 2 }
        return name.contains(typed) || initials.contains(typed) ? 3 : nil
    }

    private func choices(_ asked: [String: [String]]) -> [Choice] {
        guard context.mayRun(operation), let found = context.contents.operations[operation] else { return [] }
        let names = Set(context.contents.fields(of: found).map(\.name))
        guard let answer = try? context.run(operation, asked.filter { names.contains($0.key) }),
            let key = answer.columns.firstIndex(of: value), let name = answer.columns.firstIndex(of: label)
        else { return [] }
        let text = ValueText(strings: context.registry.strings, language: context.words.language)
        return answer.rows.map { Choice(value: text($0[key]), label: text($0[name])) }
    }
}

/// `/suggest?of=field.unit&q=wl`: what a field with suggestions offers while somebody types; needed by the script only.
enum SuggestPage {
    static let page = SitePage("/suggest", access: .everyone) { context in
        guard let label = context.query("of"),
            case .suggestions(let operation, let value, let name)? = context.contents.widget([label]), context.mayRun(operation)
        else { throw Rule.notFound.refused("page") }
        let found = Suggestions(operation: operation, value: value, label: name, context: context)
            .fitting(context.query("q") ?? "")
        return .document(
            Document(
                name: "suggestions.json", contentType: "application/json; charset=utf-8", data: try JSONEncoder().encode(found)))
    }
}

/// Names typed where a number is wanted: looked up only after the operation did not know what was typed.
struct NameResolution {
    let operation: AnyOperation
    let context: PageContext

    /// The same fields with names replaced by what they stand for; nil where nothing was replaced.
    /// - Throws: `E-VAL` at a field where several fit.
    func resolved(_ given: [String: [String]], after refusals: [Refusal]) throws -> [String: [String]]? {
        var fields = given
        var checks = Checks()
        for name in Set(refusals.filter { $0.kind == .notFound || $0.kind == .validation }.compactMap(\.field)) {
            guard let typed = given[name]?.first?.trimmed, !typed.isEmpty,
                case .suggestions(let query, let value, let label)? = context.contents.widget(operation.labelKeys(name))
            else { continue }
            let fitting = Suggestions(operation: query, value: value, label: label, context: context).fitting(typed)
            let exact = fitting.filter { $0.label == typed }
            let found = exact.isEmpty ? fitting : exact
            if let only = found.first, found.count == 1 {
                fields[name] = [only.value]
            } else if found.count > 1 {
                let names = found.prefix(6).map { "\($0.label) \($0.value)" }
                checks.add(
                    Rule.invalid.refused(
                        "several", field: name, ["value": .text(typed), "names": .text(context.words.list(names))]))
            }
        }
        try checks.finish()
        return fields == given ? nil : fields
    }

    /// Runs the operation; where it does not know something by its number, once more by its name.
    func run(_ given: [String: [String]], uploads: FormUploads = FormUploads()) throws -> Answer {
        do {
            return try context.run(operation.name, given, uploads: uploads)
        } catch let error as any UserFacingError {
            guard let fields = try resolved(given, after: error.refusals) else { throw error }
            return try context.run(operation.name, fields, uploads: uploads)
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
