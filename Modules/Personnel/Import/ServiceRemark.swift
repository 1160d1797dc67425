import Interchange

/// What a roster says of rounds that somebody served in: `参加过上一轮巡察`, `参加过第三轮巡察`, `参加过2次巡察`.
///
/// Which round it was the program cannot tell; it is kept in the roster's own words. What is said otherwise stays a remark.
struct ServiceRemark: Sendable, Equatable {
    /// How many rounds at least.
    let rounds: Int
    /// What the roster says, without the words around it: `上一轮`, `第三轮`, `2次`, or `巡察` where it says no more.
    let words: String

    /// Nil where the remark says nothing of service, or that there was none.
    init?(_ remark: String?) {
        guard let remark, let start = remark.firstRange(of: "参加过"),
            let end = remark[start.upperBound...].firstRange(of: "巡察")
        else { return nil }
        if ["未", "没", "没有"].contains(where: remark[..<start.lowerBound].hasSuffix) { return nil }
        let between = remark[start.upperBound..<end.lowerBound].filter { !$0.isWhitespace }
        guard between.count <= 16, !between.contains(where: { "，。；,;".contains($0) }) else { return nil }
        self.init(words: between.isEmpty ? "巡察" : between)
    }

    init?(count: Int?) {
        guard let count, count > 0 else { return nil }
        self.init(words: "\(count)次")
    }

    private init(words: String) {
        self.words = words
        rounds = Self.count(words)
    }

    // MARK: As a service keeps it

    /// The round of the service: the words with the month of the roster, `上一轮（2024.06）`.
    func round(asOf month: YearMonth) -> String { "\(words)（\(month)）" }

    /// What the round of a service that a roster told says.
    init(round: String) {
        self.init(words: round.lastIndex(of: "（").map { String(round[..<$0]) } ?? round)
    }

    /// The number of the round where the words name one: 3 in `第三轮`.
    var number: Int? {
        guard let start = words.firstIndex(of: "第"), words.hasSuffix("轮") else { return nil }
        return Self.number(words[words.index(after: start)...].dropLast())
    }

    /// Whether a round's code, `14-3`, may be the one that the words name; the term counts where they say it (`十四届第三轮`).
    func isRound(_ code: String) -> Bool {
        guard code != words else { return true }
        let parts = code.split(separator: "-")
        guard let number, parts.count == 2, Int(parts[1]) == number else { return false }
        guard let term = words.firstIndex(of: "届").flatMap({ Self.number(words[..<$0].drop { $0 == "第" }) }) else { return true }
        return Int(parts[0]) == term
    }

    // MARK: Numbers in words

    /// The number before 轮 or 次 where it counts; `第三轮` is one round.
    private static func count(_ text: String) -> Int {
        guard let last = text.last, "轮次".contains(last), !text.contains("第") else { return 1 }
        let digits = text.dropLast().reversed().prefix { $0.isNumber || numerals[$0] != nil || $0 == "十" }.reversed()
        return min(99, max(1, number(String(digits)) ?? 1))
    }

    /// A number below a hundred in digits or in Chinese: 3, 三, 十四, 二十一.
    private static func number(_ text: some StringProtocol) -> Int? {
        if let number = Int(text) { return number }
        let parts = text.split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
        let places = parts.map { part in part.count == 1 ? part.first.flatMap { numerals[$0] } : nil }
        guard parts.count == 2 else { return places.first ?? nil }
        guard let tens = parts[0].isEmpty ? 1 : places[0], let ones = parts[1].isEmpty ? 0 : places[1] else { return nil }
        return tens * 10 + ones
    }

    private static let numerals: [Character: Int] = [
        "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
}
