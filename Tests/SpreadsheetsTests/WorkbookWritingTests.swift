#if Spreadsheets
    import CZip
    import Foundation
    import Interchange
    import PluginKit
    import Testing

    @testable import Spreadsheets

    @Suite struct WorkbookWritingTests {
        static func table() throws -> ExportTable {
            let date = try #require(CalendarDate(year: 2024, month: 6, day: 1))
            return ExportTable(
                title: "整改台账：2024/1",
                columns: [
                    ExportColumn("单位"), ExportColumn("件数", isNumber: true), ExportColumn("金额（万元）", isNumber: true),
                    ExportColumn("日期", alignment: .center), ExportColumn("备注"),
                ],
                rows: [
                    [.text("西湖区商务局"), .integer(-5), .decimal("-12.50"), .date(date), .text("=1+1")],
                    [.text("+86"), .integer(0), .decimal("0.5"), .empty, .text("@某,\"引号\"\n换行")],
                    [.empty, .empty, .empty, .empty, .empty],
                    [.text("'甲"), .integer(.max), .decimal("待定"), .empty, .text("a_x000D_b & <c> \r d\t\u{1}")],
                ], notes: ["密级：内部", "=生成"])
        }

        @Test func readsBackWhatItWrote() throws {
            let table = try XLSX.read(try XLSX.write(try Self.table()))
            #expect(table.header == ["单位", "件数", "金额（万元）", "日期", "备注"])
            #expect(table.rows.allSatisfy { $0.problems.isEmpty })
            #expect(
                table.rows.map(\.cells) == [
                    ["西湖区商务局", "-5", "-12.50", "2024-06-01", "=1+1"],
                    ["+86", "0", "0.50", "", "@某,\"引号\"\n换行"],
                    ["'甲", "\(Int.max)", "待定", "", "a_x000D_b & <c> \r d\t\u{1}"], ["密级：内部"], ["=生成"],
                ])
            #expect(table.rows.map(\.number) == [2, 3, 5, 7, 8])
        }

        @Test func findsItsOwnNotes() throws {
            let table = try XLSX.read(try XLSX.write(try Self.table())).withHeader(matching: [FieldName("unit", ["单位"])])
            #expect(table.rows.map(\.number) == [2, 3, 5])
            #expect(table.remarks.map(\.number) == [7, 8])
        }

        @Test func writesTheSameBytesEveryTime() throws {
            let first = try XLSX.write(try Self.table())
            #expect(try XLSX.write(try Self.table()) == first)
            let archive = try ZipArchive(first, limits: ArchiveLimits())
            let core = try Self.part("docProps/core.xml", of: archive)
            #expect(core.contains("2000-01-01T00:00:00Z"))
            #expect(core.components(separatedBy: "2000-01-01T00:00:00Z").count == 3, "created and modified are fixed")
            #expect(try Self.times(of: first) == ["1980-01-01"])
        }

        @Test func writesNoFormula() throws {
            let archive = try ZipArchive(try XLSX.write(try Self.table()), limits: ArchiveLimits())
            let sheet = try Self.part("xl/worksheets/sheet1.xml", of: archive)
            #expect(!sheet.contains("<f>"))
            #expect(sheet.contains("<autoFilter ref=\"A1:E5\"/>"))
            #expect(sheet.contains("state=\"frozen\""))
            #expect(try Self.part("xl/workbook.xml", of: archive).contains("name=\"整改台账：2024-1\""))
            let styles = try Self.part("xl/styles.xml", of: archive)
            #expect(styles.contains("yyyy-mm-dd"))
            #expect(styles.contains("<b/>"))
        }

        /// On every sheet of paper: secrecy, title and number above, scope, page and time below.
        @Test func everySheetOfPaperCarriesTheImprint() throws {
            var table = try Self.table()
            table.imprint = Imprint(
                scope: "范围：A&B", secrecy: "密级：内部", made: "生成时间：2026-03-01 09:00", number: "文号：〔2026〕1号", seal: "（盖章处）")
            let data = try XLSX.write(table)
            let sheet = try Self.part("xl/worksheets/sheet1.xml", of: try ZipArchive(data, limits: ArchiveLimits()))
            #expect(sheet.contains("<oddHeader>&amp;L密级：内部&amp;C整改台账：2024/1&amp;R文号：〔2026〕1号</oddHeader>"), "\(sheet)")
            #expect(
                sheet.contains("<oddFooter>&amp;L范围：A&amp;&amp;B&amp;C&amp;P / &amp;N&amp;R生成时间：2026-03-01 09:00</oddFooter>"))
            let lines = try XLSX.read(data).withHeader(matching: [FieldName("unit", ["单位"])]).remarks.map { $0.cells[0] }
            #expect(lines == ["密级：内部", "=生成", "文号：〔2026〕1号", "范围：A&B", "密级：内部", "生成时间：2026-03-01 09:00", "（盖章处）"])
            table.imprint?.scope = String(repeating: "&", count: 300)
            _ = try XLSX.write(table)
        }

        @Test func leavesNoFileBehind() throws {
            let folder = FileManager.default.temporaryDirectory
            let path = try PrivateFolder.use { path in
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o700)
                #expect(path.hasPrefix(folder.path))
                return path
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }

        @Test func refusesWhatASheetCannotHold() throws {
            let long = ExportCell.text(String(repeating: "字", count: 32_768))
            let found = refusals { _ = try XLSX.write(ExportTable(title: "", columns: [ExportColumn("甲")], rows: [[long]])) }
            #expect(found.map(\.message.key) == ["E-VAL.refusal.tableCell"])
            let most = ExportCell.text(String(repeating: "字", count: 32_767))
            let data = try XLSX.write(ExportTable(title: "", columns: [ExportColumn("甲")], rows: [[most]]))
            #expect(try XLSX.read(data).rows[0].cells == [most.plainText])
        }

        @Test func writesEmptyTables() throws {
            #expect(try XLSX.read(try XLSX.write(ExportTable(title: "", columns: [], rows: []))).header == [])
            #expect(
                try XLSX.read(try XLSX.write(ExportTable(title: "x", columns: [ExportColumn("甲")], rows: []))).header == ["甲"])
        }

        @Test(arguments: [
            ("整改台账", "整改台账"), ("a/b:c", "a-b-c"), ("'甲'", "甲"), ("", "Sheet1"), ("[]", "--"), ("History", "Sheet1"),
            ("  ", "Sheet1"),
            (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
            (String(repeating: "𠮷", count: 20), String(repeating: "𠮷", count: 15)),
        ]) func namesSheets(_ title: String, _ expected: String) throws {
            #expect(SheetName.make(from: title) == expected)
            _ = try XLSX.write(ExportTable(title: title, columns: [ExportColumn("甲")], rows: []))
        }

        @Test func widthsSuitChinese() {
            let wide = ExportTable(
                title: "", columns: [ExportColumn("单位"), ExportColumn("a"), ExportColumn("备注")],
                rows: [[.text("西湖区综合行政执法局"), .text("x"), .text(String(repeating: "字", count: 100))]])
            #expect(ColumnWidths.of(wide) == [21, 6, 60])
        }

        private static func part(_ path: String, of archive: ZipArchive) throws -> String {
            var data = Data()
            #expect(try archive.read(path) { data.append(contentsOf: $0) })
            return String(decoding: data, as: UTF8.self)
        }

        /// The days that the archive's entries carry.
        private static func times(of data: Data) throws -> Set<String> {
            let file = FileManager.default.temporaryDirectory.appending(path: "xuncha-test-\(UUID().uuidString).xlsx")
            try data.write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let archive = try #require(zip_open(file.path, ZIP_RDONLY, nil))
            defer { zip_discard(archive) }
            var days: Set<String> = []
            for index in 0..<zip_get_num_entries(archive, 0) {
                var status = zip_stat_t()
                #expect(zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0)
                // libzip gives the entry's own wall-clock time as local time of this machine.
                var time = tm()
                localtime_r(&status.mtime, &time)
                days.insert("\(time.tm_year + 1900)-0\(time.tm_mon + 1)-0\(time.tm_mday)")
            }
            return days
        }
    }

    @Suite struct SpreadsheetsPluginTests {
        @Test func fillsTheSlot() throws {
            let registry = try Registry.build([SpreadsheetsPlugin.self, InterchangePlugin.self])
            #expect(registry.values(TableFormats.self).map(\.fileExtension).sorted() == ["csv", "html", "xlsx"])
            let format = try registry.tableFormat(forFile: "名册.XLSX")
            let table = ExportTable(title: "表", columns: [ExportColumn("甲")], rows: [[.integer(7)]])
            let data = try #require(try format.write?(table))
            #expect(FileSignature.isZip(data))
            #expect(try format.read?(data, ReadLimits()).rows == [SourceRow(number: 2, cells: ["7"])])
        }
    }
#endif
