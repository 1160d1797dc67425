#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Converts text to UTF-8 with the C library's `iconv`, which says at which byte it stopped.
final class TextConverter {
    /// The encodings read beside UTF-8, by the names iconv knows.
    enum Encoding: String {
        case gb18030 = "GB18030"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
    }

    /// The text in UTF-8, or the offset of the first byte that cannot be read.
    enum Outcome {
        case converted([UInt8])
        case stopped(Int)
    }

    private let descriptor: iconv_t

    /// Nil when the C library does not know the encoding.
    init?(from encoding: Encoding) {
        guard let descriptor = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: descriptor) != -1 else { return nil }
        self.descriptor = descriptor
    }

    deinit {
        iconv_close(descriptor)
    }

    /// Converts a whole text. The offset in the outcome is the slice's own index.
    func convert(_ source: ArraySlice<UInt8>) -> Outcome {
        var input = source.map { CChar(bitPattern: $0) }
        // No character of these encodings takes more than three UTF-8 bytes for two of its own.
        let capacity = input.count / 2 * 3 + 4
        var consumed = 0
        var isComplete = false
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            (consumed, count, isComplete) = run(&input, into: buffer)
        }
        return isComplete ? .converted(output) : .stopped(source.startIndex + consumed)
    }

    private func run(_ input: inout [CChar], into buffer: UnsafeMutableBufferPointer<UInt8>) -> (Int, Int, Bool) {
        let total = input.count
        return input.withUnsafeMutableBufferPointer { source in
            buffer.withMemoryRebound(to: CChar.self) { target in
                var (from, left) = (source.baseAddress, total)
                var (to, free) = (target.baseAddress, target.count)
                let result = iconv(descriptor, &from, &left, &to, &free)
                return (total - left, target.count - free, result != -1 && left == 0)
            }
        }
    }
}
