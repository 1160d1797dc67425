#if Spreadsheets
    import CXlsxWriter
    import Foundation
    import Interchange
    import PluginKit

    /// Writes a workbook through libxlsxwriter, in a folder of its own that only this account can read.
    enum WorkbookWriter {
        /// The most rows a sheet can have.
        static let lastRow = 1_048_576

        static func write(_ table: ExportTable) throws -> Data {
            try check(table)
            return try PrivateFolder.use { folder in
                let path = folder + "/table.xlsx"
                try write(table, to: path, temporary: folder)
                return try Data(contentsOf: URL(filePath: path))
            }
        }

        private static func check(_ table: ExportTable) throws {
            let limits = ReadLimits(rows: lastRow, columns: CellReference.lastColumn)
            try limits.check(rows: table.rows.count + table.lines.count + 2)
            for (index, row) in ([table.columns.map { .text($0.title) }] + table.rows).enumerated() {
                try limits.check(columns: row.count, row: index + 1)
                for (column, cell) in row.enumerated() {
                    try limits.check(cell: cell.plainText, row: index + 1, column: column)
                }
            }
        }

        private static func write(_ table: ExportTable, to path: String, temporary: String) throws {
            let status = temporary.withCString { folder in
                var options = lxw_workbook_options()
                options.tmpdir = UnsafeMutablePointer(mutating: folder)
                guard let workbook = workbook_new_opt(path, &options) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
                FixedProperties.set(table.title, in: workbook)
                let written = SheetWriter(table, in: workbook)?.write() ?? LXW_ERROR_MEMORY_MALLOC_FAILED
                let closed = workbook_close(workbook)
                return written == LXW_NO_ERROR ? closed : written
            }
            guard status == LXW_NO_ERROR else {
                let reason = lxw_strerror(status).map { String(cString: $0) } ?? "\(status.rawValue)"
                throw Rule.invalid.refused("workbookWrite", ["reason": .text(reason)])
            }
        }
    }

    /// Properties that do not change with the hour: a workbook's bytes depend on its table alone.
    enum FixedProperties {
        /// 2000-01-01 00:00 UTC as the time of creation; without one the library takes the present time.
        private static let created: time_t = 946_684_800

        static func set(_ title: String, in workbook: UnsafeMutablePointer<lxw_workbook>) {
            title.withCString { title in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.created = created
                workbook_set_properties(workbook, &properties)
            }
        }
    }
#endif
