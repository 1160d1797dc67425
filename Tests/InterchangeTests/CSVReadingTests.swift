import Foundation
import Interchange
import PluginKit
import Testing

@Suite struct CSVReadingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var header: [String] = ["a", "b"]
        var rows: [[String]]
        var numbers: [Int]
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "LF", text: "a,b\n1,2\n3,4\n", rows: [["1", "2"], ["3", "4"]], numbers: [2, 3]),
        Case(name: "CRLF", text: "a,b\r\n1,2\r\n3,4\r\n", rows: [["1", "2"], ["3", "4"]], numbers: [2, 3]),
        Case(name: "CR", text: "a,b\r1,2\r3,4", rows: [["1", "2"], ["3", "4"]], numbers: [2, 3]),
        Case(
            name: "mixed line ends", text: "a,b\r\n1,2\n3,4\r5,6", rows: [["1", "2"], ["3", "4"], ["5", "6"]], numbers: [2, 3, 4]),
        Case(
            name: "quoted line break", text: "a,b\n\"1\r\nx\",2\n3,4\n", rows: [["1\r\nx", "2"], ["3", "4"]], numbers: [2, 3]),
        Case(name: "doubled quotes", text: "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", rows: [["say \"hi\"", "\""]], numbers: [2]),
        Case(name: "quoted separator", text: "a,b\n\"1,5\",2", rows: [["1,5", "2"]], numbers: [2]),
        Case(name: "quote inside a bare cell", text: "a,b\n5\" pipe,2", rows: [["5\" pipe", "2"]], numbers: [2]),
        Case(name: "spaces after a quote", text: "a,b\n\"1\"  ,2", rows: [["1", "2"]], numbers: [2]),
        Case(
            name: "blank lines are counted", text: "a,b\n1,2\n\n\n3,4\n\n\n", rows: [["1", "2"], ["3", "4"]], numbers: [2, 5]),
        Case(name: "empty cells are a row", text: "a,b\n,\n\"\"\n", rows: [["", ""], [""]], numbers: [2, 3]),
        Case(name: "short and long rows", text: "a,b\n1\n1,2,3\n", rows: [["1"], ["1", "2", "3"]], numbers: [2, 3]),
        Case(name: "separator at the end", text: "a,b\n1,", rows: [["1", ""]], numbers: [2]),
        Case(name: "spaces stay", text: "a,b\n 1 ,　2", rows: [[" 1 ", "　2"]], numbers: [2]),
        Case(name: "tabs", text: "a\tb\n1,5\t2", rows: [["1,5", "2"]], numbers: [2]),
        Case(name: "formulas are data", text: "a,b\n=1+1,@x", rows: [["=1+1", "@x"]], numbers: [2]),
        Case(
            name: "escapes are undone", text: "a,b\n'=1+1,\"'-2\"\n'tis,''+3", rows: [["=1+1", "-2"], ["'tis", "'+3"]],
            numbers: [2, 3]),
        Case(name: "nothing", text: "", header: [], rows: [], numbers: []),
        Case(name: "blank lines only", text: "\n\r\n\r", header: [], rows: [], numbers: []),
    ]

    @Test(arguments: cases) func reads(_ example: Case) throws {
        let table = try CSV.read(Data(example.text.utf8))
        #expect(table.header == example.header)
        #expect(table.rows.map(\.cells) == example.rows)
        #expect(table.rows.map(\.number) == example.numbers)
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", "tableQuoteOpen", ["row": "2", "column": "2"]),
        ("a,b\n1,2\n\"x\ny\",3\n\"", "tableQuoteOpen", ["row": "4", "column": "1"]),
        ("a,b\n\"1\"x,2\n", "tableQuoteTail", ["row": "2", "column": "1"]),
        ("PK\u{3}\u{4}…", "tableIsWorkbook", [:]),
    ]) func refuses(_ text: String, _ variant: String, _ arguments: [String: String]) throws {
        let found = refusals { _ = try CSV.read(Data(text.utf8)) }
        #expect(found == [Rule.invalid.refused(variant, arguments.mapValues(Message.Argument.text))])
        for language in Language.allCases { _ = try found.map { try sentence($0.message, in: language) } }
    }

    @Test(arguments: [
        (ReadLimits(bytes: 12), "tableBytes"), (ReadLimits(rows: 2), "tableRows"),
        (ReadLimits(columns: 1), "tableColumns"), (ReadLimits(cells: 5), "tableCells"),
        (ReadLimits(cellCharacters: 3), "tableCell"),
    ]) func keepsToLimits(_ limits: ReadLimits, _ variant: String) throws {
        let data = Data("a,b\n汉字汉字,2\n3,4".utf8)
        let found = refusals { _ = try CSV.read(data, limits: limits) }
        #expect(found.map(\.message.key) == ["E-VAL.refusal.\(variant)"])
        for language in Language.allCases { _ = try found.map { try sentence($0.message, in: language) } }
        #expect(
            try CSV.read(data, limits: ReadLimits(bytes: 100, rows: 3, columns: 2, cellCharacters: 4, cells: 6)).rows.count == 2)
    }
}
