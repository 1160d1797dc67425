/// Text from records as a terminal may have it.
enum TerminalText {
    /// The text with a mark in the place of every sign that would steer the terminal or turn the order of letters round. Line breaks
    /// and tabs stay.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: steers) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { out.append(steers(scalar) ? "\u{FFFD}" : scalar) }
        return String(out)
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
