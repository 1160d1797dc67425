import PluginKit

extension Cells {
    /// A person's name: spaces at the ends and between Chinese characters go; a bracketed remark (`郭慧（女）`) is a question
    /// with the bare name as candidate; what looks like a formula or holds digits is invalid.
    public static func personName(_ text: String) -> CellReading<String> {
        let plain = joiningChinese(clean(text))
        if plain.isEmpty { return .empty }
        if looksLikeFormula(text) { return .invalid(about(text, "formula")) }
        if let open = plain.firstIndex(where: { "（(【[".contains($0) }) {
            let name = clean(String(plain[..<open]))
            return .ambiguous(name.isEmpty ? [] : [name], about(text, "nameRemark", ["value": name]))
        }
        let isName = plain.allSatisfy { $0.isLetter || "〇·•‧・．.'’ -".contains($0) }
        return isName ? reading(of: text, as: plain) : .invalid(about(text, "notName"))
    }

    /// One of a list of words, or of the other ways to write them.
    /// - Parameters:
    ///   - words: the words as we write them.
    ///   - aliases: other spellings and the word each stands for, `党员` for `中共党员`; they are normalised.
    /// - Returns: a question without candidates for any other text.
    public static func choice(_ text: String, among words: [String], aliases: [String: String] = [:]) -> CellReading<String> {
        let plain = withoutSpaces(halfWidth(clean(text)))
        if plain.isEmpty { return .empty }
        if words.contains(plain) { return reading(of: text, as: plain) }
        if let word = aliases[plain] { return .normalised(word, rewritten(word)) }
        return .ambiguous([], about(text, "notInList", ["words": words.joined(separator: "、")]))
    }

    /// Several entries in one cell. Each entry is trimmed, empty ones are left out.
    /// - Parameters:
    ///   - separator: the one we write between entries.
    ///   - others: separators that are accepted and normalised; line breaks always are.
    public static func list(
        _ text: String, separator: Character = ";", others: Set<Character> = ["；"]
    ) -> CellReading<[String]> {
        let entries = text.split { $0 == separator || others.contains($0) || $0.isNewline }
            .map { clean(String($0)) }.filter { !$0.isEmpty }
        if entries.isEmpty { return .empty }
        let joined = entries.joined(separator: String(separator))
        return isSame(text, joined) ? .value(entries) : .normalised(entries, rewritten(joined))
    }

    /// The text without spaces that stand between two Chinese characters; other spaces become one plain space.
    private static func joiningChinese(_ text: String) -> String {
        text.split(whereSeparator: { $0.unicodeScalars.allSatisfy(isSpace) }).reduce(into: "") { result, word in
            if let last = result.last, last.isASCII || word.first?.isASCII == true { result += " " }
            result += word
        }
    }
}
