/// A Swift file with the target it belongs to.
public struct SourceFile: Sendable, CustomStringConvertible {
    /// Path relative to the root, `Modules/Kernel/PluginKit/Rule.swift`.
    public let path: String
    public let text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    public var description: String { path }

    /// The target whose folder the file is in; its folder has the target's name.
    public var target: String {
        let parts = path.split(separator: "/").map(String.init)
        let depth = ["Kernel", "Hosts"].contains(parts[1]) ? 2 : 1
        return parts.count > depth ? parts[depth] : ""
    }

    public var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count }

    /// The text without comments and without what stands in string literals.
    public var code: String { CodeReader.code(of: text) }

    /// Modules named by its import statements.
    public var imports: [String] {
        code.split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ").filter { !$0.hasPrefix("@") }[...]
            if let first = words.first, Self.importModifiers.contains(first) { words = words.dropFirst() }
            guard words.popFirst() == "import" else { return nil }
            if let first = words.first, Self.importKinds.contains(first) { words = words.dropFirst() }
            return words.first.map { String($0.prefix { $0 != "." }) }
        }
    }

    private static let importModifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    private static let importKinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
    ]
}
