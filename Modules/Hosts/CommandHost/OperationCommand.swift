import ArgumentParser
import Operations
import PluginKit

/// The parser's command for an operation of any type: its options are made at run time from the operation's input.
struct OperationCommand<Op: Operation>: ParsableCommand, CustomReflectable {
    /// The texts of each field, as ``WordsParser`` gives them.
    private(set) var words: [String: [String]] = [:]

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: OptionKey.self)
        for option in Self.options {
            words[option.name] = try Self.texts(option, container)
        }
    }

    static var configuration: CommandConfiguration {
        let scope = CommandScope.current
        let words = CommandWords.of(Op.name)
        return CommandConfiguration(
            commandName: words.last ?? Op.name.text, abstract: scope?.text(Op.name.text) ?? "",
            discussion: scope?.text("\(Op.name).help") ?? "",
            subcommands: scope?.tree.subcommands(of: words) ?? [])
    }

    var customMirror: Mirror {
        let scope = CommandScope.current
        var children: [Mirror.Child] = []
        for option in Self.options {
            let child: Mirror.Child = (label: "_\(option.name)", value: ParserOption.value(of: option, for: Op.name, in: scope))
            children.append(child)
        }
        return Mirror(self, children: children)
    }

    /// The program looks at ``words``; the parser itself runs nothing.
    func run() throws {}

    private static var shape: OperationShape {
        OperationShape(name: Op.name, positional: Op.positional, owner: "", metatype: Op.self)
    }

    private static var options: [CommandOption] { CommandOption.all(of: shape) }

    private static func texts(_ option: CommandOption, _ container: KeyedDecodingContainer<OptionKey>) throws -> [String]? {
        let key = OptionKey(stringValue: option.name)
        let texts: [String]
        switch option.form {
        case .flag: texts = try container.decode(Flag<Bool>.self, forKey: key).wrappedValue ? ["true"] : []
        case .choiceOfFlags: texts = try container.decode(Flag<Bool?>.self, forKey: key).wrappedValue.map { ["\($0)"] } ?? []
        case .option: texts = try container.decode(Option<[String]>.self, forKey: key).wrappedValue
        case .argument where option.field.isMany: texts = try container.decode(Argument<[String]>.self, forKey: key).wrappedValue
        case .argument: texts = try container.decode(Argument<String?>.self, forKey: key).wrappedValue.map { [$0] } ?? []
        }
        return texts.isEmpty ? nil : texts
    }
}

/// What the generic command has, seen from outside.
protocol WordsHolder {
    var words: [String: [String]] { get }
}

extension OperationCommand: WordsHolder {}

/// The name of a field as the parser looks it up.
struct OptionKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
