#if Spreadsheets
    import CZip
    import Foundation
    import PluginKit

    /// A zip archive in memory. Parts are read in pieces, and every piece is counted before it is looked at; nothing is ever
    /// written to disk.
    final class ZipArchive {
        let limits: ArchiveLimits
        private let archive: OpaquePointer
        private var total = 0

        /// - Throws: `E-VAL` for what is no zip archive or has too many parts.
        init(_ data: Data, limits: ArchiveLimits) throws {
            self.limits = limits
            guard let archive = Self.open(data) else { throw Self.damaged("zip") }
            self.archive = archive
            let count = Int(zip_get_num_entries(archive, 0))
            guard count <= limits.parts else {
                throw Rule.invalid.refused("workbookParts", ["count": "\(count)", "limit": "\(limits.parts)"])
            }
        }

        deinit {
            zip_discard(archive)
        }

        static func damaged(_ part: String) -> Refusal {
            Rule.invalid.refused("workbookDamaged", ["part": .text(part)])
        }

        /// The archive over a copy of the bytes, which libzip frees.
        private static func open(_ data: Data) -> OpaquePointer? {
            guard !data.isEmpty, let copy = malloc(data.count) else { return nil }
            data.copyBytes(to: UnsafeMutableRawBufferPointer(start: copy, count: data.count))
            guard let source = zip_source_buffer_create(copy, zip_uint64_t(data.count), 1, nil) else {
                free(copy)
                return nil
            }
            guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
                zip_source_free(source)
                return nil
            }
            return archive
        }

        /// Hands over a part piece by piece. Letter case of the path does not matter, as in the format's own rules.
        /// - Returns: false when the archive has no such part.
        /// - Throws: `E-VAL` for a part that is encrypted, damaged or unpacks to too much.
        func read(_ path: String, piece: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
            let index = zip_name_locate(archive, path, zip_flags_t(ZIP_FL_NOCASE))
            guard index >= 0 else { return false }
            let packed = try packedSize(zip_uint64_t(index), path)
            guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { throw Self.damaged(path) }
            defer { zip_fclose(file) }
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
            defer { buffer.deallocate() }
            var unpacked = 0
            while true {
                let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
                guard count >= 0 else { throw Self.damaged(path) }
                if count == 0 { return true }
                unpacked += count
                total += count
                try check(path, unpacked: unpacked, packed: packed)
                try piece(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }

        /// The packed size of a part whose stated size is within the limits. What it says of itself is not believed: the bytes
        /// are counted again while they are read.
        private func packedSize(_ index: zip_uint64_t, _ path: String) throws -> Int {
            var status = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &status) == 0 else { throw Self.damaged(path) }
            guard status.encryption_method == ZIP_EM_NONE else {
                throw Rule.invalid.refused("workbookEncrypted", ["part": .text(path)])
            }
            let packed = Int(clamping: status.comp_size)
            try check(path, unpacked: Int(clamping: status.size), packed: packed)
            return packed
        }

        private func check(_ path: String, unpacked: Int, packed: Int) throws {
            guard unpacked <= limits.partBytes else {
                throw Rule.invalid.refused("workbookPart", ["part": .text(path), "limit": "\(limits.partBytes)"])
            }
            guard total <= limits.totalBytes else {
                throw Rule.invalid.refused("workbookTotal", ["limit": "\(limits.totalBytes)"])
            }
            guard unpacked <= limits.ratioFreeBytes || unpacked / max(packed, 1) <= limits.ratio else {
                throw Rule.invalid.refused("workbookRatio", ["part": .text(path), "limit": "\(limits.ratio)"])
            }
        }
    }
#endif
