#if HTTPHost
    import CZlib
    import NIOCore

    /// Compression of answers (RFC 1952).
    enum Gzip {
        /// Bytes below which it is not worth it.
        static let smallest = 1024

        /// The compressed bytes; nil when zlib fails.
        static func compress(_ buffer: ByteBuffer) -> ByteBuffer? {
            var stream = z_stream()
            // 15 bits of window, and 16 more for the gzip wrapping.
            let size = Int32(MemoryLayout<z_stream>.size)
            guard deflateInit2_(&stream, 5, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
                return nil
            }
            defer { deflateEnd(&stream) }
            let bound = Int(deflateBound(&stream, UInt(buffer.readableBytes)))
            var out = ByteBuffer()
            var result = Z_OK
            out.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
                buffer.withUnsafeReadableBytes { source in
                    stream.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: Bytef.self).baseAddress)
                    stream.avail_in = UInt32(source.count)
                    stream.next_out = target.bindMemory(to: Bytef.self).baseAddress
                    stream.avail_out = UInt32(target.count)
                    result = deflate(&stream, Z_FINISH)
                }
                return Int(stream.total_out)
            }
            return result == Z_STREAM_END ? out : nil
        }

        /// Whether a browser takes it.
        static func isAccepted(_ header: String?) -> Bool {
            (header ?? "").split(separator: ",").contains { part in
                let pieces = part.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
                guard let name = pieces.first, name == "gzip" || name == "*" else { return false }
                let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
                return quality != 0
            }
        }

        /// Whether a kind of content gets smaller.
        static func isWorthwhile(_ type: String) -> Bool {
            type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("application/problem+json")
                || type.hasPrefix("application/javascript") || type.hasPrefix("image/svg+xml")
        }
    }
#endif
