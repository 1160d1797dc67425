import Operations
import Persistence
import PluginKit

/// What a list on a page is about: the filters that were filled in, in words, for its files and its print.
struct ListScope {
    let operation: AnyOperation
    let context: PageContext
    private static let unnamed: Set<String> = ["limit", "after", "sort", "descending"]

    /// - Parameter values: the fields of the query as texts.
    func paper(_ values: [String: [String]]) -> Paper {
        let fields = context.contents.fields(of: operation).filter { !Self.unnamed.contains($0.name) }
        return Paper(
            scope: fields.map { field in
                let given = (values[field.name] ?? []).map(\.trimmed).filter { !$0.isEmpty }
                guard !given.isEmpty else { return nil }
                let label = operation.labelKeys(field.name).first { context.words.find($0) != nil } ?? field.name
                if case .choice(let vocabulary, _) = field.kind {
                    return Paper.part(label, .keys(given.map { "\(vocabulary).\($0)" }))
                }
                return Paper.part(label, .text(given.joined(separator: ", ")))
            })
    }
}

extension PageContext {
    /// Makes files and print in the reader's language.
    var writer: PaperWriter { PaperWriter(registry, in: words.language, now: Instant(dispatcher.time.now())) }
}
