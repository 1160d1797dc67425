#if Spreadsheets
    import CXlsxWriter
    import Interchange

    /// The cell formats of a workbook; it owns them and frees them when it is closed.
    struct CellFormats {
        enum Kind: CaseIterable, Hashable { case general, decimal, date }

        let header: UnsafeMutablePointer<lxw_format>?
        private var formats: [Kind: [ExportColumn.Alignment: UnsafeMutablePointer<lxw_format>]] = [:]

        init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
            header = Self.make(workbook, .center)
            format_set_bold(header)
            format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
            for kind in Kind.allCases {
                for alignment in [ExportColumn.Alignment.leading, .center, .trailing] {
                    let format = Self.make(workbook, alignment)
                    if let code = Self.code(of: kind) { format_set_num_format(format, code) }
                    formats[kind, default: [:]][alignment] = format
                }
            }
        }

        subscript(kind: Kind, alignment: ExportColumn.Alignment) -> UnsafeMutablePointer<lxw_format>? {
            formats[kind]?[alignment]
        }

        private static func code(of kind: Kind) -> String? {
            switch kind {
            case .general: nil
            case .decimal: "0.00"
            case .date: "yyyy-mm-dd"
            }
        }

        private static func make(
            _ workbook: UnsafeMutablePointer<lxw_workbook>, _ alignment: ExportColumn.Alignment
        ) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(workbook)
            format_set_font_name(format, "宋体")
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            let side =
                switch alignment {
                case .leading: LXW_ALIGN_LEFT
                case .center: LXW_ALIGN_CENTER
                case .trailing: LXW_ALIGN_RIGHT
                }
            format_set_align(format, UInt8(side.rawValue))
            return format
        }
    }
#endif
