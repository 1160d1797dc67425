import Foundation

/// A value a caller gave, before anybody knows what it should be.
indirect enum InputValue: Equatable {
    case null
    case flag(Bool)
    /// A JSON number with its digits.
    case number(String)
    case text(String)
    case list([InputValue])
    case object([String: InputValue])
    /// One or more texts from a command line or a form; the field decides what they mean.
    case words([String])

    var isMissing: Bool {
        switch self {
        case .null: true
        case .words(let words): words.isEmpty
        default: false
        }
    }

    /// What to show of it in an error line.
    var shown: String {
        switch self {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let digits): digits
        case .text(let text): String(text.prefix(80))
        case .words(let words): String(words.joined(separator: ", ").prefix(80))
        case .list: "[…]"
        case .object: "{…}"
        }
    }
}

/// A value that is not what its field asks for: the variant of the refusal `E-VAL`.
struct WrongValue: Error {
    var variant: String
    init(_ variant: String) { self.variant = variant }
}

extension InputValue {
    /// The text in its normal form: trimmed, composed. One with a NUL in it is no text: the database would take it for its end.
    func readText() throws(WrongValue) -> String {
        let text = try givenText()
        guard !text.utf8.contains(0) else { throw WrongValue("text") }
        return text.trimmed
    }

    private func givenText() throws(WrongValue) -> String {
        switch self {
        case .text(let text): return text
        case .words(let words):
            guard words.count == 1, let word = words.first else { throw WrongValue("single") }
            return word
        default: throw WrongValue("text")
        }
    }

    func readInteger() throws(WrongValue) -> Int {
        switch self {
        case .number(let digits): if let number = Int(digits) { return number }
        case .words: if let number = Int(try readText()) { return number }
        default: break
        }
        throw WrongValue("integer")
    }

    func readDecimal() throws(WrongValue) -> Double {
        switch self {
        case .number(let digits): if let number = Double(digits) { return number }
        case .words: if let number = Double(try readText()), number.isFinite { return number }
        default: break
        }
        throw WrongValue("decimal")
    }

    func readFlag() throws(WrongValue) -> Bool {
        if case .flag(let flag) = self { return flag }
        guard case .words = self else { throw WrongValue("flag") }
        switch try readText().lowercased() {
        case "true", "yes", "on", "1", "是": return true
        case "false", "no", "off", "0", "否": return false
        default: throw WrongValue("flag")
        }
    }

    /// The elements of a list. One word is taken apart at its commas; repeated words are taken as they are.
    func readList() throws(WrongValue) -> [InputValue] {
        switch self {
        case .list(let values): return values
        case .words(let words):
            guard words.count == 1, let word = words.first else { return words.map { .words([$0]) } }
            return word.split(separator: ",").map { .words([String($0)]) }
        default: throw WrongValue("list")
        }
    }

    func readObject() throws(WrongValue) -> [String: InputValue] {
        switch self {
        case .object(let values): return values
        case .words: throw WrongValue("wordsOnly")
        default: throw WrongValue("object")
        }
    }
}
