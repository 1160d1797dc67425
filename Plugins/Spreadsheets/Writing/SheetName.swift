#if Spreadsheets
    import Interchange

    /// Names and print texts that spreadsheet programs accept.
    enum SheetName {
        /// A name of at most 31 UTF-16 units without `[ ] : * ? / \`, made from a title.
        static func make(from title: String) -> String {
            let allowed = title.map { "[]:*?/\\".contains($0) || $0.isNewline ? "-" : $0 }
            var name = trimmed(String(allowed))
            while name.utf16.count > 31 { name.removeLast() }
            name = trimmed(name)
            return name.isEmpty || name.lowercased() == "history" ? "Sheet1" : name
        }

        /// The head of printed pages: secrecy, title, number.
        static func header(of table: ExportTable) -> String {
            parts(left: table.imprint?.secrecy, center: plain(table.title), right: table.imprint?.number)
        }

        /// The foot of printed pages: scope, page of how many, time.
        static func footer(of table: ExportTable) -> String {
            parts(left: table.imprint?.scope, center: "&P / &N", right: table.imprint?.made)
        }

        private static func parts(left: String?, center: String, right: String?) -> String {
            let left = left.map { "&L" + plain($0) } ?? "", right = right.map { "&R" + plain($0) } ?? ""
            return left + "&C" + center + right
        }

        /// Text for the edge of a page, where `&` begins a command and 255 characters are the limit of all three parts.
        private static func plain(_ text: String) -> String {
            String(text.prefix(40)).replacing("&", with: "&&")
        }

        /// Without apostrophes and spaces at either end; programs refuse the former there.
        private static func trimmed(_ name: String) -> String {
            var name = name[...]
            while let first = name.first, first == "'" || first.isWhitespace { name.removeFirst() }
            while let last = name.last, last == "'" || last.isWhitespace { name.removeLast() }
            return String(name)
        }
    }
#endif
