import SourceTree
import Testing

/// Decisions are numbered, short, and built alike.
@Suite struct DecisionTests {
    static let paths = Repository.paths(under: "docs/decisions", ending: ".md")

    @Test func numbersAreUsedOnce() {
        let numbers = Self.paths.compactMap { $0.split(separator: "/").last?.prefix(4) }
        #expect(numbers.count == Set(numbers).count)
        #expect(numbers.allSatisfy { Int($0) != nil })
        #expect(numbers.count >= 7)
    }

    @Test(arguments: paths)
    func everyDecisionIsBuiltAlike(path: String) throws {
        let document = try Document.named(path)
        #expect(document.lines.count < 60)
        let number = path.split(separator: "/").last?.prefix(4) ?? ""
        #expect(document.headings(1).first?.hasPrefix("\(number) ") == true)
        let headings = document.headings(2)
        for wanted in ["Context", "Options", "Decision", "Consequences"] {
            #expect(headings.contains(wanted), "\(path) has no \(wanted)")
        }
    }
}
