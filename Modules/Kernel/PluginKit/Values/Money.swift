/// Money as whole fen.
public enum Money {
    /// Reads an amount in 元 with at most two decimals, `12,345.60` or `12345.6`; nil for anything else, negative amounts included.
    public static func fen(_ text: String) -> Int64? {
        Percent.hundredths(text.replacing(",", with: "").replacing("，", with: ""), upTo: 10_000_000_000_000).map(Int64.init)
    }
}
