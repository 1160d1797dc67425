/// What a roster says of rounds that somebody served in: `参加过上一轮巡察`, `参加过第三轮巡察`, `参加过2次巡察`.
///
/// Which round it was the program cannot tell; it is kept in the roster's own words. What is said otherwise stays a remark.
struct ServiceRemark: Sendable, Equatable {
    /// How many rounds at least.
    var rounds: Int
    /// What the roster says, without the words around it: `上一轮`, `第三轮`, `2次`, or `巡察` where it says no more.
    var words: String

    /// Nil where the remark says nothing of service, or that there was none.
    init?(_ remark: String?) {
        guard let remark, let start = remark.firstRange(of: "参加过"),
            let end = remark[start.upperBound...].firstRange(of: "巡察")
        else { return nil }
        if ["未", "没", "没有"].contains(where: remark[..<start.lowerBound].hasSuffix) { return nil }
        let between = remark[start.upperBound..<end.lowerBound].filter { !$0.isWhitespace }
        guard between.count <= 16, !between.contains(where: { "，。；,;".contains($0) }) else { return nil }
        words = between.isEmpty ? "巡察" : between
        rounds = Self.count(between)
    }

    init?(count: Int?) {
        guard let count, count > 0 else { return nil }
        rounds = count
        words = "\(count)次"
    }

    /// The number before 轮 or 次 where it counts; `第三轮` is one round.
    private static func count(_ text: String) -> Int {
        guard let last = text.last, "轮次".contains(last), !text.contains("第") else { return 1 }
        let digits = text.dropLast().reversed().prefix { $0.isNumber || numerals[$0] != nil }.reversed()
        let number = String(digits)
        return min(99, max(1, Int(number) ?? (number.count == 1 ? number.first.flatMap { numerals[$0] } : nil) ?? 1))
    }

    private static let numerals: [Character: Int] = [
        "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]
}
