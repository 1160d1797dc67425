#if Spreadsheets
    /// The format's own escape for characters that XML cannot hold: `_x000D_` is a carriage return.
    enum EscapedText {
        /// The text with every escape replaced by its character.
        static func decoded(_ text: String) -> String {
            replacing(text) { code in Unicode.Scalar(code).map(String.init) }
        }

        /// The text with what only looks like an escape protected, so that reading gives it back.
        static func protected(_ text: String) -> String {
            replacing(text) { code in
                let digits = String(code, radix: 16, uppercase: true)
                return "_x005F_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            }
        }

        private static func replacing(_ text: String, with replacement: (UInt16) -> String?) -> String {
            guard text.contains("_x") else { return text }
            var result = "", rest = text[...]
            while let start = rest.firstRange(of: "_x") {
                result += rest[..<start.lowerBound]
                let length = 7, candidate = rest[start.lowerBound...].prefix(length)
                if let code = code(in: candidate), let replaced = replacement(code) {
                    result += replaced
                    rest = rest[candidate.endIndex...]
                } else {
                    result += "_"
                    rest = rest[rest.index(after: start.lowerBound)...]
                }
            }
            return result + rest
        }

        /// The four hexadecimal digits of `_xHHHH_`.
        private static func code(in escape: Substring) -> UInt16? {
            guard escape.utf8.count == 7, escape.last == "_" else { return nil }
            let digits = escape.dropFirst(2).dropLast()
            return digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
        }
    }
#endif
