#if Spreadsheets
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

        /// A title for the head of printed pages, where `&` begins a command and 255 characters are the limit.
        static func headerText(from title: String) -> String {
            String(title.prefix(100)).replacing("&", with: "&&")
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
