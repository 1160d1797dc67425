import PluginKit

/// The numbered rules about deadlines.
public enum DeadlineRules {
    /// Clocks count by the profile and the holiday table; a year without a table is refused, never guessed.
    public static let holidayTable = Rule("R-RND-09", .rule, source: "domain 6.1, 3.2")
    /// No item is due after the end of all rectification.
    public static let dueBeforeEnd = Rule("R-RCT-02", .rule, source: "domain 6.9")
    /// Letters by colour, once each.
    public static let letters = Rule("R-RCT-07", .rule, source: "domain 6.9, 3.3")
    /// One extension; another only by override of the leading group.
    public static let oneExtension = Rule("R-RCT-09", .rule, source: "domain 6.9", isSoft: true)

    /// All of them.
    public static let all: [Rule] = [holidayTable, dueBeforeEnd, letters, oneExtension]
}
