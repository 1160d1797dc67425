import Foundation
import HostKit
import Persistence
import PluginKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that are the office's data: the database with its journals, and the key. Nothing a person writes goes there.
struct OwnFiles {
    let paths: [String]

    init(_ configuration: HostConfiguration, _ environment: [String: String]) {
        let keys = [configuration.database + ".key", environment["XUNCHA_FIELD_KEY_FILE"] ?? ""]
        paths = DatabaseFiles(configuration.database).all + keys.filter { !$0.isEmpty }
    }

    /// - Throws: `E-FILE-EXISTS` for a path that is one of them, by whatever name or link.
    func check(_ path: String, field: String) throws {
        guard !contains(path) else { throw Rule.existingFile.refused("own", field: field, ["path": .text(path)]) }
    }

    func contains(_ path: String) -> Bool {
        let (place, file) = (Self.place(path), Self.file(path))
        return paths.contains { own in Self.place(own) == place || (file != nil && Self.file(own) == file) }
    }

    /// The path with the links of its folder followed; the file itself need not be there.
    private static func place(_ path: String) -> String {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        return url.deletingLastPathComponent().resolvingSymlinksInPath().appendingPathComponent(url.lastPathComponent).path
    }

    /// Which file it is, links followed; nil where there is none.
    private static func file(_ path: String) -> [UInt64]? {
        var status = stat()
        return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
    }
}
