import Foundation
import Operations
import Persistence
import PluginKit

/// Where a produced file goes, and which field said so.
struct DocumentPath: Equatable {
    var field: String
    var path: String
}

/// Stores the files that operations make. Nothing is half written, and nothing is replaced unless the person said `--force`.
struct DocumentFiles {
    let console: Console
    let mayReplace: Bool
    /// Files that are never replaced, whatever the person said.
    let own: OwnFiles

    /// Looks before the operation runs, so that nothing is done that could not be handed over.
    /// - Throws: `E-FILE-EXISTS`, `E-FILE-ABSENT` for the folder, `E-FILE-READONLY`, all paths at once.
    func check(_ places: [DocumentPath]) throws {
        var checks = Checks()
        let files = FileManager.default
        for place in places where place.path != "-" {
            let folder = URL(fileURLWithPath: place.path).deletingLastPathComponent().path
            let exists = files.fileExists(atPath: place.path)
            guard !own.contains(place.path) else {
                checks.add(Rule.existingFile.refused("own", field: place.field, ["path": .text(place.path)]))
                continue
            }
            checks.require(
                !exists || mayReplace, Rule.existingFile.refused("force", field: place.field, ["path": .text(place.path)]))
            if !files.fileExists(atPath: folder) {
                checks.add(Rule.absentFile.refused("folder", field: place.field, ["path": .text(folder)]))
            } else if !files.isWritableFile(atPath: folder) {
                checks.add(Rule.readOnlyFile.refused("folder", field: place.field, ["path": .text(folder)]))
            }
        }
        try checks.finish()
    }

    /// Writes a document beside its place and moves it there; `-` is the standard output.
    func store(_ document: Document, at path: String) throws {
        guard path != "-" else { return console.writeData(document.data) }
        let files = FileManager.default
        let partial = "\(path).partial-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try document.data.write(to: URL(fileURLWithPath: partial))
            guard mayReplace else { return try files.moveItem(atPath: partial, toPath: path) }
            guard rename(partial, path) == 0 else {
                throw Rule.failingFile.refused("path", ["path": .text(path), "reason": .text(String(cString: strerror(errno)))])
            }
        } catch {
            try? files.removeItem(atPath: partial)
            throw error
        }
    }
}
