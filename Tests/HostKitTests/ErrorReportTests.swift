import Foundation
import GRDB
import HostKit
import Persistence
import PluginKit
import Testing

@Suite struct ErrorReportTests {
    private func report(_ error: any Error, _ language: Language = .zhHans) -> ErrorReport {
        ErrorReport(error, strings: sampleStrings, language: language, operation: "unit.add") { "--\($0)" }
    }

    @Test func aLineNamesRuleFieldReasonAndRemedy() {
        let refusal = Rule.invalid.refused("shout", field: "name", ["value": "A"])
        #expect(report(refusal).lines == ["[E-VAL] 名称（--name）：不要喊“A”。处理办法：请更正后重试。"])
        #expect(
            report(refusal, .en).lines == ["[E-VAL] name (--name): do not shout \"A\". What to do: Correct it and try again."])
    }

    @Test func placesInsideAFieldAreLabelledByTheirLastName() {
        let refusal = Rule.invalid.refused("missing", field: "measures.2.due")
        #expect(report(refusal, .en).lines.first?.hasPrefix("[E-VAL] due date (--measures.2.due): must be given.") == true)
    }

    /// A column of a file is no field of the operation, even where it has the name of one.
    @Test func placesInAFileKeepTheNamesTheyHaveThere() {
        let refusal = Rule.invalid.refused("missing", field: "rows.4.due")
        #expect(report(refusal, .en).lines.first?.hasPrefix("[E-VAL] --rows.4.due: must be given.") == true)
    }

    @Test func allRefusalsAreShownAndTheGravestDecides() {
        let refusals = Refusals([Rule.broken.refused(), Rule.notFound.refused(), Rule.invalid.refused()])
        #expect(report(refusals).lines.count == 3)
        #expect(report(refusals).exitCode == 2)
    }

    @Test(
        arguments: [
            (RefusalKind.validation, 2), (.permission, 3), (.notFound, 4), (.state, 5), (.duplicate, 5), (.stale, 5), (.rule, 6),
            (.integrity, 7),
        ] as [(RefusalKind, Int32)])
    func exitCodesComeFromTheKind(_ kind: RefusalKind, _ code: Int32) {
        #expect(report(Rule("X-1", kind, source: "").refused()).exitCode == code)
    }

    @Test(
        arguments: [
            (ResultCode.SQLITE_BUSY, "E-LOCK", 5), (.SQLITE_FULL, "E-FILE-FULL", 5), (.SQLITE_READONLY, "E-FILE-READONLY", 3),
            (.SQLITE_IOERR, "E-FILE-IO", 5), (.SQLITE_CORRUPT, "E-INTEGRITY", 7), (.SQLITE_CONSTRAINT_UNIQUE, "E-DUP", 5),
        ] as [(ResultCode, String, Int32)])
    func databaseErrorsAreSaidPlainly(_ code: ResultCode, _ rule: String, _ exitCode: Int32) {
        let report = report(DatabaseError(resultCode: code, message: "m"))
        #expect(report.lines.first?.hasPrefix("[\(rule)] ") == true)
        #expect(report.exitCode == exitCode)
    }

    @Test func otherErrorsAreUnexpected() {
        struct Strange: Error {}
        #expect(report(Strange()).exitCode == 1)
        #expect(report(Strange()).lines == ["意外错误：Strange()"])
        #expect(report(DatabaseError(resultCode: .SQLITE_ERROR)).exitCode == 1)
    }

    @Test func decodingErrorsNameTheField() throws {
        struct Point: Decodable { var x: Int }
        let error = #expect(throws: DecodingError.self) { try JSONDecoder().decode(Point.self, from: Data("{}".utf8)) }
        #expect(report(try #require(error)).lines.first?.hasPrefix("[E-VAL] --x：必须填写") == true)
    }

    @Test func pluginProblemsAreOneLineEach() {
        let problems = PluginProblems(problems: [.duplicatePlugin("a"), .conflict(plugin: "a", with: "b")])
        #expect(report(problems, .en).lines.count == 2)
        #expect(report(problems).exitCode == 6)
    }
}
