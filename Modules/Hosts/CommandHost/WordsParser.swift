/// Reads the words after a command's name without building the tree of all commands, which would cost more than the command.
///
/// It understands what the full parser understands of these options; what it does not, it leaves to that one.
struct WordsParser {
    let options: [CommandOption]

    /// The texts of each field; nil when something is not as it should be.
    func parse(_ words: ArraySlice<String>) -> [String: [String]]? {
        let reading = read(words)
        return reading.faults.isEmpty ? reading.values : nil
    }

    /// What is wrong with a word.
    enum Fault: Equatable {
        case unknownOption(String)
        case missingValue(CommandOption.ID)
        case noValueWanted(CommandOption.ID)
        case extraWord(String)
    }

    func read(_ words: ArraySlice<String>) -> (values: [String: [String]], faults: [Fault]) {
        var values: [String: [String]] = [:]
        var faults: [Fault] = []
        var arguments = options.filter { $0.form == .argument }[...]
        var rest = words
        var onlyArguments = false
        while let word = rest.popFirst() {
            if !onlyArguments, word == "--" {
                onlyArguments = true
            } else if !onlyArguments, Self.isOption(word) {
                readOption(word, &rest, &values, &faults)
            } else if let argument = arguments.first {
                values[argument.name, default: []].append(word)
                if !argument.field.isMany { arguments.removeFirst() }
            } else {
                faults.append(.extraWord(word))
            }
        }
        return (values, faults)
    }

    private func readOption(
        _ word: String, _ rest: inout ArraySlice<String>, _ values: inout [String: [String]], _ faults: inout [Fault]
    ) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let (option, isNegated) = find(parts[0]) else { return faults.append(.unknownOption(parts[0])) }
        guard option.form == .option else {
            if parts.count > 1 { faults.append(.noValueWanted(option.name)) }
            values[option.name, default: []].append(isNegated ? "false" : "true")
            return
        }
        if parts.count > 1, !parts[1].isEmpty {
            values[option.name, default: []].append(parts[1])
        } else if parts.count == 1, let value = rest.first, !Self.isOption(value) {
            values[option.name, default: []].append(value)
            rest.removeFirst()
        } else {
            faults.append(.missingValue(option.name))
        }
    }

    /// No option begins with a digit: `-1` is a number, and whether it may be one the operation says.
    private static func isOption(_ word: String) -> Bool {
        word.hasPrefix("-") && word.dropFirst().first.map { !("0"..."9").contains($0) && $0 != "." } ?? false
    }

    private func find(_ word: String) -> (CommandOption, isNegated: Bool)? {
        if let option = options.first(where: { $0.form != .argument && $0.shown == word }) { return (option, false) }
        guard word.hasPrefix("--no-") else { return nil }
        let name = "--" + word.dropFirst(5)
        return options.first { $0.form == .choiceOfFlags && $0.shown == name }.map { ($0, true) }
    }
}

extension CommandOption: Identifiable {
    var id: String { name }
}
