#if Spreadsheets
    /// How much a workbook may unpack to. Compressed files can claim thousands of times their size.
    struct ArchiveLimits: Sendable {
        /// Files inside the archive.
        var parts = 2_000
        /// Bytes of one file, unpacked.
        var partBytes = 200 * 1024 * 1024
        /// Bytes of all files that are read, unpacked.
        var totalBytes = 400 * 1024 * 1024
        /// Unpacked size divided by packed size. Sheets of one repeated row stay below 200; deflate's own limit is 1,032.
        var ratio = 400
        /// Unpacked bytes below which the ratio does not matter.
        var ratioFreeBytes = 1024 * 1024
        /// Elements inside one another.
        var depth = 64
        /// Different texts of a workbook.
        var texts = 5_000_000
    }
#endif
