#if HTTPHost
    import Foundation

    /// Names of files that come from outside (R-SEC-03).
    enum FileName {
        /// The last part of a path, without control characters, never empty and never a step up; at most 120 characters.
        static func safe(_ name: String) -> String {
            let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
            let visible = String(String.UnicodeScalarView(last.unicodeScalars.filter { isVisible($0) })).trimmingCharacters(
                in: .whitespaces)
            let short = visible.count > 120 ? String(visible.suffix(120)) : visible
            return short.allSatisfy({ $0 == "." }) ? "file" : short
        }

        /// Control characters, and those that turn the direction of a text and so hide its ending.
        private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
            default: true
            }
        }
    }
#endif
