import ArgumentParser
import Operations
import PluginKit

/// The texts of help pages, from the strings of the plugins.
struct CommandHelp {
    let scope: CommandScope

    /// The line for one option: its label, its help and, for a closed set, what may be chosen.
    func help(for option: CommandOption, of name: OperationName) -> ArgumentHelp {
        let special = "\(name).\(option.name)"
        let stem = scope.text(special) == nil ? "field.\(option.name)" : special
        return ArgumentHelp(
            line(scope.text(stem) ?? option.name, scope.text("\(stem).help") ?? "", option), valueName: valueName(option))
    }

    private func line(_ label: String, _ help: String, _ option: CommandOption) -> String {
        let isChinese = scope.language == .zhHans
        let text = help.isEmpty ? label : label + (isChinese ? "：" : ": ") + help
        guard case .choice(let vocabulary, let codes) = option.field.kind else { return text }
        let choices = codes.map { code in
            let word = scope.text("\(vocabulary).\(code)") ?? code
            return word == code ? code : code + (isChinese ? "（\(word)）" : " (\(word))")
        }
        return text + (isChinese ? "；可选 " : "; one of ") + choices.joined(separator: isChinese ? "、" : ", ")
    }

    private func valueName(_ option: CommandOption) -> String {
        switch option.field.kind {
        case .upload, .download: "file"
        case .date: "date"
        case .integer, .decimal: "number"
        default: CommandWords.kebab(option.name)
        }
    }

    /// The end of a help page: the example a plugin wrote (`NAME.example`), otherwise one with everything that is required.
    func example(of entry: CommandEntry) -> String {
        let heading = scope.language == .zhHans ? "示例：" : "EXAMPLE:"
        return "\(heading)\n  \(scope.text("\(entry.name).example") ?? made(entry.shape))\n"
    }

    private func made(_ shape: OperationShape) -> String {
        let required = CommandOption.all(of: shape).filter { !$0.isGlobal && !$0.field.isOptional && $0.form != .flag }
        let words = required.map { option in
            option.form == .argument ? sample(option) : "\(option.shown) \(sample(option))"
        }
        return (["xuncha"] + CommandWords.of(shape.name) + words).joined(separator: " ")
    }

    private func sample(_ option: CommandOption) -> String {
        switch option.field.kind {
        case .date: "2026-03-01"
        case .integer: "1"
        case .decimal: "85.5"
        case .choice(_, let codes): codes.first ?? "…"
        case .upload, .download: "file.csv"
        case .text, .flag, .object: "…"
        }
    }
}
