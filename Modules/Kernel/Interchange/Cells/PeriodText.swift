/// Takes a written span of months apart.
enum PeriodText {
    private static let openEnds = ["至今", "到今", "-今", "-现在", "-目前"]

    /// The texts of start and end; the end is nil where it says "until now". Nil when it is no span.
    static func halves(_ text: String) -> (start: String, end: String?)? {
        let plain = unified(text)
        for ending in openEnds where plain.hasSuffix(ending) {
            let start = plain.dropLast(ending.count)
            return (String(start.last == "-" ? start.dropLast() : start), nil)
        }
        let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count % 2 == 0, !parts.contains("") else { return nil }
        let middle = parts.count / 2
        return (parts[..<middle].joined(separator: "-"), parts[middle...].joined(separator: "-"))
    }

    /// Half-width, without spaces, every dash a hyphen; `至` and `到` between two months, too.
    private static func unified(_ text: String) -> String {
        var plain = Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text), signs: true))
        plain = String(plain.map { "~〜～".contains($0) ? "-" : $0 })
        while plain.contains("--") { plain = plain.replacing("--", with: "-") }
        if !plain.hasSuffix("今") { plain = plain.replacing("至", with: "-").replacing("到", with: "-") }
        return plain
    }
}
