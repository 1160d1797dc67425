import Interchange

/// A post as months on a line, for counting. Start and end the wrong way round are taken as the span between them.
struct ServiceSpan {
    let from: YearMonth
    let to: YearMonth?
    /// Months since year 0; the end is the month of leaving, or the month asked about while the post lasts.
    let start: Int
    let end: Int

    init(_ post: PostSpan, until month: YearMonth) {
        from = post.from
        to = post.to
        let last = (post.to ?? max(post.from, month)).ordinal
        start = min(post.from.ordinal, last)
        end = max(post.from.ordinal, last)
    }

    private init(from: YearMonth, to: YearMonth?, start: Int, end: Int) {
        self.from = from
        self.to = to
        self.start = start
        self.end = end
    }

    func overlaps(_ other: ServiceSpan) -> Bool { start <= other.end && other.start <= end }

    /// The time both cover.
    func shared(with other: ServiceSpan) -> ServiceSpan {
        let start = max(start, other.start)
        return ServiceSpan(from: from, to: to, start: start, end: max(start, min(end, other.end)))
    }

    /// Months covered by any of the spans.
    static func months(of spans: [ServiceSpan]) -> Int {
        var total = 0
        var covered = Int.min
        for span in spans.sorted(by: { $0.start < $1.start }) {
            total += max(0, span.end - max(span.start, covered))
            covered = max(covered, span.end)
        }
        return total
    }
}

extension YearMonth {
    /// Months since year 0, for arithmetic.
    var ordinal: Int { year * 12 + month - 1 }
}
