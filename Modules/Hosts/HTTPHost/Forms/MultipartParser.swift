#if HTTPHost
    import NIOCore

    /// Takes `multipart/form-data` (RFC 7578) apart while it comes in. Holds back no more than a boundary or a part's header.
    struct MultipartParser {
        /// What was found in the bytes so far.
        enum Event: Equatable {
            /// A part begins; its header lines.
            case part([String])
            /// Bytes of the present part.
            case data([UInt8])
            /// The present part is complete.
            case end
        }

        /// The longest header of one part.
        static let longestHeader = 8 << 10

        private enum State { case preamble, afterBoundary, header, contentStart, content, closed, epilogue }

        private let delimiter: [UInt8]
        private var state = State.preamble
        private var held: [UInt8] = []

        /// - Parameter boundary: 1 to 70 characters, as the standard has it; nil for another one.
        init?(boundary: String) {
            guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
                return nil
            }
            delimiter = Array("\r\n--\(boundary)".utf8)
            // The first boundary may stand at the very beginning; an invisible line end before it makes it like the others.
            held = [0x0D, 0x0A]
        }

        /// Whether the closing boundary was seen.
        var isComplete: Bool { state == .closed || state == .epilogue }

        /// - Throws: `BodyFault.malformed`.
        mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [Event] {
            held.append(contentsOf: bytes)
            var events: [Event] = []
            var start = 0
            while let next = try step(from: start, &events) { start = next }
            held.removeFirst(start)
            return events
        }

        /// One step; the position behind what was used, or nil when more bytes are needed.
        private mutating func step(from start: Int, _ events: inout [Event]) throws -> Int? {
            switch state {
            case .preamble, .content: return try content(from: start, &events)
            case .afterBoundary: return try afterBoundary(from: start)
            case .header: return try header(from: start, &events)
            case .contentStart: return contentStart(from: start, &events)
            case .closed: return try closed(from: start)
            case .epilogue: return start < held.count ? held.count : nil
            }
        }

        private mutating func content(from start: Int, _ events: inout [Event]) throws -> Int? {
            let isContent = state == .content
            if let found = find(delimiter, from: start) {
                if isContent {
                    if found > start { events.append(.data(Array(held[start..<found]))) }
                    events.append(.end)
                }
                state = .afterBoundary
                return found + delimiter.count
            }
            // All but what may be the beginning of a boundary is certain.
            let certain = held.count - delimiter.count + 1
            guard certain > start else { return nil }
            if isContent { events.append(.data(Array(held[start..<certain]))) }
            return certain
        }

        private mutating func afterBoundary(from start: Int) throws -> Int? {
            // Spaces and tabs may stand between the boundary and its line end.
            var index = start
            while index < held.count, held[index] == 0x20 || held[index] == 0x09 { index += 1 }
            guard index - start <= 64 else { throw BodyFault.malformed }
            guard index + 2 <= held.count else { return nil }
            switch (held[index], held[index + 1]) {
            case (0x2D, 0x2D) where index == start: state = .closed
            case (0x0D, 0x0A): state = .header
            default: throw BodyFault.malformed
            }
            // The line end stays where a header is empty: it is the first half of the blank line.
            return state == .header ? index : index + 2
        }

        /// Behind the closing boundary may stand white space and, from the next line on, anything.
        private mutating func closed(from start: Int) throws -> Int? {
            guard start < held.count else { return nil }
            guard [0x20, 0x09, 0x0D, 0x0A].contains(held[start]) else { throw BodyFault.malformed }
            state = .epilogue
            return start
        }

        private mutating func header(from start: Int, _ events: inout [Event]) throws -> Int? {
            guard let end = find(Self.blankLine, from: start) else {
                guard held.count - start <= Self.longestHeader else { throw BodyFault.malformed }
                return nil
            }
            guard end - start <= Self.longestHeader, let text = String(validating: held[start..<end], as: UTF8.self) else {
                throw BodyFault.malformed
            }
            events.append(.part(text.split(separator: "\r\n").map(String.init)))
            state = .contentStart
            return end + 2
        }

        /// The line end of the blank line may already begin the next boundary: a part without content.
        private mutating func contentStart(from start: Int, _ events: inout [Event]) -> Int? {
            let seen = held[start...].prefix(delimiter.count)
            guard delimiter.starts(with: seen) else {
                state = .content
                return start + 2
            }
            guard seen.count == delimiter.count else { return nil }
            events.append(.end)
            state = .afterBoundary
            return start + delimiter.count
        }

        private static let blankLine: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

        private func find(_ pattern: [UInt8], from start: Int) -> Int? {
            guard held.count - start >= pattern.count else { return nil }
            return held.withUnsafeBufferPointer { bytes in
                var index = start
                let last = bytes.count - pattern.count
                while index <= last {
                    if bytes[index] == pattern[0], pattern.indices.allSatisfy({ bytes[index + $0] == pattern[$0] }) {
                        return index
                    }
                    index += 1
                }
                return nil
            }
        }
    }
#endif
