#if Spreadsheets
    import Interchange

    /// Widths at which Chinese and Latin text can be read without dragging.
    enum ColumnWidths {
        /// Rows that are measured; further ones cost time and change little.
        private static let sample = 500
        private static let narrowest = 6.0, widest = 60.0
        /// Room for the filter's button.
        private static let margin = 2.0

        /// The width of each column in digits, from the widest line of its header and first rows.
        static func of(_ table: ExportTable) -> [Double] {
            table.columns.enumerated().map { column, header in
                let cells = table.rows.prefix(sample).lazy.filter { column < $0.count }.map { width(of: $0[column].plainText) }
                let content = max(width(of: header.title) + margin, cells.max() ?? 0)
                return min(widest, max(narrowest, content + 1))
            }
        }

        /// Digits that the longest line of a text takes; East Asian characters take two.
        static func width(of text: String) -> Double {
            text.split(whereSeparator: \.isNewline).map { line in
                line.unicodeScalars.reduce(0.0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
            }.max() ?? 0
        }
    }
#endif
