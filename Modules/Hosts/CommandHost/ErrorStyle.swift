import HostKit
import Operations
import PluginKit

/// How errors look on the terminal: one line each on the error output, the word in front in red where a person looks.
struct ErrorStyle: Sendable {
    let language: Language
    let console: Console
    let usesColour: Bool

    init(language: Language, console: Console, environment: [String: String]) {
        self.language = language
        self.console = console
        usesColour = console.isErrorTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Writes the lines of an error.
    /// - Returns: its exit code.
    func report(
        _ error: any Error, strings: StringCatalogue, command: OperationName? = nil, options: [CommandOption] = [],
        isVerbose: Bool = false
    ) -> Int32 {
        let report = ErrorReport(error, strings: strings, language: language, operation: command) { path in
            Self.fieldName(path, options)
        }
        for line in report.lines { console.writeError("\(prefix) \(line)\n") }
        if isVerbose { console.writeError("  \(error)\n") }
        return report.exitCode
    }

    /// Writes a line that warns and stops nothing.
    func warn(_ text: String) {
        console.writeError("\(coloured(language == .zhHans ? "注意" : "warning", "33")) \(text)\n")
    }

    private var prefix: String { coloured(language == .zhHans ? "错误" : "error", "31") }

    private func coloured(_ text: String, _ code: String) -> String {
        usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// `--with-subordinates`, `<code>`, and for a place inside a field its path: `--measures 2.due`.
    private static func fieldName(_ path: String, _ options: [CommandOption]) -> String {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard let first = parts.first, let option = options.first(where: { $0.name == first }) else { return path }
        return ([option.shown] + parts.dropFirst()).joined(separator: " ")
    }
}
