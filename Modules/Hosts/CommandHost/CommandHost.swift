import Foundation
import HostKit
import Operations
import Persistence
import PluginKit

/// The command line of a program made of plugins.
///
/// ```swift
/// exit(CommandHost(plugins: standardPlugins).run())
/// ```
public struct CommandHost: Sendable {
    let plugins: [any Plugin.Type]
    let time: TimeSource

    /// - Parameter plugins: the program's plugins; the kernel's and this host's own are added.
    public init(plugins: [any Plugin.Type], time: TimeSource = .system) {
        self.plugins = plugins
        self.time = time
    }

    /// The plugins with the host's own.
    var allPlugins: [any Plugin.Type] { [CommandHostPlugin.self] + plugins }

    /// Does what the words say.
    /// - Returns: the exit code: 0, or that of the refusal (`RefusalKind.exitCode`), or 1 for an unexpected error.
    public func run(
        _ arguments: [String] = Array(CommandLine.arguments.dropFirst()),
        environment: [String: String] = ProcessInfo.processInfo.environment, console: Console = .system
    ) -> Int32 {
        let language = CommandLineWords.language(in: arguments) ?? HostConfiguration.language(in: environment)
        let style = ErrorStyle(language: language, console: console, environment: environment)
        do {
            let registry = try Composition.registry(of: allPlugins)
            let session = Session(
                host: self, registry: registry, language: language, environment: environment, console: console, style: style)
            return session.run(CommandLineWords.commandFirst(arguments))
        } catch {
            guard let strings = Composition.fallbackStrings([CommandHostPlugin.self]) else { return 1 }
            return style.report(error, strings: strings)
        }
    }
}

/// What can be seen in the words before anybody knows the command.
enum CommandLineWords {
    private static let leadingOptions: Set<String> = ["--format", "--lang", "--database", "--as"]

    /// The language named by `--lang`; nil when there is none or it is not one we know.
    static func language(in words: [String]) -> Language? {
        for (index, word) in words.enumerated() where word.hasPrefix("--lang") {
            if word == "--lang", index + 1 < words.count { return try? Language(named: words[index + 1]) }
            if word.hasPrefix("--lang=") { return try? Language(named: String(word.dropFirst(7))) }
        }
        return nil
    }

    /// Puts options that stand before the command behind it: `xuncha --lang en unit list`.
    static func commandFirst(_ words: [String]) -> ArraySlice<String> {
        var rest = words[...]
        var options: [String] = []
        while let word = rest.first, word.hasPrefix("--") {
            let name = word.prefix { $0 != "=" }
            guard leadingOptions.contains(String(name)) || word == "--verbose" else { break }
            options.append(rest.removeFirst())
            if word == name, word != "--verbose", let value = rest.popFirst() { options.append(value) }
        }
        return options.isEmpty ? words[...] : (Array(rest) + options)[...]
    }
}
