#if Spreadsheets
    /// A cell's place as written in a sheet, `AB12`.
    enum CellReference {
        /// The most columns a sheet can have.
        static let lastColumn = 16_384

        /// The column of a reference, from 0; nil for what is no reference.
        static func column(_ reference: UnsafePointer<CChar>) -> Int? {
            var column = 0, next = reference
            while case let letter = UInt8(bitPattern: next.pointee) & 0xDF,
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
            {
                column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
                guard column <= lastColumn else { return nil }
                next += 1
            }
            return column > 0 ? column - 1 : nil
        }
    }
#endif
