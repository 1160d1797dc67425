import PluginKit

/// Spans of time in lanes, with today as a line; readable in grey, and as a table behind a disclosure.
public struct Timeline: Sendable {
    /// One span.
    public struct Span: Sendable {
        public var label: String
        public var from: CalendarDate
        public var to: CalendarDate
        /// Said behind the label, such as the stage.
        public var note: String
        public var tone: Tone
        public var path: String?

        public init(_ label: String, from: CalendarDate, to: CalendarDate, note: String, tone: Tone, path: String? = nil) {
            self.label = label
            self.from = from
            self.to = to
            self.note = note
            self.tone = tone
            self.path = path
        }
    }

    /// Says what it shows.
    public let title: String
    /// Names of the lanes, with what lies in them.
    public let lanes: [(name: String, spans: [Span])]

    public init(title: String, lanes: [(name: String, spans: [Span])]) {
        self.title = title
        self.lanes = lanes
    }

    private static let width = 960
    private static let laneWidth = 72
    private static let rowHeight = 32

    private var spans: [Span] { lanes.flatMap(\.spans) }

    /// The drawing and its table; nothing where there is no span.
    public func html(today: CalendarDate, words: Words) -> HTML {
        guard let first = spans.map(\.from).min(), let last = spans.map(\.to).max() else { return HTML() }
        let scale = Scale(from: min(first, today).adding(days: -15), to: max(last, today).adding(days: 15))
        var y = 28
        var drawn = scale.years(height: height)
        for lane in lanes where !lane.spans.isEmpty {
            drawn += "<text class=\"lane\" x=\"0\" y=\"\(y + 15)\">\(lane.name)</text>"
            for span in lane.spans {
                drawn += drawing(span, y: y, scale)
                y += Self.rowHeight
            }
            y += 8
        }
        let now = scale.x(today)
        drawn += "<line class=\"today\" x1=\"\(now)\" y1=\"20\" x2=\"\(now)\" y2=\"\(height)\"/>"
        return """
            <figure class="chart timeline">
            <figcaption>\(title)</figcaption>
            <div class="drawing" tabindex="0" role="region" aria-label="\(title)"><svg viewBox="0 0 \(Self.width) \(height)" role="group" aria-label="\(title)">\(drawn)</svg></div>
            <details><summary>\(words("pages.chart.table"))</summary>\(table(words))</details>
            </figure>

            """
    }

    private var height: Int {
        let used = lanes.filter { !$0.spans.isEmpty }
        return 32 + used.map { $0.spans.count * Self.rowHeight + 8 }.reduce(0, +)
    }

    private func drawing(_ span: Span, y: Int, _ scale: Scale) -> HTML {
        let x = scale.x(span.from)
        let width = max(4, scale.x(span.to) - x)
        let isWide = width > 160
        let text: HTML =
            isWide
            ? "<text class=\"on\" x=\"\(x + 8)\" y=\"\(y + 15)\">\(span.label)</text>"
            : "<text x=\"\(x + width + 6 > 700 ? x - 6 : x + width + 6)\" y=\"\(y + 15)\"\(.when(x + width + 6 > 700, " class=\"label\""))>\(span.label)</text>"
        let bar: HTML =
            "<rect class=\"\(span.tone.rawValue)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"22\"><title>\(span.label) \(span.note)</title></rect>\(text)"
        guard let path = span.path else { return bar }
        return "<a href=\"\(path)\">\(bar)</a>"
    }

    private func table(_ words: Words) -> HTML {
        let rows = lanes.flatMap { lane in
            lane.spans.map { span -> HTML in
                let name: HTML = span.path.map { "<a href=\"\($0)\">\(span.label)</a>" } ?? "\(span.label)"
                return
                    "<tr><th scope=\"row\">\(name)</th><td>\(lane.name)</td><td>\(span.from.description)</td><td>\(span.to.description)</td><td>\(span.note)</td></tr>\n"
            }
        }.joined()
        let head = ["what", "lane", "from", "to", "note"].map { "<th scope=\"col\">\(words("pages.chart.\($0)"))</th>" as HTML }
            .joined()
        return "<table><caption class=\"unseen\">\(title)</caption><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table>"
    }

    /// Days as places across the drawing.
    private struct Scale {
        let from: CalendarDate
        let days: Int

        init(from: CalendarDate, to: CalendarDate) {
            self.from = from
            days = max(1, to.days(since: from))
        }

        func x(_ date: CalendarDate) -> Int {
            Timeline.laneWidth + date.days(since: from) * (Timeline.width - Timeline.laneWidth) / days
        }

        /// A line and a number at the beginning of each year.
        func years(height: Int) -> HTML {
            let dates = (0...days).lazy.map { from.adding(days: $0) }.filter { $0.description.hasSuffix("-01-01") }
            return dates.map { date -> HTML in
                let x = x(date)
                return
                    "<line class=\"year\" x1=\"\(x)\" y1=\"20\" x2=\"\(x)\" y2=\"\(height)\"/><text class=\"year\" x=\"\(x + 4)\" y=\"14\">\(String(date.description.prefix(4)))</text>"
            }.joined()
        }
    }
}
