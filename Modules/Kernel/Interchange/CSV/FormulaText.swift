/// Text that spreadsheet programs would take for a formula when they open a CSV file.
///
/// On the way out it gets an apostrophe in front, on the way in the apostrophe is taken away. Text that already has
/// apostrophes before such a character gets one more, so that every text survives the round trip unchanged.
enum FormulaText {
    private static let apostrophe = UInt8(ascii: "'")

    /// Whether a text, after any leading apostrophes, begins with `=`, `+`, `-`, `@`, a tab or a carriage return.
    static func needsEscape(_ text: String) -> Bool {
        isDangerous(text.utf8.drop { $0 == apostrophe }.first)
    }

    /// The cell's text without the apostrophe that marked it as text.
    static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        if bytes.first == apostrophe, isDangerous(bytes.drop(while: { $0 == apostrophe }).first) {
            return String(decoding: UnsafeBufferPointer(rebasing: bytes.dropFirst()), as: UTF8.self)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isDangerous(_ byte: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"):
            true
        default: false
        }
    }
}
