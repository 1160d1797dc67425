import Foundation
import GRDB
import HostKit
import Operations
import Persistence
import PluginKit
import StandardPlugins

/// An office's file on disk, worked with through the operations of the full program.
struct Office {
    let dispatcher: Dispatcher
    private let principal = Principal(account: "office", roles: [.inspectionOffice, .administrator])

    /// The registry of the full program.
    static func registry() throws -> Registry { try Composition.registry(of: standardPlugins) }

    /// Code of the round that the figures work in.
    static let round = "1-1"

    /// Makes a file with a term and a round.
    static func create(_ path: String) throws -> Office {
        let request = InstallationRequest(jurisdiction: "雾城区")
        let office = Office(dispatcher: try Composition.create(path, for: request, registry: try registry()))
        try office.run(
            "term.open", ["number": "1", "name": "第一届", "start": "2021-01-01", "satisfactionThreshold": "90.00"])
        try office.run(
            "round.create", ["number": "1", "title": "第一轮", "start": "2021-03-01", "end": "2021-06-30"])
        return office
    }

    static func open(_ path: String, use: Store.Use = .single) throws -> Office {
        Office(dispatcher: try Composition.open(path, registry: try registry(), use: use))
    }

    /// Runs an operation with its fields as texts.
    @discardableResult
    func run(_ name: String, _ words: [String: String], upload: Data = Data()) throws -> Answer {
        let operation = try operation(name)
        let source = WordsSource(words.mapValues { [$0] }, strings: dispatcher.registry.strings) {
            Upload(name: $0, data: upload)
        }
        return try operation.run(dispatcher, source, principal)
    }

    func operation(_ name: String) throws -> AnyOperation {
        guard let operation = dispatcher.registry.operation(OperationName(name)) else { throw RawError("no operation \(name)") }
        return operation
    }

    /// The connection itself, for the floor: everything that is registered on it is there, nothing of ours is in the way.
    func raw<Result>(_ body: (RawDatabase) throws -> Result) throws -> Result {
        try dispatcher.store.writer.writeWithoutTransaction { db in
            guard let connection = db.sqliteConnection else { throw RawError("closed") }
            return try body(RawDatabase(connection: connection))
        }
    }

    func close() throws { try dispatcher.store.writer.close() }
}

/// A folder for the files of a run, removed at its end.
struct Workbench {
    let folder: URL

    init(in parent: String) throws {
        folder = URL(fileURLWithPath: parent).appendingPathComponent("xuncha-benchmarks-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Removes a database with what belongs to it.
    func removeDatabase(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// A copy of a closed database.
    func copy(_ path: String, as name: String) throws -> String {
        let copy = self.path(name)
        removeDatabase(copy)
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        // The key of its private fields goes with it, where it has one.
        if FileManager.default.fileExists(atPath: path + ".key") {
            try? FileManager.default.removeItem(atPath: copy + ".key")
            try FileManager.default.copyItem(atPath: path + ".key", toPath: copy + ".key")
        }
        return copy
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
