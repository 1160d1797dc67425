import Foundation
import PluginKit

/// Comma-separated values, as offices exchange them: read in any Chinese encoding, written so that spreadsheet programs
/// show Chinese and never run a formula.
public enum CSV {
    /// CSV in the slot `TableFormats`.
    public static let format = TableFormat(
        fileExtension: "csv", contentType: "text/csv; charset=utf-8",
        read: { data, limits in try CSV.read(data, limits: limits) },
        write: { table in CSV.write(table) })

    /// Reads a table: UTF-8 with or without BOM, UTF-16 with BOM, or GB18030; any line end; quoted line breaks.
    ///
    /// Cells come as they stand, spaces included, except that the apostrophe which `write` puts before a cell that begins
    /// with `=`, `+`, `-`, `@`, a tab or a carriage return is taken away. Where the first line holds tabs and no comma, tabs
    /// separate. Lines without any character are left out but counted.
    /// - Throws: `R-LOG-04` with the byte position where the text cannot be read; `E-VAL` for a file over the limits, a quote
    ///   that is never closed or text after a closing quote, with the record number.
    public static func read(_ data: Data, limits: ReadLimits = ReadLimits()) throws -> SourceTable {
        try limits.check(bytes: data.count)
        try FileSignature.refuseWorkbook(data)
        let text = try TextDecoding.utf8(data)
        let rows = try text.withUnsafeBufferPointer { bytes in
            var parser = CSVParser(bytes: bytes, limits: limits)
            return try parser.rows()
        }
        return SourceTable(rows: rows)
    }

    /// Writes a table: UTF-8 with BOM, CRLF, the columns in their order, notes and imprint after an empty line.
    ///
    /// The title is not written, so that the first line is the header. Text that a spreadsheet program could take for a
    /// formula gets an apostrophe in front; integers and decimals are numbers and get none.
    public static func write(_ table: ExportTable) -> Data {
        var writer = CSVWriter()
        writer.record(table.columns.map { .text($0.title) })
        for row in table.rows { writer.record(row) }
        let lines = table.lines
        if !lines.isEmpty {
            writer.emptyLine()
            for line in lines { writer.record([.text(line)]) }
        }
        return Data(writer.bytes)
    }
}
