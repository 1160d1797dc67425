#if Spreadsheets
    import Foundation
    import Interchange
    import PluginKit
    import Spreadsheets
    import Testing

    @Suite struct SampleWorkbookTests {
        static let fields = [
            FieldName("name", ["姓名"], required: true), FieldName("born", ["出生年月"], required: true), FieldName("unit", ["单位"]),
            FieldName("phone", ["联系方式"]),
        ]

        @Test func readsTheRosterLikeItsCSV() throws {
            let workbook = try XLSX.read(try Sample.data("cadres/pool-sample.xlsx")).withHeader(matching: Self.fields)
            let csv = try CSV.read(try Sample.data("cadres/pool-sample.csv")).withHeader(matching: Self.fields)
            #expect(workbook.header == csv.header)
            #expect(workbook.rows.count == 160)
            for (left, right) in zip(workbook.rows, csv.rows) {
                #expect(left.number == right.number)
                #expect((0..<17).map { left[$0] } == (0..<17).map { right[$0] })
            }
        }

        /// The workbook has a title above, remarks below, and some dates and phones stored as dates and numbers.
        @Test func readsTheDirtyRosterLikeItsCSV() throws {
            let workbook = try XLSX.read(try Sample.data("cadres/pool-sample-dirty.xlsx")).withHeader(matching: Self.fields)
            let csv = try CSV.read(try Sample.data("cadres/pool-sample-dirty.csv")).withHeader(matching: Self.fields)
            #expect(workbook.headerNumber == 2)
            #expect(workbook.remarks.map(\.number) == [1, 84])
            #expect(workbook.rows.map(\.number) == csv.rows.map { $0.number + 1 })
            #expect(workbook.rows.allSatisfy { $0.problems.isEmpty })
            var storedDifferently = 0
            for (left, right) in zip(workbook.rows, csv.rows) {
                for column in csv.header.indices where left[column] != right[column] {
                    storedDifferently += 1
                    let month = Cells.yearMonth(left[column]).map(otherwise: Message("")) { $0.description }
                    let isKnown =
                        csv.header[column] == "出生年月" && (month.certain == right[column] || left.number == 70 || left.number == 71)
                    #expect(isKnown, "row \(left.number): \(left[column]) instead of \(right[column])")
                }
            }
            #expect(storedDifferently == 14)
        }

        @Test func readsTheSecondSheetByName() throws {
            let table = try XLSX.read(try Sample.data("cadres/pool-sample-dirty.xlsx"), sheet: "填表说明")
            #expect(table.header == ["出生年月、入党时间填写格式：1980.01"])
            #expect(table.rows.map(\.number) == [2])
        }

        @Test func previewsAWorkbookAsAnyOtherTable() throws {
            let table = try XLSX.read(try Sample.data("cadres/pool-sample-dirty.xlsx"))
            let preview = try ImportPreview(table, fields: Self.fields) { reader in
                _ = reader.value("born") { Cells.yearMonth($0, notAfter: YearMonth("2024.06")) }
                return reader.required("name", Cells.personName)
            }
            #expect(preview.report.rowsRead == 80)
            #expect(preview.report.refused == preview.report.rowsRead - preview.report.accepted)
            #expect(preview.report.faults.contains { $0.row == 7 && $0.column == "姓名" && $0.severity == .refused })
            #expect(preview.report.remarks.count == 2)
        }
    }
#endif
