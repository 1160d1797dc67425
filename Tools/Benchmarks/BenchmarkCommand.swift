import ArgumentParser
import CommandHost
import Foundation
import StandardPlugins

/// Measures what people wait for, against floors measured in the same run.
@main
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "Benchmarks", abstract: "Times operations against floors.")

    enum Name: String, CaseIterable, ExpressibleByArgument { case `import`, study, page, write, start, creation, http }

    @Option(help: "Also writes the figures to this file.") var json: String?
    @Option(help: "The static release build of the program; without it, its start is left out.") var xuncha: String?
    @Option(help: "The sqlite3 shell.") var shell = "/usr/bin/sqlite3"
    @Option(help: "Rows of the large ledger.") var rows = 100_000
    @Option(help: "Rows of the learning platform's export.") var studyRows = 50_000
    @Option(help: "Turns of the import; the other figures take multiples.") var turns = 5
    @Option(help: "Folder for the files of the run; on the disk that matters, not in memory.") var folder = "."
    @Option(help: "Only these figures.") var only: [Name] = []

    /// This very program, which serves both what is measured and the floor when it is started so.
    static let itself = "/proc/\(getpid())/exe"

    static func main() async {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case "serve": Foundation.exit(CommandHost(plugins: standardPlugins).run())
        case "bare": await serveBare(words.last ?? "")
        default: main(nil)
        }
    }

    private static func serveBare(_ path: String) async {
        #if HTTPHost
            do {
                try await BareServer(path: path).run()
            } catch {
                exit(withError: error)
            }
        #endif
    }

    func run() throws {
        let bench = try Workbench(in: folder)
        defer { bench.remove() }
        var report = Report(system: .init(), figures: [])
        for name in Name.allCases where only.isEmpty || only.contains(name) {
            report.figures += try measure(name, bench, &report.levels)
        }
        print(report.table, terminator: "")
        if let json { try report.json.write(to: URL(fileURLWithPath: json)) }
    }

    private func measure(_ name: Name, _ bench: Workbench, _ levels: inout [Level]) throws -> [Figure] {
        switch name {
        case .import: return try ImportFigure(bench: bench, rows: rows, turns: turns).measure()
        case .study: return try StudyFigure(bench: bench, rows: studyRows, turns: turns).measure()
        case .page: return try PageFigures(bench: bench, path: try filled(bench), turns: turns * 10).measure()
        case .write: return try WriteFigure(bench: bench, turns: turns * 40).measure()
        case .http:
            let http = try HTTPFigures(
                bench: bench, path: try filled(bench), program: xuncha ?? Self.itself, turns: turns * 2
            ).measure()
            levels += http.levels
            return http.figures
        case .creation: return try CreationFigure(bench: bench, turns: turns * 2).measure()
        case .start:
            guard let xuncha else { return [] }
            return try StartFigure(bench: bench, path: try filled(bench), program: xuncha, shell: shell, turns: turns * 10)
                .measure()
        }
    }

    /// A file with the large ledger in it.
    private func filled(_ bench: Workbench) throws -> String {
        let path = bench.path("filled.sqlite")
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        let office = try Office.create(path)
        try office.run(
            "ledger.import", ["file": "ledger.csv", "round": Office.round, "createUnits": "true"], upload: Ledger.csv(rows: rows))
        try office.close()
        return path
    }
}
