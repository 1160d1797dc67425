#if HTTPHost
    import HostKit
    import Interchange
    import Operations

    /// Answers as tables for files, with labels and words in the reader's language.
    struct AnswerTable {
        private let text: ValueText

        init(_ text: ValueText) {
            self.text = text
        }

        func table(_ answer: Answer, title: String) -> ExportTable {
            let columns = answer.columns.enumerated().map { index, key in
                ExportColumn(text.label(column: key), isNumber: isNumber(answer, index))
            }
            return ExportTable(title: title, columns: columns, rows: answer.rows.map { $0.map(cell) })
        }

        private func isNumber(_ answer: Answer, _ column: Int) -> Bool {
            let values = answer.rows.lazy.compactMap { column < $0.count ? $0[column] : nil }.filter { $0 != .none }
            return values.first.map { value in
                switch value {
                case .integer, .decimal: true
                default: false
                }
            } ?? false
        }

        private func cell(_ value: Value) -> ExportCell {
            switch value {
            case .none: .empty
            case .integer(let number): .integer(number)
            case .decimal(let digits): .decimal(digits)
            case .date(let date): .date(date)
            default: .text(text(value))
            }
        }
    }
#endif
