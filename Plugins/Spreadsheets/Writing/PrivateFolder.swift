#if Spreadsheets
    import Foundation
    import PluginKit

    /// A folder for files that exist only for a moment.
    enum PrivateFolder {
        /// Makes a new folder that only this account can enter (mode 700), lends its path, and removes it with all it holds.
        static func use<Result>(_ body: (String) throws -> Result) throws -> Result {
            let pattern = FileManager.default.temporaryDirectory.appending(path: "xuncha-XXXXXX").path
            var path = pattern.utf8CString.map(\.self)
            guard mkdtemp(&path) != nil else {
                throw Rule.invalid.refused("workbookWrite", ["reason": .text(String(cString: strerror(errno)))])
            }
            let folder = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            return try body(folder)
        }
    }
#endif
