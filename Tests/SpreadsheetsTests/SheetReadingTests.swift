#if Spreadsheets
    import Foundation
    import Interchange
    import PluginKit
    import Testing

    @testable import Spreadsheets

    @Suite struct SheetReadingTests {
        static let strings = """
            <si><t>西湖区</t></si><si><r><t>巡察</t></r><r><t xml:space="preserve"> 组</t></r></si>\
            <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si><si/>
            """
        /// Styles 0 plain, 1 built-in date, 2 custom date, 3 `0.00`, 4 `000000`, 5 time, 6 text, 7 Chinese month, 8 red number.
        static let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>\
            <numFmt numFmtId="165" formatCode="000000"/><numFmt numFmtId="166" formatCode="[Red]#,##0.00;d"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/><xf numFmtId="165"/>\
            <xf numFmtId="20"/><xf numFmtId="49"/><xf numFmtId="57"/><xf numFmtId="166"/></cellXfs>
            """

        struct Case: Sendable, CustomTestStringConvertible {
            var xml: String
            var text: String
            var problem: String?
            var testDescription: String { xml }

            init(_ xml: String, _ text: String, problem: String? = nil) {
                (self.xml, self.text, self.problem) = (xml, text, problem)
            }
        }

        static let cases: [Case] = [
            Case(#"<c t="s"><v>0</v></c>"#, "西湖区"), Case(#"<c t="s"><v>1</v></c>"#, "巡察 组"),
            Case(#"<c t="s"><v>2</v></c>"#, "東京"), Case(#"<c t="s"><v>3</v></c>"#, "a\rb_x0041_"),
            Case(#"<c t="s"><v>4</v></c>"#, ""),
            Case(#"<c t="s"><v>9</v></c>"#, "9", problem: "notNumber"),
            Case(#"<c t="inlineStr"><is><t>甲</t><rPh><t>x</t></rPh><r><t>乙</t></r></is></c>"#, "甲乙"),
            Case(#"<c t="inlineStr"><is><t>=1+1</t></is></c>"#, "=1+1"), Case(#"<c t="b"><v>1</v></c>"#, "TRUE"),
            Case(#"<c t="b"><v>0</v></c>"#, "FALSE"), Case(#"<c t="e"><v>#N/A</v></c>"#, "#N/A", problem: "error"),
            Case(#"<c t="d"><v>2024-06-01T00:00:00</v></c>"#, "2024-06-01"),
            Case(#"<c t="d"><v>2024-06-01T08:30:00</v></c>"#, "2024-06-01 08:30:00"),
            Case("<c><v>13800009668</v></c>", "13800009668"), Case("<c><v>1.3800009668E10</v></c>", "13800009668"),
            Case("<c><v>1981.06</v></c>", "1981.06"), Case("<c><v>0.30000000000000004</v></c>", "0.3"),
            Case("<c><v>1.0000000000000001E-5</v></c>", "0.00001"), Case("<c><v>-5</v></c>", "-5"),
            Case("<c><v>330106198001011234</v></c>", "330106198001011234", problem: "digitsLost"),
            Case("<c><v>3.3010619800101101E+17</v></c>", "330106198001011010", problem: "digitsLost"),
            Case("<c><v>x</v></c>", "x", problem: "notNumber"), Case("<c><v>nan</v></c>", "nan", problem: "notNumber"),
            Case(#"<c s="1"><v>29221</v></c>"#, "1980-01-01"), Case(#"<c s="2"><v>29221</v></c>"#, "1980-01-01"),
            Case(#"<c s="7"><v>29221</v></c>"#, "1980-01-01"),
            Case(#"<c s="1"><v>29221.354166666668</v></c>"#, "1980-01-01 08:30"),
            Case(#"<c s="1"><v>29221.999999999</v></c>"#, "1980-01-02"),
            Case(#"<c s="1"><v>-3</v></c>"#, "-3", problem: "noSuchDate"),
            Case(#"<c s="1"><v>60</v></c>"#, "60", problem: "noSuchDate"),
            Case(#"<c s="1"><v>1e300</v></c>"#, "1e300", problem: "noSuchDate"),
            Case(#"<c s="5"><v>0.354166666666667</v></c>"#, "08:30"), Case(#"<c s="5"><v>1.5</v></c>"#, "36:00"),
            Case(#"<c s="5"><v>0.35421296296</v></c>"#, "08:30:04"), Case(#"<c s="3"><v>1980.1</v></c>"#, "1980.10"),
            Case(#"<c s="3"><v>12.345</v></c>"#, "12.345"), Case(#"<c s="3"><v>-7</v></c>"#, "-7.00"),
            Case(#"<c s="4"><v>42</v></c>"#, "000042"),
            Case(#"<c s="6"><v>42</v></c>"#, "42"), Case(#"<c s="8"><v>1234.5</v></c>"#, "1234.5"),
            Case(#"<c s="99"><v>42</v></c>"#, "42"),
            Case("<c><f>1+1</f><v>2</v></c>", "2"), Case(#"<c t="str"><f>A1&amp;"x"</f><v>甲x</v></c>"#, "甲x"),
            Case(#"<c t="str"><f>""</f><v></v></c>"#, ""), Case("<c><f>SUM(A1:A2)</f></c>", "", problem: "formulaWithoutValue"),
            Case("<c><f>SUM(A1:A2)</f><v/></c>", "", problem: "formulaWithoutValue"),
            Case(#"<c><f t="shared" si="0"/></c>"#, "", problem: "formulaWithoutValue"), Case(#"<c s="1"/>"#, ""),
        ]

        @Test(arguments: cases) func readsCell(_ example: Case) throws {
            let rows = #"<row><c t="inlineStr"><is><t>头</t></is></c></row><row>\#(example.xml)<c><v>1</v></c></row>"#
            let file = try PlantedWorkbook(rows: rows, styles: Self.styles, strings: Self.strings).data()
            let table = try XLSX.read(file)
            let row = try #require(table.rows.first)
            #expect(row.cells == [example.text, "1"])
            #expect(row.problems[0]?.key == example.problem.map { "spreadsheets.cell.\($0)" })
            for language in Language.allCases {
                _ = try row.problems[0].map {
                    try sentence($0, in: language, plugins: [InterchangePlugin.self, SpreadsheetsPlugin.self])
                }
            }
        }

        @Test func keepsPlacesAndRowNumbers() throws {
            let rows = """
                <row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="3"/><row r="7"><c r="A7" s="1"/></row>\
                <row r="9"><c r="A9"><v>3</v></c><c><v>4</v></c></row><row><c r="C10"><v>5</v></c></row>
                """
            let table = try XLSX.read(try PlantedWorkbook(rows: rows).data())
            #expect(table.header == ["", "1", "", "2"])
            #expect(table.headerNumber == 2)
            #expect(table.rows == [SourceRow(number: 9, cells: ["3", "4"]), SourceRow(number: 10, cells: ["", "", "5"])])
        }

        @Test func countsFrom1904() throws {
            let rows = #"<row><c s="1"><v>27759</v></c></row>"#
            for properties in [#"date1904="1""#, #"date1904="true""#] {
                let file = try PlantedWorkbook(rows: rows, styles: Self.styles, properties: properties).data()
                #expect(try XLSX.read(file).header == ["1980-01-01"])
            }
        }

        @Test func readsTheFirstVisibleSheetOrTheNamedOne() throws {
            var book = PlantedWorkbook(rows: "<row><c><v>1</v></c></row>")
            book.set(
                "xl/w/other.xml",
                "<x:worksheet xmlns:x='n'><x:sheetData><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>")
            book.set(
                "xl/_rels/workbook.xml.rels",
                PlantedWorkbook.relationships([
                    ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "./w/../w/other.xml"),
                    ("r3", "chartsheet", "c.xml"),
                ]))
            book.set(
                "xl/workbook.xml",
                PlantedWorkbook.workbook([("图", "r3", "visible"), ("藏", "r1", "hidden"), ("乙", "r2", "visible")]))
            let file = try book.data()
            #expect(try XLSX.read(file).header == ["2"])
            #expect(try XLSX.format.readSheet?(file, "藏", ReadLimits()).header == ["1"])
            let found = refusals { _ = try XLSX.read(file, sheet: "丙") }
            #expect(found == [Rule.invalid.refused("workbookSheet", ["sheet": "丙", "known": "藏, 乙"])])
        }

        @Test func ignoresElementsOutsideTheData() throws {
            var book = PlantedWorkbook(rows: "")
            book.set(
                "xl/worksheets/sheet1.xml",
                """
                <worksheet><cols/><sheetData><row><c><v>1</v></c></row></sheetData><controls><row>5</row></controls>\
                <extLst><f>A1</f><c><v>2</v></c></extLst></worksheet>
                """)
            let table = try XLSX.read(try book.data())
            #expect(table.header == ["1"])
            #expect(table.rows == [])
        }

        @Test(arguments: [
            ("yyyy-mm-dd", NumberFormat.date), (#"m"月"d"日""#, .date), ("[$-804]yyyy年m月;@", .date), ("mmm", .date),
            ("h:mm AM/PM", .time),
            ("[h]:mm:ss", .time), ("mm:ss.0", .time), ("General", .plain), ("#,##0", .plain),
            (#""day"0"#, .padded(whole: 1, fraction: 0)),
            ("0.00_ ", .padded(whole: 1, fraction: 2)), ("[Red]0", .padded(whole: 1, fraction: 0)), ("0.00E+00", .plain),
            ("@", .plain),
            (#"\d0"#, .padded(whole: 1, fraction: 0)), ("", .plain),
        ]) func knowsFormats(_ code: String, _ expected: NumberFormat) {
            #expect(NumberFormat(code: code) == expected)
        }

        @Test(arguments: [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) func builtInDates(_ id: Int) {
            #expect(NumberFormat(builtIn: id) == .date)
        }

        @Test(arguments: [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]) func builtInTimes(_ id: Int) {
            #expect(NumberFormat(builtIn: id) == .time)
        }
    }
#endif
