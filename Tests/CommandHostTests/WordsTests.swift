import ArgumentParser
import HostKit
import Operations
import PluginKit
import Testing

@testable import CommandHost

/// The quick reading and the full parser must understand the same words the same way.
@Suite struct WordsTests {
    private let registry: Registry
    private let options = CommandOption.all(
        of: OperationShape(name: AddShelf.name, positional: AddShelf.positional, owner: "shelf", metatype: AddShelf.self))

    init() throws {
        registry = try Composition.registry(of: [CommandHostPlugin.self, ShelfPlugin.self])
    }

    private func quick(_ words: [String]) -> [String: [String]]? { WordsParser(options: options).parse(words[...]) }

    private func full(_ words: [String]) throws -> [String: [String]] {
        let tree = CommandTree(entries: CommandIndex(registry: registry).entries())
        let scope = CommandScope(registry: registry, language: .en, tree: tree, isDescribing: false)
        return try CommandScope.$current.withValue(scope) {
            let command = try RootCommand.parseAsRoot(["shelf", "add"] + words)
            return (command as? any WordsHolder)?.words ?? [:]
        }
    }

    @Test(arguments: [
        [], ["A1"], ["A1", "--title", "t"], ["--title=t", "A1"], ["--title", "a=b"], ["--title=a=b"], ["--with-lock"],
        ["--labels", "a", "--labels", "b"], ["--", "A1"], ["--", "--title"], ["A1", "--format", "json", "--verbose"],
        ["--title", ""], ["--as", "office", "--lang", "en", "--database", "/x"], ["--json", "-"],
    ])
    func bothReadTheSame(_ words: [String]) throws {
        #expect(quick(words) == (try full(words)))
    }

    @Test(arguments: [
        ["--nope"], ["A1", "B2"], ["--title"], ["--title", "--size", "1"], ["--with-lock=yes"], ["-x"], ["--size", "-x"],
        ["--title="],
    ])
    func bothRefuseTheSame(_ words: [String]) {
        #expect(quick(words) == nil)
        #expect(throws: (any Error).self) { try full(words) }
    }

    /// Whether a number may be negative the operation says, not the reading of words.
    @Test(arguments: ["-1", "-0.5", "-.5"]) func negativeNumbersAreValues(_ number: String) {
        #expect(quick(["A1", "--size", number])?["size"] == [number])
        #expect(quick([number])?["code"] == [number])
    }

    @Test func flagsWithAnOppositeAreReadBothWays() throws {
        let options = CommandOption.all(
            of: OperationShape(name: ListShelves.name, positional: [], owner: "shelf", metatype: ListShelves.self))
        #expect(WordsParser(options: options).parse(["--closed"])?["closed"] == ["true"])
        #expect(WordsParser(options: options).parse(["--no-closed"])?["closed"] == ["false"])
        #expect(WordsParser(options: options).parse(["--no-limit"]) == nil)
    }

    @Test(arguments: [
        ("withSubordinates", "with-subordinates"), ("limit", "limit"), ("copyNoticeIds", "copy-notice-ids"),
    ])
    func namesAreTypedWithHyphens(_ name: String, _ typed: String) {
        #expect(CommandWords.kebab(name) == typed)
    }
}
