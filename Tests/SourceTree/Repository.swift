import Foundation

/// The files of this repository, as the tests of architecture and documentation read them.
public enum Repository {
    /// The folder with Package.swift.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// All Swift files of targets that are in the program or beside it, tests and separate packages left out.
    public static func sources() throws -> [SourceFile] {
        try ["Modules", "Plugins", "Tools"].flatMap { try swiftFiles(under: $0) }
    }

    /// All Swift files of tests.
    public static func testSources() throws -> [SourceFile] { try swiftFiles(under: "Tests") }

    /// Paths of all files with an ending under a folder, relative to the root, sorted. Hidden folders are left out.
    public static func paths(under folder: String, ending: String) -> [String] {
        let start = root.appendingPathComponent(folder)
        let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
        let prefix = root.standardizedFileURL.path + "/"
        return (found?.compactMap { $0 as? URL } ?? [])
            .map { String($0.standardizedFileURL.path.dropFirst(prefix.count)) }
            .filter { $0.hasSuffix(ending) }.sorted()
    }

    /// The text of a file.
    public static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Whether there is a file or folder at a path relative to the root.
    public static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    private static func swiftFiles(under folder: String) throws -> [SourceFile] {
        try paths(under: folder, ending: ".swift")
            .filter { !$0.hasPrefix("Tools/Examples/") && !$0.contains("/.build") }
            .map { SourceFile(path: $0, text: try text($0)) }
    }
}
