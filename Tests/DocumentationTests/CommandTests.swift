import HostKit
import Operations
import PluginKit
import SourceTree
import StandardPlugins
import Testing

@testable import CommandHost

/// Every command line shown to readers is one the program understands.
@Suite struct CommandTests {
    /// Names of commands with the options each has.
    static let commands: [[String]: Set<String>] = {
        let plugins = CommandHost(plugins: standardPlugins).allPlugins
        guard let registry = try? Composition.registry(of: plugins) else { return [:] }
        let entries = CommandIndex(registry: registry).entries()
        let named = entries.map { ($0.words, Set(CommandOption.all(of: $0.shape).map(\.shown))) }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }()

    /// Lines in fenced code that call the program.
    static func calls(in document: Document) -> [String] {
        document.code.compactMap { line in
            let text = line.hasPrefix("$ ") ? String(line.dropFirst(2)) : line
            return text.hasPrefix("xuncha ") ? text : nil
        }
    }

    @Test(arguments: try Document.all().filter { !calls(in: $0).isEmpty })
    func everyCallIsUnderstood(document: Document) {
        for call in Self.calls(in: document) {
            #expect(Self.fault(of: call) == nil, "\(document.path): \(call)")
        }
    }

    @Test(arguments: try Document.all()) func everyBlockOfCodeIsClosed(document: Document) {
        #expect(document.isFencedWhole, "\(document.path)")
    }

    @Test(arguments: ["```sh\na\n\ntext\n\n```sh\nb\n```\n", "```sh\na\n", "a\n```\n"])
    func anOpenBlockIsFound(text: String) {
        #expect(!Document(path: "a.md", text: text).isFencedWhole)
    }

    private static func fault(of call: String) -> String? {
        let words = WordSplitter.words(call).dropFirst()
        if words.allSatisfy({ $0.hasPrefix("-") || $0 == "help" }) { return nil }
        let leading = Array(words.prefix { !$0.hasPrefix("-") })
        let name = (1...4).reversed().map { Array(leading.prefix($0)) }.first { commands[$0] != nil }
        guard let name, let options = commands[name] else { return "no such command" }
        let unknown = words.filter { $0.hasPrefix("--") && $0 != "--help" }.filter {
            !options.contains(String($0.prefix { $0 != "=" }))
        }
        return unknown.isEmpty ? nil : "unknown: \(unknown)"
    }

    @Test(arguments: ["xuncha unit lst", "xuncha unit list --levle town", "xuncha nothing --at all"])
    func wrongCallsAreFound(call: String) {
        #expect(Self.fault(of: call) != nil)
    }

    @Test(arguments: ["xuncha unit list --level town | head -3", "xuncha --help", "xuncha audit verify"])
    func rightCallsAreNot(call: String) {
        #expect(Self.fault(of: call) == nil)
    }
}

/// Splits a command line as a shell does, as far as our examples need it: quotes, and the end at a pipe or comment.
enum WordSplitter {
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == " " {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return Array(words.prefix { !["|", "#", ">", "&&", ";"].contains($0) })
    }
}
