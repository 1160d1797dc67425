import Foundation
import Interchange
import Operations
import PluginKit

/// The folder with the sample district.
struct SampleData: Sendable {
    let folder: URL

    /// Finds the folder: where the caller says, else `SampleData` here or beside the program or above it.
    /// - Throws: `E-NOTFOUND` when it is nowhere.
    init(_ path: String?) throws {
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        var places = [here.appendingPathComponent("SampleData")]
        var above = program.deletingLastPathComponent()
        for _ in 0..<6 {
            places.append(above.appendingPathComponent("SampleData"))
            above.deleteLastPathComponent()
        }
        if let path { places = [URL(fileURLWithPath: path)] }
        let found = places.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("units/hangzhou-xihu.csv").path) }
        guard let found else { throw Rule.notFound.refused("sampleData", field: "data", ["path": .text(path ?? "SampleData")]) }
        folder = found
    }

    /// A file of the folder, or a text made up by the story (`evidence:NAME`).
    func upload(_ path: String) throws -> Upload {
        if let name = path.split(separator: ":", maxSplits: 1).last, path.hasPrefix("evidence:") {
            return Upload(name: "\(name).txt", data: Data("佐证材料：\(name)\n".utf8))
        }
        if path == Self.caseUnit.name { return Self.caseUnit }
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else {
            throw Rule.notFound.refused("sampleData", field: "file", ["path": .text(path)])
        }
        return Upload(name: URL(fileURLWithPath: path).lastPathComponent, data: data)
    }

    /// For each row of the published case's ledger, whether it is done.
    func ledgerStates() throws -> [Bool] {
        let table = try CSV.read(upload("ledgers/wucheng-25.synthetic.csv").data)
        let column = table.header.firstIndex(of: "状态")
        return table.rows.map { $0[column] == "已完成" }
    }

    /// The unit of the published case, which is not in the sample district's list.
    static let caseUnit = Upload(
        name: "case-unit.csv", data: Data("code,name,level,parent_code\n330106J52,区文旅体局,organ,330106\n".utf8))
}
