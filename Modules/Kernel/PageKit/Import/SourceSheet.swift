import Foundation
import Interchange
import Operations
import PluginKit

/// A file to be imported, as a table to look at, and the same table with its columns called as a person said.
struct SourceSheet {
    let table: SourceTable
    let fields: [FieldName]

    /// - Throws: `E-VAL` for a format that cannot be read, and what its reader refuses.
    init(_ file: Upload, fields: [FieldName], registry: Registry) throws {
        guard let read = try registry.tableFormat(forFile: file.name).read else {
            throw Rule.invalid.refused("tableNotReadable", field: "file", ["file": .text(file.name)])
        }
        table = try read(file.data, ReadLimits()).withHeader(matching: fields)
        self.fields = fields
    }

    /// Which field each column is taken for, as the file's own header says.
    var automatic: [Int: String] {
        var result: [Int: String] = [:]
        for field in fields {
            // One field at a time: a table that lacks others is no reason to know nothing.
            let alone = FieldName(field.key, field.names)
            if let column = (try? ColumnMap(header: table.header, fields: [alone]))?[field.key], result[column] == nil {
                result[column] = field.key
            }
        }
        return result
    }

    /// Names of needed fields that no column is taken for.
    func missing(_ chosen: [Int: String]) -> [String] {
        fields.filter { $0.isRequired && !chosen.values.contains($0.key) }.compactMap(\.names.first)
    }

    /// The file with its header in the words the import knows; row numbers stay as they were.
    func renamed(_ columns: [Int: String]) -> Data {
        var lines: [Int: [String]] = [:]
        for row in table.remarks + table.rows { lines[row.number] = row.cells }
        lines[table.headerNumber] = table.header.enumerated().map { index, title in
            if let key = columns[index], let field = fields.first(where: { $0.key == key }) { return field.names.first ?? key }
            // A column left out must not be taken for a field by its old name.
            return automatic[index] == nil ? title : "—\(title)"
        }
        let last = lines.keys.max() ?? 0
        let text = (1...max(1, last)).map { number in
            (lines[number] ?? []).map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }.joined(separator: "\r\n")
        return Data(text.utf8)
    }
}
