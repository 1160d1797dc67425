/// `/rounds/{round}`: a path whose parts in braces are named and match one part each.
struct PathPattern: Sendable {
    private enum Part: Sendable { case word(String), place(String) }
    private let parts: [Part]

    init(_ pattern: String) {
        parts = pattern.split(separator: "/").map { part in
            part.hasPrefix("{") && part.hasSuffix("}") ? .place(String(part.dropFirst().dropLast())) : .word(String(part))
        }
    }

    /// The values of the places; nil when the path is another one.
    func match(_ path: [Substring]) -> [String: String]? {
        guard path.count == parts.count else { return nil }
        var values: [String: String] = [:]
        for (part, text) in zip(parts, path) {
            switch part {
            case .word(let word): if word != text { return nil }
            case .place(let name): values[name] = String(text)
            }
        }
        return values
    }

    /// Fewer places come first: `/rounds/new` before `/rounds/{round}`.
    var placeCount: Int {
        parts.count { if case .place = $0 { true } else { false } }
    }
}
