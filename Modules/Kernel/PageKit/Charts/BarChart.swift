import PluginKit

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

    /// In percent of the drawing, so that bars shrink with the screen and what is written on them does not.
    private static let barWidth = 80
    private static let rowHeight = 44

    /// The drawing and its table.
    public func html(words: Words) -> HTML {
        guard !bars.isEmpty else { return HTML() }
        let height = bars.count * Self.rowHeight
        let drawn = bars.enumerated().map { drawing($1, row: $0) }.joined()
        return """
            <figure class="chart">
            <figcaption>\(title)\(.when(parts.count > 1, legend))</figcaption>
            <svg height="\(height)" role="group" aria-label="\(title)">\(drawn)</svg>
            <details><summary>\(words("pages.chart.table"))</summary>\(table(words))</details>
            </figure>

            """
    }

    private var legend: HTML {
        let items = parts.map { "<li class=\"\($0.tone?.rawValue ?? "one")\">\($0.name)</li>" as HTML }.joined()
        return "<ul class=\"legend\">\(items)</ul>"
    }

    private var scale: Int { max(full ?? bars.map { $0.sizes.reduce(0, +) }.max() ?? 1, 1) }

    /// The label stands over its bar, the note behind it.
    private func drawing(_ bar: Bar, row: Int) -> HTML {
        let top = row * Self.rowHeight
        var html: HTML = "<text x=\"0\" y=\"\(top + 14)\">\(bar.label)</text>"
        html += rectangle("ground", from: 0, 100 * Self.barWidth, top)
        var x = 0
        for (part, size) in zip(parts, bar.sizes) where size > 0 {
            let width = max(50, min(size * 100 * Self.barWidth / scale, 100 * Self.barWidth - x))
            html += rectangle(part.tone?.rawValue ?? "one", from: x, width, top, title: "\(part.name) \(size)")
            x += width
        }
        html += "<text x=\"\(Self.barWidth + 2)%\" y=\"\(top + 33)\">\(bar.note)</text>"
        guard let path = bar.path else { return html }
        return "<a href=\"\(path)\">\(html)</a>"
    }

    /// - Parameters:
    ///   - start: in hundredths of a percent, as the width is.
    ///   - top: of its row, in pixels.
    private func rectangle(_ kind: String, from start: Int, _ width: Int, _ top: Int, title: String? = nil) -> HTML {
        let title: HTML? = title.map { "<title>\($0)</title>" }
        let (x, wide) = (Percent.text(hundredths: start), Percent.text(hundredths: width))
        return "<rect class=\"\(kind)\" x=\"\(x)%\" y=\"\(top + 20)\" width=\"\(wide)%\" height=\"16\">\(title)</rect>"
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
