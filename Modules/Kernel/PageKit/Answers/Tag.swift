import PluginKit

/// A word of state in its own colour, with a sign of its own so that colour is never the only difference.
public enum Tag {
    /// - Parameter tone: nil for plain text.
    public static func html(_ text: String, _ tone: Tone?) -> HTML {
        guard let tone else { return HTML(escaping: text) }
        return "<span class=\"tag \(tone.rawValue)\">\(text)</span>"
    }
}

extension PageContext {
    /// A word of the catalogue in its tone.
    public func tag(_ key: String) -> HTML { Tag.html(words(key), contents.tone(key)) }
}
