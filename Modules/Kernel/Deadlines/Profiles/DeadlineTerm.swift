/// What a profile says about one deadline.
public struct DeadlineTerm: Sendable, Hashable, Codable {
    public var key: DeadlineKey
    public var period: Period
    /// Counts from the end of this deadline instead of the start event: the evaluation from the end of ``DeadlineKey/concentrated``.
    public var after: DeadlineKey?
    /// Where the deadline is a window: when it opens, counted like the period.
    public var opens: Period?
    /// What neither the period nor an extension may ever pass, counted like the period.
    public var limit: Period?
    /// An event that ends the deadline if it comes first.
    public var endsBy: DeadlineEvent?
    /// Where the value comes from: source numbers of the domain reference (`S7`), `seed`, `design` for a proposal, `OK-U` for
    /// something not verified, or a document number of one's own.
    public var sources: [String]

    public init(
        _ key: DeadlineKey, _ period: Period, after: DeadlineKey? = nil, opens: Period? = nil, limit: Period? = nil,
        endsBy: DeadlineEvent? = nil, sources: [String]
    ) {
        self.key = key
        self.period = period
        self.after = after
        self.opens = opens
        self.limit = limit
        self.endsBy = endsBy
        self.sources = sources
    }

    /// Whether the value is to be confirmed locally before people are told it is a rule.
    public var isUnverified: Bool { sources.contains("OK-U") }
}
