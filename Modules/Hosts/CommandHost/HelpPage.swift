import ArgumentParser
import PluginKit

/// Help pages, usage lines and completion scripts, written by the parser and put into the reader's language.
struct HelpPage {
    let scope: CommandScope
    /// Width of the terminal; the parser's default where there is none.
    let columns: Int?

    /// The help of a command or a group.
    func text(for words: [String]) -> String {
        inScope { root in
            let page = scope.tree.type(of: words).map { root.helpMessage(for: $0, columns: columns) }
            let example = scope.tree.entry(words).map { "\n" + CommandHelp(scope: scope).example(of: $0) }
            return translated(page ?? root.helpMessage(columns: columns)) + (example ?? "")
        }
    }

    /// The usage line of a command.
    func usage(of words: [String]) -> String {
        inScope { root in
            translated("USAGE: " + (scope.tree.type(of: words).map { root.usageString(for: $0) } ?? root.usageString()))
        }
    }

    /// The completion script for a shell; nil for a shell that is not known.
    func completionScript(shell: String) -> String? {
        guard let shell = CompletionShell(rawValue: shell) else { return nil }
        return inScope { root in root.completionScript(for: shell) }
    }

    private func inScope<Result>(_ body: (RootCommand.Type) -> Result) -> Result {
        CommandScope.$current.withValue(scope) { body(RootCommand.self) }
    }

    /// The parser writes its headings in English.
    private func translated(_ text: String) -> String {
        guard scope.language == .zhHans else { return text }
        return Self.headings.reduce(text) { text, pair in text.replacing(pair.0, with: pair.1) }
    }

    private static let headings = [
        ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:\n", "参数：\n"), ("OPTIONS:\n", "选项：\n"),
        ("SUBCOMMANDS:\n", "命令：\n"), ("Show help information.", "显示帮助"), ("<subcommand>", "<命令>"), ("[<options>]", "[<选项>]"),
        ("  See '", "  详见“"), ("' for detailed help.", "”。"),
    ]
}
