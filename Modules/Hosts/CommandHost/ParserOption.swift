import ArgumentParser
import Operations

/// The parser's own values for options: what a property wrapper would have made.
enum ParserOption {
    static func value(of option: CommandOption, for name: OperationName, in scope: CommandScope?) -> Any {
        let help = scope.map { CommandHelp(scope: $0).help(for: option, of: name) }
        let describesOne = scope?.isDescribing == true && !option.field.isMany
        switch option.form {
        case .flag: return Flag<Bool>(wrappedValue: false, name: self.name(option), help: help)
        case .choiceOfFlags where scope?.isDescribing == true:
            return Flag<Bool>(wrappedValue: false, name: self.name(option), help: help)
        case .choiceOfFlags: return Flag<Bool?>(name: self.name(option), inversion: .prefixedNo, help: help)
        case .argument: return argument(option, describesOne, help)
        case .option where describesOne && option.field.isOptional:
            return Option<String?>(name: self.name(option), help: help, completion: completion(option))
        case .option where describesOne:
            return Option<String>(name: self.name(option), help: help, completion: completion(option))
        case .option:
            return Option<[String]>(wrappedValue: [], name: self.name(option), help: help, completion: completion(option))
        }
    }

    private static func argument(_ option: CommandOption, _ describesOne: Bool, _ help: ArgumentHelp?) -> Any {
        if option.field.isMany { return Argument<[String]>(wrappedValue: [], help: help, completion: completion(option)) }
        if describesOne, !option.field.isOptional { return Argument<String>(help: help, completion: completion(option)) }
        return Argument<String?>(help: help, completion: completion(option))
    }

    private static func name(_ option: CommandOption) -> NameSpecification { .customLong(CommandWords.kebab(option.name)) }

    private static func completion(_ option: CommandOption) -> CompletionKind? {
        switch option.field.kind {
        case .choice(_, let codes): .list(codes)
        case .upload, .download: .file()
        default: nil
        }
    }
}
