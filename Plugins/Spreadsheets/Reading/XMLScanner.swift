#if Spreadsheets
    import CExpat
    import PluginKit

    /// Receives the elements and the text of an XML file in their order.
    protocol XMLEvents: AnyObject {
        func start(_ name: XMLName, _ attributes: XMLAttributes) throws
        /// Text between tags, perhaps in several pieces; UTF-8.
        func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
        func end(_ name: XMLName) throws
    }

    /// Runs the parts of a workbook through expat.
    ///
    /// A document type declaration stops it before any entity exists; elements nested too deeply stop it, too.
    final class XMLScanner {
        private let events: any XMLEvents
        private let part: String
        private let maximumDepth: Int
        private let parser: XML_Parser
        private var depth = 0
        private var failure: (any Error)?

        /// Scans a part.
        /// - Returns: false when the archive has no such part.
        @discardableResult
        static func scan(_ path: String, of archive: ZipArchive, events: any XMLEvents) throws -> Bool {
            let scanner = try XMLScanner(path, depth: archive.limits.depth, events: events)
            guard try archive.read(path, piece: scanner.take) else { return false }
            try scanner.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
            return true
        }

        private init(_ part: String, depth: Int, events: any XMLEvents) throws {
            guard let parser = XML_ParserCreate(nil) else { throw ZipArchive.damaged(part) }
            self.parser = parser
            self.part = part
            self.events = events
            maximumDepth = depth
            XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
            setHandlers()
        }

        deinit {
            XML_ParserFree(parser)
        }

        private func setHandlers() {
            XML_SetElementHandler(
                parser,
                { XMLScanner.of($0)?.start($1, $2) },
                { XMLScanner.of($0)?.end($1) })
            XML_SetCharacterDataHandler(parser) { XMLScanner.of($0)?.text($1, Int($2)) }
            XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in XMLScanner.of(user)?.refuseDoctype() }
        }

        private static func of(_ user: UnsafeMutableRawPointer?) -> XMLScanner? {
            user.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
        }

        private func take(_ piece: UnsafeRawBufferPointer) throws {
            try parse(piece, isLast: false)
        }

        private func parse(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws {
            let bytes = piece.bindMemory(to: CChar.self)
            let status = XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
            if let failure { throw failure }
            guard status == XML_STATUS_OK else { throw ZipArchive.damaged(part) }
        }

        private func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
            guard let name, let attributes else { return }
            depth += 1
            attempt {
                guard depth <= maximumDepth else {
                    throw Rule.invalid.refused("workbookDepth", ["part": .text(part), "limit": "\(maximumDepth)"])
                }
                try events.start(XMLName(name), XMLAttributes(attributes))
            }
        }

        private func end(_ name: UnsafePointer<XML_Char>?) {
            guard let name else { return }
            depth -= 1
            attempt { try events.end(XMLName(name)) }
        }

        private func text(_ start: UnsafePointer<XML_Char>?, _ count: Int) {
            guard let start else { return }
            start.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
                attempt { try events.text(UnsafeBufferPointer(start: bytes, count: count)) }
            }
        }

        private func refuseDoctype() {
            attempt { throw Rule.invalid.refused("workbookEntities", ["part": .text(part)]) }
        }

        /// Keeps the first error and stops; C code cannot pass it on.
        private func attempt(_ step: () throws -> Void) {
            guard failure == nil else { return }
            do { try step() } catch {
                failure = error
                XML_StopParser(parser, 0)
            }
        }
    }
#endif
