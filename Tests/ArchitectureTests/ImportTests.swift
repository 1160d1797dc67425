import SourceTree
import Testing

/// Nobody imports upward. Read from the sources, since a manifest may allow more than it should.
@Suite struct ImportTests {
    static let addOns = Set(
        Repository.paths(under: "Plugins", ending: ".swift").compactMap {
            $0.split(separator: "/").dropFirst().first.map(String.init)
        })

    private func faults(_ file: SourceFile) -> [String] {
        let isAddOn = file.path.hasPrefix("Plugins/")
        return file.imports.compactMap { module in
            Rooms.fault(of: file.target, importing: module, isAddOn: isAddOn, addOns: Self.addOns)
                .map { "\(file.path) imports \(module): \($0)" }
        }
    }

    @Test func everyImportIsAllowed() throws {
        let files = try Repository.sources()
        #expect(files.count > 100)
        #expect(files.flatMap(faults) == [])
    }

    @Test(arguments: [
        ("Modules/Kernel/PluginKit/Planted.swift", "import Persistence"),
        ("Modules/Kernel/PluginKit/Planted.swift", "import GRDB"),
        ("Modules/Kernel/Interchange/Planted.swift", "import Operations"),
        ("Modules/Organization/Planted.swift", "@testable import Inspection"),
        ("Modules/Personnel/Planted.swift", "  import struct Inspection.Round"),
        ("Modules/Statistics/Planted.swift", "package import Rectification"),
        ("Modules/Inspection/Operations/Planted.swift", "import Rectification"),
        ("Modules/Inspection/Planted.swift", "import ArgumentParser"),
        ("Modules/Hosts/CommandHost/Planted.swift", "import Organization"),
        ("Modules/Hosts/HostKit/Planted.swift", "import CommandHost"),
        ("Plugins/Spreadsheets/Planted.swift", "import Organization"),
        ("Plugins/Stranger/Planted.swift", "import CommandHost"),
        ("Plugins/Stranger/Planted.swift", "import Spreadsheets"),
        ("Modules/Attic/Planted.swift", "import PluginKit"),
        ("Tools/xuncha/Planted.swift", "import Inspection"),
    ])
    func aPlantedWrongImportIsFound(path: String, line: String) {
        let file = SourceFile(path: path, text: "import Foundation\n#if os(Linux)\n\(line)\n#endif\n")
        #expect(faults(file).count == 1)
    }

    @Test func wordsInSentencesAreNoImports() {
        let text = #"""
            /// import Inspection
            /* import Clues
            import Training */
            let a = """
            import Statistics "\(b("x"))"
            """
            import GRDB // import X
            """#
        #expect(SourceFile(path: "Modules/Organization/A.swift", text: text).imports == ["GRDB"])
    }

    @Test func theTableHasNoCircle() {
        for (room, allowed) in Rooms.table {
            for other in allowed {
                #expect(Rooms.table[other]?.contains(room) != true, "\(room) and \(other) may import each other")
            }
        }
    }
}
