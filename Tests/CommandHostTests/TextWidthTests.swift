import Operations
import PluginKit
import Testing

@testable import CommandHost

enum TextWidthProbe {
    static func width(_ text: String) -> Int { TextWidth.of(text) }
}

@Suite struct TextWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("巡察", 4), ("ａ", 2), ("ﾊ", 1), ("e\u{301}", 1), ("é", 1), ("「」", 4), ("，", 2), ("…", 1), ("🙂", 2),
        ("❤\u{FE0F}", 2), ("한", 2), ("A巡1", 4), ("\u{200B}", 0),
    ])
    func chineseTakesTwoColumns(_ text: String, _ width: Int) {
        #expect(TextWidth.of(text) == width)
    }

    @Test(arguments: [("巡察办", 6, "巡察办"), ("巡察办", 5, "巡察…"), ("巡察办", 4, "巡…"), ("巡察办", 3, "巡…"), ("abcdef", 3, "ab…"), ("ab", 3, "ab")])
    func cutTextNeverGrowsTooWide(_ text: String, _ width: Int, _ cut: String) {
        #expect(TextWidth.cut(text, to: width) == cut)
        #expect(TextWidth.of(TextWidth.cut(text, to: width)) <= width)
    }

    @Test func paddingCountsColumns() {
        #expect(TextWidth.padded("巡", to: 4) == "巡  ")
        #expect(TextWidth.padded("12", to: 4, alignRight: true) == "  12")
    }

    @Test(arguments: [(0, 10, 0), (5, 10, 15), (10, 10, 30), (20, 10, 30), (-1, 10, 0)])
    func theProgressBarFills(_ done: Int, _ total: Int, _ filled: Int) {
        #expect(ProgressBar.line(done, total).filter { $0 == "#" }.count == filled)
    }
}
