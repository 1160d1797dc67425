import ArgumentParser
import HostKit
import Operations
import PluginKit

/// One run of the program: finds the command the words name, and does it or explains it.
struct Session {
    let host: CommandHost
    let registry: Registry
    let language: Language
    let environment: [String: String]
    let console: Console
    let style: ErrorStyle

    private var index: CommandIndex { CommandIndex(registry: registry) }

    func run(_ words: ArraySlice<String>) -> Int32 {
        guard let (entry, count) = index.entry(leading: words) else { return explain(words) }
        let rest = words.dropFirst(count)
        if asksForHelp(rest) { return show(help(entry.words)) }
        let options = CommandOption.all(of: entry.shape)
        do {
            let values = try WordsParser(options: options).parse(rest) ?? parsed(entry, rest, options)
            return try Invocation(session: self, entry: entry, options: options, values: values).run()
        } catch let error as UsageFault {
            let code = style.report(error.cause, strings: registry.strings, isVerbose: rest.contains("--verbose"))
            if !error.usage.isEmpty { console.writeError(error.usage + "\n") }
            return code
        } catch {
            return style.report(error, strings: registry.strings, command: entry.name, options: options)
        }
    }

    private func asksForHelp(_ words: ArraySlice<String>) -> Bool {
        words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    }

    // MARK: - Words the quick reading did not understand

    private func scope(isDescribing: Bool) -> CommandScope {
        CommandScope(
            registry: registry, language: language, tree: CommandTree(entries: index.entries()), isDescribing: isDescribing)
    }

    private func help(_ words: [String]) -> String { page.text(for: words) }
    private var page: HelpPage { HelpPage(scope: scope(isDescribing: true), columns: console.isTerminal ? console.columns : nil) }

    /// The full parser's reading of the words.
    /// - Throws: ``UsageFault`` with every word that is wrong.
    private func parsed(
        _ entry: CommandEntry, _ rest: ArraySlice<String>, _ options: [CommandOption]
    ) throws -> [String: [String]] {
        do {
            return try CommandScope.$current.withValue(scope(isDescribing: false)) {
                let command = try RootCommand.parseAsRoot(entry.words + rest)
                return (command as? any WordsHolder)?.words ?? [:]
            }
        } catch {
            let faults = WordsParser(options: options).read(rest).faults.map { $0.refusal(options) }
            let message = Rule.invalid.refused("words", ["reason": .text(RootCommand.message(for: error))])
            throw UsageFault(cause: Refusals(faults.isEmpty ? [message] : faults), usage: page.usage(of: entry.words))
        }
    }

    // MARK: - Words that name no command

    private func explain(_ words: ArraySlice<String>) -> Int32 {
        let plain = Array(words.prefix { !$0.hasPrefix("-") })
        switch words.first {
        case "help": return explain(group: Array(plain.dropFirst()), isHelp: true)
        case "--version": return show(Composition.product)
        case let word? where word.hasPrefix("--generate-completion-script"): return completion(words)
        default: return explain(group: plain, isHelp: asksForHelp(words))
        }
    }

    private func explain(group words: [String], isHelp: Bool) -> Int32 {
        let tree = CommandTree(entries: index.entries())
        if isHelp, tree.entry(words) != nil { return show(help(words)) }
        if words.isEmpty || tree.isGroup(words) { return show(help(words)) }
        let nearest = NearestCommands(entries: tree.entries).to(words)
        let typed = words.joined(separator: " ")
        let refusal =
            nearest.isEmpty
            ? Rule.invalid.refused("command", ["typed": .text(typed)])
            : Rule.invalid.refused(
                "commandNear", ["typed": .text(typed), "nearest": .text(nearest.joined(separator: " | "))])
        return style.report(refusal, strings: registry.strings)
    }

    private func completion(_ words: ArraySlice<String>) -> Int32 {
        let named = words.first?.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
        let shell = named ?? words.dropFirst().first ?? environment["SHELL"]?.split(separator: "/").last.map(String.init) ?? ""
        if let script = page.completionScript(shell: shell) { return show(script) }
        return style.report(Rule.invalid.refused("shell", ["value": .text(shell)]), strings: registry.strings)
    }

    private func show(_ text: String) -> Int32 {
        console.write(text.hasSuffix("\n") ? text : text + "\n")
        return 0
    }
}

/// Words that make no sense, with the line that shows how the command is used.
struct UsageFault: Error {
    var cause: any Error
    var usage: String
}

extension WordsParser.Fault {
    func refusal(_ options: [CommandOption]) -> Refusal {
        switch self {
        case .unknownOption(let word):
            let names = options.filter { $0.form != .argument }.map(\.shown)
            let nearest = Nearness.nearest(to: word, among: names).first
            return nearest.map { Rule.invalid.refused("optionNear", ["typed": .text(word), "nearest": .text($0)]) }
                ?? Rule.invalid.refused("option", ["typed": .text(word)])
        case .missingValue(let name): return Rule.invalid.refused("optionValue", ["option": .text(shown(name, options))])
        case .noValueWanted(let name): return Rule.invalid.refused("flagValue", ["option": .text(shown(name, options))])
        case .extraWord(let word): return Rule.invalid.refused("extraWord", ["typed": .text(word)])
        }
    }

    private func shown(_ name: String, _ options: [CommandOption]) -> String {
        options.first { $0.name == name }?.shown ?? name
    }
}
