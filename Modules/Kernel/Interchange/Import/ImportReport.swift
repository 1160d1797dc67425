import Foundation
import PluginKit

/// What became of the rows of an import.
public struct ImportReport: Sendable, Hashable {
    /// Data rows of the table; blank rows and remarks are not counted.
    public var rowsRead: Int
    /// Rows that can be saved.
    public var accepted: Int
    /// Rows that cannot.
    public var refused: Int
    /// Everything there is to say, in the order of the file.
    public var faults: [RowFault]
    /// Columns that belong to no field and were not read.
    public var unknownColumns: [String]
    /// Rows taken for titles and remarks, with their cells.
    public var remarks: [SourceRow]

    public init(
        rowsRead: Int, accepted: Int, refused: Int, faults: [RowFault], unknownColumns: [String] = [],
        remarks: [SourceRow] = []
    ) {
        self.rowsRead = rowsRead
        self.accepted = accepted
        self.refused = refused
        self.faults = faults
        self.unknownColumns = unknownColumns
        self.remarks = remarks
    }

    /// Refuses the whole import where a row is refused: the default for imports, nothing or everything.
    /// - Throws: every refused cell at once.
    public func requireAll() throws {
        var checks = Checks()
        for fault in faults where fault.severity == .refused { checks.add(fault.refusal) }
        try checks.finish()
    }

    /// The rejects file as CSV (UTF-8 with BOM): row number, column, value as it stood, reason.
    /// - Parameter severities: which faults it lists; normalised cells need nobody's attention and are left out.
    public func rejects(
        language: Language, strings: StringCatalogue, severities: Set<RowFault.Severity> = [.refused, .question]
    ) -> Data {
        let titles = ["row", "column", "value", "reason"].map {
            ExportColumn(strings.text(Message("interchange.rejects.\($0)"), in: language))
        }
        let rows = faults.filter { severities.contains($0.severity) }.map { fault -> [ExportCell] in
            [.integer(fault.row), .text(fault.column), .text(fault.value), .text(strings.text(fault.message, in: language))]
        }
        return CSV.write(ExportTable(title: "", columns: titles, rows: rows))
    }
}
