import Interchange
import PluginKit
import Testing

@testable import Operations

@Suite struct FaultExcerptTests {
    private func fault(_ row: Int, _ message: String = "present", summary: Message? = nil) -> RowFault {
        RowFault(row: row, column: "日期", value: "\(row)", message: Message(message), severity: .notice, summary: summary)
    }

    private func shown(_ excerpt: Excerpt?) -> [String] {
        (excerpt?.rows ?? []).map { row in
            row.map { value in
                switch value {
                case .integer(let number): "\(number)"
                case .text(let text): text
                case .word(let code, _): code
                case .phrase(let message): ([message.key] + message.arguments.values.map { "\($0)" }).joined(separator: " ")
                default: "?"
                }
            }.joined(separator: " | ")
        }
    }

    @Test func aShortListIsLeftAsItIs() { #expect(FaultExcerpt.of((1...20).map { fault($0) }) == nil) }

    @Test func whatHoldsOfManyRowsIsSaidOnce() {
        let excerpt = FaultExcerpt.of((2...2401).map { fault($0) } + [fault(9, "future")])
        #expect(
            shown(excerpt) == [
                "2–2401 | 日期 | import.alike text(\"2400\") | notice | present", "9 | 日期 | 9 | notice | future",
            ])
        #expect(excerpt?.left == 0)
    }

    @Test func messagesThatNameOtherRowsStandTogetherByTheirSummary() {
        let faults = (1...30).map { fault(2 * $0, "twice\($0)", summary: Message("twiceMany")) }
        #expect(
            shown(FaultExcerpt.of(faults)) == ["2, 4, 6, 8 … | 日期 | import.alike text(\"30\") | notice | twiceMany"])
    }

    @Test func whatIsLeftOutIsCounted() {
        let excerpt = FaultExcerpt.of((1...25).map { fault($0, "m\($0)") } + [fault(30, "m25"), fault(31, "m1")])
        #expect(excerpt?.rows.count == 20)
        #expect(excerpt?.left == 6)
    }

    @Test(arguments: [([5], "5"), ([2, 3, 4, 9], "2–4, 9"), ([9, 3, 9], "3, 9"), ([1, 3, 5, 7, 9], "1, 3, 5, 7 …")])
    func rowsAreNamedInRuns(rows: [Int], text: String) { #expect(FaultExcerpt.places(rows) == text) }
}
