#if Spreadsheets
    import CExpat

    /// An element's name without its prefix, compared in place. Valid only during the call that hands it over.
    struct XMLName {
        private let local: UnsafePointer<CChar>

        init(_ name: UnsafePointer<CChar>) {
            local = Self.local(name)
        }

        /// What stands after the last colon.
        static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
            var start = name, next = name
            while next.pointee != 0 {
                if next.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = next + 1 }
                next += 1
            }
            return start
        }

        static func isSame(_ left: UnsafePointer<CChar>, _ right: StaticString) -> Bool {
            right.withUTF8Buffer { right in
                for (offset, byte) in right.enumerated() where UInt8(bitPattern: left[offset]) != byte { return false }
                return left[right.count] == 0
            }
        }

        static func == (name: XMLName, text: StaticString) -> Bool { isSame(name.local, text) }

        static func ~= (text: StaticString, name: XMLName) -> Bool { isSame(name.local, text) }
    }

    /// An element's attributes, by name without prefix. Valid only during the call that hands them over.
    struct XMLAttributes {
        private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

        init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
            self.pairs = pairs
        }

        /// The value of an attribute in place.
        func raw(_ name: StaticString) -> UnsafePointer<CChar>? {
            var pair = pairs
            while let key = pair[0], let value = pair[1] {
                if XMLName.isSame(XMLName.local(key), name) { return value }
                pair += 2
            }
            return nil
        }

        subscript(name: StaticString) -> String? { raw(name).map { String(cString: $0) } }

        /// The value as a number that is not negative.
        func number(_ name: StaticString) -> Int? {
            self[name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
        }

        /// A truth value: `1` or `true`.
        func isTrue(_ name: StaticString) -> Bool {
            raw(name).map { XMLName.isSame($0, "1") || XMLName.isSame($0, "true") } ?? false
        }
    }
#endif
