import Foundation
import HostKit
import Operations
import Persistence
import PluginKit

/// The options every command has.
struct GlobalOptions {
    let format: OutputFormat
    let database: String?
    let account: String?
    let json: String?
    let isVerbose: Bool
    let isForced: Bool

    /// - Throws: `E-VAL` for every option that is wrong.
    init(_ values: [String: [String]], strings: StringCatalogue) throws {
        var checks = Checks()
        for name in ["format", "lang", "database", "as", "json"] {
            checks.require(values[name, default: []].count <= 1, Rule.invalid.refused("single", field: name))
        }
        let format = values["format"]?.first ?? OutputFormat.table.rawValue
        let choices = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        checks.require(
            OutputFormat(rawValue: format) != nil,
            Rule.invalid.refused("choice", field: "format", ["value": .text(format), "choices": .text(choices)]))
        if let language = values["lang"]?.first {
            do { _ = try Language(named: language) } catch let refusal as Refusal { checks.add(refusal) }
        }
        try checks.finish()
        self.format = OutputFormat(rawValue: format) ?? .table
        database = values["database"]?.first
        account = values["as"]?.first
        json = values["json"]?.first
        isVerbose = values["verbose"] != nil
        isForced = values["force"] != nil
    }
}

/// Files a person names on the command line.
enum InputFiles {
    /// A file that goes into an operation; `-` is the standard input.
    static func upload(_ path: String, console: Console) throws -> Upload {
        let name = path == "-" ? "stdin" : URL(fileURLWithPath: path).lastPathComponent
        return Upload(name: name, data: try read(path, console))
    }

    /// The content of a file, or of the standard input for `-`.
    /// - Throws: `E-FILE-ABSENT`, `E-VAL` on the field.
    static func data(_ path: String, field: String, console: Console) throws -> Data {
        do {
            return try read(path, console)
        } catch var refusal as Refusal {
            refusal.field = field
            throw refusal
        }
    }

    private static func read(_ path: String, _ console: Console) throws -> Data {
        do {
            return path == "-" ? try console.readAll() : try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw refusal(path)
        }
    }

    /// Why a file cannot be read, in our own words: the system's are in one language.
    private static func refusal(_ path: String) -> Refusal {
        let (files, place) = (FileManager.default, ["path": Message.Argument.text(path)])
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else { return Rule.absentFile.refused(place) }
        if isFolder.boolValue { return Rule.invalid.refused("notAFile", place) }
        return Rule.invalid.refused(files.isReadableFile(atPath: path) ? "unreadableFile" : "closedFile", place)
    }
}
