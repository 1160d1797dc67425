import Foundation
import SourceTree
import Testing

/// What is written agrees with what is there.
@Suite struct ReferenceTests {
    @Test func everyTargetHasAHeading() throws {
        let targets = Set(try Repository.sources().map(\.target)).subtracting([""])
        let headings = try Document.named("docs/modules.md").headings(2)
        #expect(targets.subtracting(headings) == [])
        #expect(Set(headings).subtracting(targets) == [], "headings of targets that do not exist")
        #expect(headings.count == Set(headings).count)
    }

    /// Slots in the sources: type and name in manifests.
    private func slots() throws -> [String: String] {
        let pattern = /enum (\w+): ContributionKind \{[^}]*?static let slot = "(\w+)"/
        let found = try Repository.sources().flatMap { $0.text.matches(of: pattern).map { (String($0.output.1), String($0.output.2)) } }
        return Dictionary(found, uniquingKeysWith: { first, _ in first }).filter { type, _ in
            // The example in the documentation comment of the protocol itself is declared in earnest by Statistics.
            type != "Example"
        }
    }

    @Test func everySlotHasARow() throws {
        let rows = try Document.named("docs/plugins/slots.md").prose.compactMap { line in
            line.firstMatch(of: /^\| `(\w+)` \| `(\w+)` \|/).map { (String($0.output.1), String($0.output.2)) }
        }
        let written = Dictionary(rows, uniquingKeysWith: { first, _ in first })
        #expect(rows.count == written.count)
        #expect(written == (try slots()))
    }

    @Test(arguments: try Document.all())
    func everyLinkLeadsSomewhere(document: Document) throws {
        let folder = document.path.split(separator: "/").dropLast().joined(separator: "/")
        for link in document.links {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let target = parts[0].isEmpty ? document.path : Self.resolved(parts[0], from: folder)
            #expect(Repository.has(target), "\(document.path) links to \(link)")
            guard parts.count == 2, target.hasSuffix(".md"), Repository.has(target) else { continue }
            #expect(try Self.anchors(of: target).contains(parts[1]), "\(document.path) links to \(link)")
        }
    }

    private static func resolved(_ link: String, from folder: String) -> String {
        var parts = folder.split(separator: "/").map(String.init)
        for part in link.split(separator: "/").map(String.init) where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    private static func anchors(of path: String) throws -> Set<String> {
        let document = try Document.named(path)
        let headings = (1...4).flatMap { document.headings($0) }
        return Set(headings.map { heading in
            String(heading.lowercased().compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : nil })
        })
    }

    @Test(arguments: try Document.all())
    func everyToolNamedExists(document: Document) {
        #expect(document.tools.filter { !Repository.has($0) } == [])
    }

    @Test(arguments: ["README.md", "README.zh-Hans.md"])
    func theFirstScreenNamesBothCommands(path: String) throws {
        let first = try Document.named(path).lines.prefix(20)
        for command in ["Tools/run", "Tools/test"] {
            #expect(first.contains { $0.contains(command) }, "\(path) does not begin with \(command)")
        }
    }

    @Test func everyToolIsExecutable() throws {
        for tool in ["Tools/setup", "Tools/run", "Tools/test", "Tools/new-plugin", ".ci/run"] {
            #expect(FileManager.default.isExecutableFile(atPath: Repository.root.appendingPathComponent(tool).path), "\(tool)")
        }
    }

    @Test func theUserGuideHasTheSameChaptersInBothLanguages() throws {
        let chinese = try Document.named("docs/zh-Hans/user-guide.md")
        let english = try Document.named("docs/user-guide.md")
        #expect(chinese.headings(2).count == english.headings(2).count)
        let operations = { (document: Document) in document.code.filter { $0.hasPrefix("xuncha ") }.map(CommandLineOf.words) }
        #expect(operations(chinese) == operations(english))
    }
}

/// The words of a command line that name the command.
enum CommandLineOf {
    static func words(_ line: String) -> [String] {
        line.split(separator: " ").dropFirst().prefix { word in word.allSatisfy { $0.isLowercase || $0 == "-" } && !word.hasPrefix("-") }
            .map(String.init)
    }
}
