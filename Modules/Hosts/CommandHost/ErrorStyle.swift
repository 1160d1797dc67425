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
        let shown = isVerbose ? report.lines[...] : report.lines.prefix(Self.most)
        for line in shown { console.writeError("\(prefix) \(TerminalText.harmless(line))\n") }
        if shown.count < report.lines.count { console.writeError(rest(report.lines.count - shown.count)) }
        if isVerbose { console.writeError("  \(TerminalText.harmless("\(error)"))\n") }
        return report.exitCode
    }

    /// A table with a thousand faults must not push everything else off the screen.
    private static let most = 20

    private func rest(_ count: Int) -> String {
        switch language {
        case .zhHans: "  还有 \(count) 处；加 --verbose 全部显示，导入时可用 --rejects 存成文件。\n"
        case .en: "  \(count) more; --verbose shows all, and --rejects of an import keeps them in a file.\n"
        }
    }

    /// Writes a line that warns and stops nothing.
    func warn(_ text: String) {
        console.writeError("\(coloured(language == .zhHans ? "注意" : "warning", "33")) \(TerminalText.harmless(text))\n")
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
