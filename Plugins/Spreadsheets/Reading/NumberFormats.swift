#if Spreadsheets
    /// What a cell's format says about the number in it.
    enum NumberFormat: Equatable {
        case plain
        /// A day, perhaps with a time.
        case date
        /// A time of day or a duration.
        case time
        /// Zeros are shown up to so many digits before and after the point.
        case padded(whole: Int, fraction: Int)

        /// The formats with a number of their own. 27 to 36 and 50 to 58 are those of East Asian versions.
        init(builtIn id: Int) {
            switch id {
            case 1: self = .padded(whole: 1, fraction: 0)
            case 2: self = .padded(whole: 1, fraction: 2)
            case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
            case 18...21, 32...35, 45...47, 55, 56: self = .time
            default: self = .plain
            }
        }

        /// A format by its code, such as `yyyy"年"m"月"` or `0.00`.
        init(code: String) {
            let plain = Self.withoutLiterals(code)
            if let padded = Self.padded(plain) {
                self = padded
            } else if plain.contains(where: { "0#?".contains($0) }) && !plain.contains("s") {
                self = .plain
            } else if plain.contains(where: { "ydg".contains($0) }) {
                self = .date
            } else if plain.contains(where: { "hs".contains($0) }) {
                self = .time
            } else {
                self = plain.contains("m") ? .date : .plain
            }
        }

        /// The first section in small letters, without quoted text, colours, conditions, fill and space characters.
        private static func withoutLiterals(_ code: String) -> String {
            var result = "", skipNext = false, isQuoted = false, bracket: String?
            for character in code.lowercased() {
                if skipNext {
                    skipNext = false
                } else if isQuoted || character == "\"" {
                    isQuoted = isQuoted != (character == "\"")
                } else if let open = bracket {
                    bracket = character == "]" ? nil : open + String(character)
                    if bracket == nil, !open.isEmpty, open.allSatisfy({ "hms".contains($0) }) { result += open }
                } else if character == "[" {
                    bracket = ""
                } else if "\\_*".contains(character) {
                    skipNext = true
                } else if character == ";" {
                    break
                } else {
                    result.append(character)
                }
            }
            return result.replacing("am/pm", with: "").replacing("a/p", with: "").replacing("general", with: "")
        }

        /// `0.00` and `000000`: nothing but zeros and one point.
        private static func padded(_ code: String) -> NumberFormat? {
            let parts = code.split(separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "0" } }) else {
                return nil
            }
            return .padded(whole: parts[0].count, fraction: parts.count == 2 ? parts[1].count : 0)
        }
    }

    /// The number formats of a workbook, by the style number that cells carry.
    final class NumberFormats: XMLEvents {
        private var custom: [Int: NumberFormat] = [:]
        private var styles: [NumberFormat] = []
        private var isInCellFormats = false

        static func read(_ path: String?, of archive: ZipArchive) throws -> NumberFormats {
            let formats = NumberFormats()
            if let path { try XMLScanner.scan(path, of: archive, events: formats) }
            return formats
        }

        /// The format of a style; plain where the workbook does not define it.
        subscript(style: Int) -> NumberFormat { styles.indices.contains(style) ? styles[style] : .plain }

        func start(_ name: XMLName, _ attributes: XMLAttributes) {
            switch name {
            case "numFmt":
                if let id = attributes.number("numFmtId"), let code = attributes["formatCode"] {
                    custom[id] = NumberFormat(code: code)
                }
            case "cellXfs": isInCellFormats = true
            case "xf" where isInCellFormats:
                let id = attributes.number("numFmtId") ?? 0
                styles.append(custom[id] ?? NumberFormat(builtIn: id))
            default: break
            }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

        func end(_ name: XMLName) {
            if name == "cellXfs" { isInCellFormats = false }
        }
    }
#endif
