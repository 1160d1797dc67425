#if Spreadsheets
    import CXlsxWriter
    import Interchange
    import PluginKit

    /// Writes one table into a new sheet. Remembers the first error; the library reports them one by one.
    struct SheetWriter {
        private let table: ExportTable
        private let sheet: UnsafeMutablePointer<lxw_worksheet>
        private let formats: CellFormats
        private var status = LXW_NO_ERROR

        /// Nil when the library has no memory left or does not take the sheet's name.
        init?(_ table: ExportTable, in workbook: UnsafeMutablePointer<lxw_workbook>) {
            guard let sheet = workbook_add_worksheet(workbook, SheetName.make(from: table.title)) else { return nil }
            self.table = table
            self.sheet = sheet
            formats = CellFormats(workbook)
        }

        func write() -> lxw_error {
            var writer = self
            writer.writeAll()
            return writer.status
        }

        private mutating func writeAll() {
            setPage()
            for (column, header) in table.columns.enumerated() { writeText(header.title, 0, column, formats.header) }
            for (index, row) in table.rows.enumerated() { writeRow(row, at: index + 1) }
            for (index, line) in table.lines.enumerated() { writeText(line, table.rows.count + 2 + index, 0, nil) }
        }

        private mutating func writeRow(_ row: [ExportCell], at index: Int) {
            for (column, cell) in row.enumerated() {
                let alignment = table.columns.indices.contains(column) ? table.columns[column].alignment : .leading
                write(cell, index, column, alignment)
            }
        }

        private mutating func write(_ cell: ExportCell, _ row: Int, _ column: Int, _ alignment: ExportColumn.Alignment) {
            switch cell {
            case .empty: break
            case .text(let text): writeText(text, row, column, formats[.general, alignment])
            case .integer(let number): writeNumber("\(number)", .general, row, column, alignment)
            case .decimal(let text): writeNumber(text, .decimal, row, column, alignment)
            case .date(let date):
                var time = lxw_datetime(
                    year: Int32(date.year), month: Int32(date.month), day: Int32(date.day), hour: 0, min: 0, sec: 0)
                note(worksheet_write_datetime(sheet, lxw_row_t(row), lxw_col_t(column), &time, formats[.date, alignment]))
            }
        }

        /// A number with more digits than a workbook keeps is written as text.
        private mutating func writeNumber(
            _ text: String, _ kind: CellFormats.Kind, _ row: Int, _ column: Int, _ alignment: ExportColumn.Alignment
        ) {
            let digits = text.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard ExportCell.isDecimal(text), digits <= 15, let number = Double(text) else {
                writeText(text, row, column, formats[.general, alignment])
                return
            }
            note(worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, formats[kind, alignment]))
        }

        private mutating func writeText(
            _ text: String, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
        ) {
            guard !text.isEmpty else { return }
            note(worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), EscapedText.protected(text), format))
        }

        private mutating func note(_ result: lxw_error) {
            if status == LXW_NO_ERROR { status = result }
        }

        /// Header in view and on every page, filter, widths; in print the title, the imprint and page numbers on every sheet.
        private mutating func setPage() {
            guard !table.columns.isEmpty else { return }
            let lastColumn = lxw_col_t(table.columns.count - 1)
            worksheet_freeze_panes(sheet, 1, 0)
            note(worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), lastColumn))
            note(worksheet_repeat_rows(sheet, 0, 0))
            for (column, width) in ColumnWidths.of(table).enumerated() {
                note(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
            }
            worksheet_set_landscape(sheet)
            worksheet_set_paper(sheet, 9)
            worksheet_fit_to_pages(sheet, 1, 0)
            note(worksheet_set_header(sheet, SheetName.header(of: table)))
            note(worksheet_set_footer(sheet, SheetName.footer(of: table)))
        }
    }
#endif
