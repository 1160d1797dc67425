#if Spreadsheets
    import Interchange
    import PluginKit

    /// Reads the rows of one sheet.
    final class SheetScanner: XMLEvents {
        private(set) var rows: [SourceRow] = []
        private let texts: [String]
        private let formats: NumberFormats
        private let from1904: Bool
        private let limits: ReadLimits
        private var row = SourceRow(number: 0, cells: [])
        private var column = -1
        private var cell = SheetCell()
        private var cellCount = 0
        private var isInData = false
        private static let lastRow = 1_048_576

        init(texts: [String], formats: NumberFormats, from1904: Bool, limits: ReadLimits) {
            self.texts = texts
            self.formats = formats
            self.from1904 = from1904
            self.limits = limits
        }

        func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
            switch name {
            case "sheetData": isInData = true
            case _ where !isInData: break
            case "row": try startRow(attributes)
            case "c": try startCell(attributes)
            default: cell.start(name)
            }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            if isInData { cell.text(bytes) }
        }

        func end(_ name: XMLName) throws {
            switch name {
            case "sheetData": isInData = false
            case _ where !isInData: break
            case "row": try endRow()
            case "c": try endCell()
            default: cell.end(name)
            }
        }

        /// Rows and cells without a reference follow the one before.
        private func startRow(_ attributes: XMLAttributes) throws {
            let number = attributes.raw("r") == nil ? row.number + 1 : attributes.number("r") ?? 0
            guard number > row.number, number <= Self.lastRow else { throw ZipArchive.damaged("row \(row.number + 1)") }
            row = SourceRow(number: number, cells: [])
            column = -1
        }

        private func startCell(_ attributes: XMLAttributes) throws {
            if let reference = attributes.raw("r") {
                guard let place = CellReference.column(reference) else { throw ZipArchive.damaged("row \(row.number)") }
                column = place
            } else {
                column += 1
            }
            cell = SheetCell(type: attributes["t"] ?? "n", style: attributes.number("s") ?? 0)
        }

        private func endCell() throws {
            let value = cell.value(texts: texts, formats: formats, from1904: from1904)
            guard !value.text.isEmpty || value.problem != nil else { return }
            try limits.check(columns: column + 1, row: row.number)
            try limits.check(cell: value.text, row: row.number, column: column)
            while row.cells.count <= column { row.cells.append("") }
            row.cells[column] = value.text
            row.problems[column] = value.problem
        }

        private func endRow() throws {
            guard !row.cells.isEmpty else { return }
            rows.append(row)
            cellCount += row.cells.count
            try limits.check(rows: rows.count)
            try limits.check(cells: cellCount)
        }
    }
#endif
