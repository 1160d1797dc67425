import Operations
import PluginKit

/// What stands in a form: typed by a person, or given by the address the form was opened with.
struct FormValues: Sendable {
    private(set) var texts: [String: [String]]
    private(set) var uploads = FormUploads()

    /// Values of an address.
    init(query: [(name: String, value: String)]) {
        texts = Dictionary(grouping: query.filter { Self.isField($0.name) }, by: \.name).mapValues { $0.map(\.value) }
    }

    /// Values of a sent form, its files included.
    init(_ request: SiteRequest) {
        texts = request.form.filter { Self.isField($0.key) }
        for (name, files) in request.uploads where Self.isField(name) {
            texts[name] = files.map { uploads.add($0) }
        }
    }

    init(texts: [String: [String]], uploads: FormUploads = FormUploads()) {
        self.texts = texts
        self.uploads = uploads
    }

    /// Names that begin with `_` are the pages' own.
    private static func isField(_ name: String) -> Bool { !name.hasPrefix("_") }

    func first(_ path: String) -> String { texts[path]?.first ?? "" }
    func all(_ path: String) -> [String] { texts[path] ?? [] }

    /// What is decoded: nothing blank, several lines of a field of many taken apart.
    func decodable(_ fields: [Field]) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (path, values) in texts {
            let isLines = fields.contains { $0.name == path && $0.isMany && $0.kind == .text }
            let parts = isLines ? values.flatMap { $0.split(whereSeparator: \.isNewline).map { String($0).trimmed } } : values
            let filled = parts.filter { !$0.trimmed.isEmpty }
            if !filled.isEmpty { result[path] = filled }
        }
        return result
    }

    /// How many rows of a field that holds several objects are in the form.
    func rowCount(_ field: String) -> Int {
        texts.keys.compactMap { key in
            let parts = key.split(separator: ".")
            return parts.count > 1 && parts[0] == field ? Int(parts[1]) : nil
        }.max() ?? 0
    }
}
