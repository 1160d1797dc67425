/// Horizontal bars from zero, labelled directly; readable in grey, and as a table behind a disclosure.
public struct BarChart: Sendable {
    /// One bar, in one part or several.
    public struct Bar: Sendable {
        public var label: String
        /// Sizes of the parts, in the order of the chart's parts; none is negative.
        public var sizes: [Int]
        /// What stands behind the bar, such as `19 / 25`.
        public var note: String
        /// Where a click leads; nil for nowhere.
        public var path: String?

        public init(_ label: String, _ sizes: [Int], note: String, path: String? = nil) {
            self.label = label
            self.sizes = sizes
            self.note = note
            self.path = path
        }
    }

    /// Says what the chart shows.
    public let title: String
    /// Names and tones of the parts; a chart of plain bars has one, without a tone.
    public let parts: [(name: String, tone: Tone?)]
    public let bars: [Bar]
    /// The size of a full bar; the largest bar where nil.
    public let full: Int?

    public init(title: String, parts: [(name: String, tone: Tone?)], bars: [Bar], full: Int? = nil) {
        self.title = title
        self.parts = parts
        self.bars = bars
        self.full = full
    }

    private static let width = 640
    private static let labelWidth = 200
    private static let barWidth = 320
    private static let rowHeight = 32

    /// The drawing and its table.
    public func html(words: Words) -> HTML {
        guard !bars.isEmpty else { return HTML() }
        let height = bars.count * Self.rowHeight + 8
        let drawn = bars.enumerated().map { drawing($1, row: $0) }.joined()
        return """
            <figure class="chart">
            <figcaption>\(title)\(.when(parts.count > 1, legend))</figcaption>
            <div class="drawing" tabindex="0" role="region" aria-label="\(title)"><svg viewBox="0 0 \(Self.width) \(height)" role="group" aria-label="\(title)">\(drawn)</svg></div>
            <details><summary>\(words("pages.chart.table"))</summary>\(table(words))</details>
            </figure>

            """
    }

    private var legend: HTML {
        let items = parts.map { "<li class=\"\($0.tone?.rawValue ?? "one")\">\($0.name)</li>" as HTML }.joined()
        return "<ul class=\"legend\">\(items)</ul>"
    }

    private var scale: Int { max(full ?? bars.map { $0.sizes.reduce(0, +) }.max() ?? 1, 1) }

    private func drawing(_ bar: Bar, row: Int) -> HTML {
        let top = row * Self.rowHeight + 8
        var x = Self.labelWidth
        var html: HTML = "<text class=\"label\" x=\"\(Self.labelWidth - 12)\" y=\"\(top + 13)\">\(short(bar.label))</text>"
        html += "<rect class=\"ground\" x=\"\(x)\" y=\"\(top)\" width=\"\(Self.barWidth)\" height=\"16\"/>"
        for (part, size) in zip(parts, bar.sizes) where size > 0 {
            let width = max(2, min(size * Self.barWidth / scale, Self.labelWidth + Self.barWidth - x))
            html +=
                "<rect class=\"\(part.tone?.rawValue ?? "one")\" x=\"\(x)\" y=\"\(top)\" width=\"\(width)\" height=\"16\"><title>\(part.name) \(size)</title></rect>"
            x += width
        }
        html += "<text class=\"note\" x=\"\(Self.labelWidth + Self.barWidth + 12)\" y=\"\(top + 13)\">\(bar.note)</text>"
        guard let path = bar.path else { return html }
        return "<a href=\"\(path)\">\(html)</a>"
    }

    /// A label that fits beside its bar; the table has the whole one.
    private func short(_ label: String) -> String {
        var width = 0
        var kept = ""
        for character in label {
            width += character.utf8.count > 1 ? 14 : 8
            if width > Self.labelWidth - 24 { return kept + "…" }
            kept.append(character)
        }
        return kept
    }

    private func table(_ words: Words) -> HTML {
        let head = parts.map { "<th scope=\"col\" class=\"number\">\($0.name)</th>" as HTML }.joined()
        let rows = bars.map { bar -> HTML in
            let cells = bar.sizes.map { "<td class=\"number\">\($0)</td>" as HTML }.joined()
            let name: HTML = bar.path.map { "<a href=\"\($0)\">\(bar.label)</a>" } ?? "\(bar.label)"
            return "<tr><th scope=\"row\">\(name)</th>\(cells)<td>\(bar.note)</td></tr>\n"
        }.joined()
        return """
            <table><caption class="unseen">\(title)</caption><thead><tr><th scope="col">\(words("pages.chart.what"))</th>\(head)\
            <th scope="col">\(words("pages.chart.note"))</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
