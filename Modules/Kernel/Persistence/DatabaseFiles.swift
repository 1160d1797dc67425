import Foundation

/// A database as the file system sees it: the file, and the journals that SQLite plays into any file of that name.
package struct DatabaseFiles: Sendable {
    package let main: String

    package init(_ main: String) {
        self.main = main
    }

    /// The paths of all parts, the file first.
    package var all: [String] { Self.suffixes.map { main + $0 } }

    private static let suffixes = ["", "-wal", "-shm", "-journal"]

    var hasMain: Bool { FileManager.default.fileExists(atPath: main) }

    /// The parts that are there.
    var present: [String] { all.filter { FileManager.default.fileExists(atPath: $0) } }

    func remove() throws {
        for path in present { try FileManager.default.removeItem(atPath: path) }
    }

    /// Moves every part that is there.
    /// - Returns: where they are now.
    func move(to other: DatabaseFiles) throws -> [String] {
        try zip(all, other.all).filter { FileManager.default.fileExists(atPath: $0.0) }.map { from, to in
            try FileManager.default.moveItem(atPath: from, toPath: to)
            return to
        }
    }
}
