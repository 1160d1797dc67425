#if Spreadsheets
    import Foundation
    import Interchange
    import PluginKit

    /// Workbooks as spreadsheet programs save them (Office Open XML, `.xlsx`).
    public enum XLSX {
        /// XLSX in the slot `TableFormats`.
        public static let format = TableFormat(
            fileExtension: "xlsx", contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            read: { data, limits in try XLSX.read(data, limits: limits) },
            readSheet: { data, sheet, limits in try XLSX.read(data, sheet: sheet, limits: limits) },
            write: { table in try XLSX.write(table) })

        /// Reads one sheet: all rows that hold something, with the sheet's own row numbers.
        ///
        /// Dates come as `2026-03-01`, with the time of day where there is one; numbers without exponent; a formula as the
        /// value it was saved with. What cannot be trusted (a formula without value, an error, a number that lost digits)
        /// is a problem of its row.
        /// - Parameter sheet: name of the sheet, hidden ones included; nil for the first visible one.
        /// - Throws: `E-VAL` for a file that is no workbook, is over the limits, or tries tricks with compression or XML.
        public static func read(_ data: Data, sheet: String? = nil, limits: ReadLimits = ReadLimits()) throws -> SourceTable {
            try read(data, sheet: sheet, limits: limits, archiveLimits: ArchiveLimits())
        }

        static func read(
            _ data: Data, sheet: String?, limits: ReadLimits, archiveLimits: ArchiveLimits
        ) throws -> SourceTable {
            try limits.check(bytes: data.count)
            guard !FileSignature.isOldOffice(data) else { throw Rule.invalid.refused("workbookOld") }
            let archive = try ZipArchive(data, limits: archiveLimits)
            let workbook = try WorkbookIndex(archive)
            let scanner = SheetScanner(
                texts: try SharedStrings.read(workbook.sharedStrings, of: archive),
                formats: try NumberFormats.read(workbook.styles, of: archive), from1904: workbook.countsFrom1904, limits: limits)
            let path = try workbook.path(ofSheet: sheet)
            guard try XMLScanner.scan(path, of: archive, events: scanner) else { throw ZipArchive.damaged(path) }
            return SourceTable(rows: scanner.rows)
        }

        /// Writes a workbook of one sheet, named after the title: bold header that stays in view, filter, notes below.
        ///
        /// Text is written as text, never as a formula. The same table gives the same bytes at any time.
        /// - Throws: `E-VAL` for text longer than a cell can hold and for more rows than a sheet can.
        public static func write(_ table: ExportTable) throws -> Data {
            try WorkbookWriter.write(table)
        }
    }
#endif
