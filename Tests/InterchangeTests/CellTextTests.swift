import Interchange
import PluginKit
import Testing

@Suite struct CellTextTests {
    @Test(arguments: [
        ("西湖区商务局", "value", "西湖区商务局"), ("西湖区商务局　", "normalised", "西湖区商务局"), ("\u{A0}a\u{200B}", "normalised", "a"),
        ("Ａ１２", "normalised", "A12"), ("（甲）", "value", "（甲）"), ("e\u{301}", "normalised", "\u{E9}"), ("\t\n　", "empty", ""),
    ]) func text(_ raw: String, _ kind: String, _ value: String) throws {
        let reading = Cells.text(raw)
        try expect(reading, kind: kind, values: kind == "empty" ? [] : [value], key: kind == "normalised" ? "rewritten" : nil)
        #expect((reading.certain ?? "").utf8.elementsEqual(value.utf8))
    }

    @Test func notesKeepTheirCharacters() {
        #expect(Cells.note("=SUM(A1)") == .value("=SUM(A1)"))
        #expect(Cells.note("１，２\n３") == .value("１，２\n３"))
        #expect(Cells.note(" 甲 ").certain == "甲")
    }

    @Test(arguments: [("=1+1", true), (" ＝1", true), ("+86", true), ("-甲", true), ("@某", true), ("甲=1", false), ("", false)])
    func formulas(_ text: String, _ expected: Bool) {
        #expect(Cells.looksLikeFormula(text) == expected)
    }

    @Test(
        arguments: [
            ("王小明", "value", ["王小明"], nil), ("汪　明哲", "normalised", ["汪明哲"], "rewritten"),
            ("谢 春梅", "normalised", ["谢春梅"], "rewritten"), ("侯淑华  ", "normalised", ["侯淑华"], "rewritten"),
            ("古丽·买买提", "value", ["古丽·买买提"], nil), ("张〇一", "value", ["张〇一"], nil),
            ("John Smith", "value", ["John Smith"], nil),
            ("John  Smith", "normalised", ["John Smith"], "rewritten"), ("郭慧（女）", "ambiguous", ["郭慧"], "nameRemark"),
            ("=cmd|'/c calc'!A1", "invalid", [], "formula"), ("王5", "invalid", [], "notName"), ("　　", "empty", [], nil),
        ] as [(String, String, [String], String?)])
    func names(_ text: String, _ kind: String, _ values: [String], _ key: String?) throws {
        try expect(Cells.personName(text), kind: kind, values: values, key: key)
    }

    @Test(
        arguments: [
            ("13800001395", "value", ["13800001395"], nil), ("１３８００００２２０２", "normalised", ["13800002202"], "rewritten"),
            ("+8613800001395", "normalised", ["13800001395"], "rewritten"),
            ("138 0000 1395", "normalised", ["13800001395"], "rewritten"),
            ("0086-138-0000-1395", "normalised", ["13800001395"], "rewritten"), ("1.38E+10", "invalid", [], "digitsLost"),
            ("1.3800001395E10", "normalised", ["13800001395"], "rewritten"), ("1380000477", "ambiguous", [], "phoneLength"),
            ("138000013955", "ambiguous", [], "phoneLength"), ("13800001395.0", "ambiguous", [], "phoneLength"),
            ("0571-87654321", "value", ["0571-87654321"], nil), ("(010)12345678", "normalised", ["010-12345678"], "rewritten"),
            ("87654321", "value", ["87654321"], nil), ("无", "invalid", [], "notPhone"), ("E+10", "invalid", [], "notPhone"),
            (" ", "empty", [], nil),
        ] as [(String, String, [String], String?)])
    func phones(_ text: String, _ kind: String, _ values: [String], _ key: String?) throws {
        try expect(Cells.phone(text), kind: kind, values: values, key: key)
    }

    @Test(
        arguments: [
            ("男", "value", ["男"], nil), (" 男", "normalised", ["男"], "rewritten"), ("M", "normalised", ["男"], "rewritten"),
            ("不明", "ambiguous", [], "notInList"), ("", "empty", [], nil),
        ] as [(String, String, [String], String?)])
    func choices(_ text: String, _ kind: String, _ values: [String], _ key: String?) throws {
        try expect(Cells.choice(text, among: ["男", "女"], aliases: ["M": "男"]), kind: kind, values: values, key: key)
    }

    @Test func lists() {
        #expect(Cells.list("甲;乙") == .value(["甲", "乙"]))
        #expect(
            Cells.list("甲；乙\n 丙;") == .normalised(["甲", "乙", "丙"], Message("interchange.cell.rewritten", ["value": "甲;乙;丙"])))
        #expect(Cells.list("甲|乙", separator: "|", others: []) == .value(["甲", "乙"]))
        #expect(Cells.list(" ; ") == .empty)
    }

    @Test(
        arguments: [
            ("12", 0, "value", [12], nil), ("-5", 0, "value", [-5], nil), ("１２", 0, "normalised", [12], "rewritten"),
            ("12.0", 0, "normalised", [12], "rewritten"), ("1,234", 0, "normalised", [1234], "rewritten"),
            ("+7", 0, "normalised", [7], "rewritten"),
            ("12.5", 2, "value", [1250], nil), ("12.50", 2, "value", [1250], nil), ("-0.05", 2, "value", [-5], nil),
            ("-1,234,567.5", 1, "normalised", [-12_345_675], "rewritten"), ("12.345", 2, "invalid", [], "tooManyPlaces"),
            ("12.5", 0, "invalid", [], "tooManyPlaces"), ("99999999999999999999", 0, "invalid", [], "tooManyPlaces"),
            ("1,23", 0, "invalid", [], "notNumber"), ("一", 0, "invalid", [], "notNumber"), ("1e5", 0, "invalid", [], "notNumber"),
            ("", 0, "empty", [], nil),
        ] as [(String, Int, String, [Int], String?)])
    func numbers(_ text: String, _ places: Int, _ kind: String, _ values: [Int], _ key: String?) throws {
        try expect(Cells.fixedPoint(text, places: places), kind: kind, values: values.map(\.description), key: key)
    }
}
