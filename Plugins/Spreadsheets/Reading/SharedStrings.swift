#if Spreadsheets
    import PluginKit

    /// Collects the text of a cell: the runs of a rich text joined, phonetic readings left out.
    struct RichText {
        private var bytes: [UInt8] = []
        private var isInText = false
        private var phoneticDepth = 0

        mutating func start(_ name: XMLName) {
            switch name {
            case "t": isInText = phoneticDepth == 0
            case "rPh": phoneticDepth += 1
            default: break
            }
        }

        mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
            if isInText { bytes += piece }
        }

        mutating func end(_ name: XMLName) {
            switch name {
            case "t": isInText = false
            case "rPh": phoneticDepth -= 1
            default: break
            }
        }

        /// The text collected so far; collecting begins anew.
        mutating func take() -> String {
            defer { bytes.removeAll(keepingCapacity: true) }
            return EscapedText.decoded(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The texts that the cells of a workbook refer to by number.
    final class SharedStrings: XMLEvents {
        private var texts: [String] = []
        private var current = RichText()
        private let limit: Int

        private init(limit: Int) {
            self.limit = limit
        }

        static func read(_ path: String?, of archive: ZipArchive) throws -> [String] {
            guard let path else { return [] }
            let strings = SharedStrings(limit: archive.limits.texts)
            guard try XMLScanner.scan(path, of: archive, events: strings) else { throw ZipArchive.damaged(path) }
            return strings.texts
        }

        func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
            current.start(name)
            guard texts.count <= limit else { throw Rule.invalid.refused("workbookStrings", ["limit": "\(limit)"]) }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) { current.text(bytes) }

        func end(_ name: XMLName) {
            current.end(name)
            if name == "si" { texts.append(current.take()) }
        }
    }
#endif
