import Foundation
import HostKit
import Operations
import PluginKit
import Testing

private struct Line: Tabular {
    var title: String
    var count: Int?
    var share: String
    static let columns: [TableColumn<Line>] = [
        .text("title") { $0.title },
        .integer("count") { $0.count },
        .decimal("share") { $0.share },
        TableColumn("colour") { _ in Colour.red.value },
    ]
}

@Suite struct AnswerFormatTests {
    private let text = ValueText(strings: sampleStrings, language: .zhHans)
    private let lines = [Line(title: "问\"题\"\n一", count: 1, share: "76.00"), Line(title: "=SUM(A1)", count: nil, share: "—")]

    @Test func listsAreArraysWithKeysInTheirOrder() {
        let expected = """
            [
              {"title": "问\\"题\\"\\n一", "count": 1, "share": 76.00, "colour": "red"},
              {"title": "=SUM(A1)", "count": null, "share": "—", "colour": "red"}
            ]
            """
        #expect(AnswerJSON(text).encode(Answer(list: lines)) == expected)
    }

    @Test func recordsAreObjectsWithTheirSections() {
        var answer = Answer(record: lines[1])
        answer.sections = [("unit.history", Answer(list: [lines[0]])), ("unit.none", Answer(list: [Line]()))]
        let expected = """
            {
              "title": "=SUM(A1)",
              "count": null,
              "share": "—",
              "colour": "red",
              "history": [
                {"title": "问\\"题\\"\\n一", "count": 1, "share": 76.00, "colour": "red"}
              ],
              "none": []
            }
            """
        #expect(AnswerJSON(text).encode(answer) == expected)
    }

    @Test func everyValueIsValidJSON() throws {
        let values: [Value] = [
            .none, .text("\u{1}\\\t\u{2028}"), .integer(-1), .decimal("0.50"), .decimal("-3"), .decimal("01"), .decimal("1."),
            .date(CalendarDate(dayNumber: 0)), .flag(true), .word(code: "c", key: "k"), .list([.integer(1), .text("a")]),
            .phrase(Message("colour.red")),
        ]
        let answer = Answer(shape: .record, columns: values.indices.map { "k\($0)" }, rows: [values])
        let json = try JSONSerialization.jsonObject(with: Data(AnswerJSON(text).encode(answer).utf8))
        let object = try #require(json as? [String: Any])
        #expect(object.count == values.count)
        #expect(object["k1"] as? String == "\u{1}\\\t\u{2028}")
        #expect(object["k5"] as? String == "01")
        #expect(object["k11"] as? String == "红色")
    }

    @Test func csvIsQuotedAndDisarmed() {
        #expect(
            AnswerCSV(text).encode(Answer(list: lines))
                == "标题,数量,占比,颜色\r\n\"问\"\"题\"\"\n一\",1,76.00,红色\r\n'=SUM(A1),,—,红色\r\n")
    }

    @Test(arguments: [("-5", "-5"), ("-5a", "'-5a"), ("+1", "'+1"), ("@x", "'@x"), ("\tx", "'\tx"), ("a=b", "a=b"), ("-", "'-")])
    func formulasInTextAreDisarmed(_ cell: String, _ written: String) {
        let answer = Answer(shape: .list, columns: ["title"], rows: [[.text(cell)]])
        #expect(AnswerCSV(text).encode(answer) == "标题\r\n\(written)\r\n")
    }
}
