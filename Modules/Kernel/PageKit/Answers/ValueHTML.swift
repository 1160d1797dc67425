import Operations
import PluginKit

/// Values of answers as HTML, in one language. Words are looked up once for each answer.
struct ValueHTML {
    private let words: Words
    private let contents: SiteContents
    private let text: ValueText
    private var known: [String: HTML] = [:]

    init(_ context: PageContext) {
        words = context.words
        contents = context.contents
        text = ValueText(strings: context.words.strings, language: context.words.language)
    }

    /// Adds a value.
    mutating func append(_ value: Value, to html: inout HTML) {
        switch value {
        case .none: break
        case .text(let text): html.appendEscaped(Self.isInstant(text) ? Self.shown(instant: text) : text)
        case .integer(let number): html += HTML(markup: String(number))
        case .decimal(let digits): html.appendEscaped(digits)
        case .date(let date): html += HTML(markup: date.description)
        case .flag, .phrase, .account: html.appendEscaped(text(value))
        case .word(_, let key): html += word(value, key)
        case .object(let shown, _): append(shown, to: &html)
        case .list(let values):
            for (index, value) in values.enumerated() {
                if index > 0 { html += words.language == .zhHans ? "、" : ", " }
                append(value, to: &html)
            }
        }
    }

    mutating func html(_ value: Value) -> HTML {
        var html = HTML()
        append(value, to: &html)
        return html
    }

    /// The plain text of a value.
    func plain(_ value: Value) -> String { text(value) }

    /// `2026-03-01T16:30:00+08:00`, as operations write instants.
    private static func isInstant(_ text: String) -> Bool {
        text.utf8.count == 25 && text.utf8.dropFirst(10).first == UInt8(ascii: "T") && text.hasSuffix("+08:00")
    }

    /// 2026-03-01 16:30
    static func shown(instant: String) -> String { String(instant.prefix(16)).replacing("T", with: " ") }

    private mutating func word(_ value: Value, _ key: String) -> HTML {
        if let found = known[key] { return found }
        let html = Tag.html(words(key), contents.tone(key))
        known[key] = html
        return html
    }
}
