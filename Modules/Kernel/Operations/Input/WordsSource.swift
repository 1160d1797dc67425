import PluginKit

/// An input given as named texts, as a command line or a form gives them.
///
/// A name may be a path: `measures.1.due` is the field `due` of the first of the `measures`. One text for a field that takes
/// many is taken apart at its commas.
public struct WordsSource: DecodableSource {
    private let words: [String: [String]]
    private let strings: StringCatalogue?
    private let readUpload: ((String) throws -> Upload)?
    private let language: Language

    /// - Parameters:
    ///   - words: the texts of each field; a field without any was left out, and a flag left out is off.
    ///   - strings: where the labels of choices are looked up.
    ///   - language: in which language choices are listed.
    ///   - readUpload: reads the file behind a text in a field that takes one.
    public init(
        _ words: [String: [String]], strings: StringCatalogue? = nil, language: Language = .zhHans,
        readUpload: ((String) throws -> Upload)? = nil
    ) {
        self.words = words
        self.strings = strings
        self.language = language
        self.readUpload = readUpload
    }

    /// - Throws: one refusal `E-VAL` for every field that is missing, wrong or unknown, all at once.
    public func decode<Input: Decodable>(_ type: Input.Type) throws -> Input {
        var root = Branch()
        for (name, texts) in words { root.add(texts, at: name.split(separator: ".").map(String.init)[...]) }
        let notes = InputNotes(strings: strings, readUpload: readUpload, language: language, absentFlagsAreOff: true)
        return try notes.input(type, from: root.value)
    }
}

/// Named texts on their way to becoming a tree.
private struct Branch {
    private var texts: [String]?
    private var children: [String: Branch] = [:]

    mutating func add(_ texts: [String], at path: ArraySlice<String>) {
        guard let name = path.first else {
            self.texts = (self.texts ?? []) + texts
            return
        }
        children[name, default: Branch()].add(texts, at: path.dropFirst())
    }

    var value: InputValue {
        if let texts { return .words(texts) }
        let numbers = children.keys.compactMap(Int.init)
        guard !numbers.isEmpty, numbers.count == children.count else { return .object(children.mapValues(\.value)) }
        return .list(numbers.sorted().compactMap { children["\($0)"]?.value })
    }
}
