import Foundation
import HostKit
import Operations
import PluginKit
import Testing

@Suite struct WordsSourceTests {
    private static let right: [String: [String]] = [
        "name": ["  区教委 "], "count": ["3"], "share": ["76.5"], "due": ["2026年3月1日"], "colour": ["绿色"],
        "roles": ["巡察办,AD"], "tags": ["a,b", "c"], "file": ["/tmp/units.csv"],
        "unit": ["0198a000-0000-7000-8000-000000000001"],
    ]

    private func source(_ words: [String: [String]]) -> WordsSource {
        WordsSource(words, strings: sampleStrings) { path in
            guard path.hasSuffix(".csv") else { throw CocoaError(.fileReadNoSuchFile) }
            return Upload(name: "units.csv", data: Data("code".utf8))
        }
    }

    @Test func everyKindIsRead() throws {
        let input = try source(Self.right).decode(SampleInput.self)
        #expect(input.name == "区教委")
        #expect(input.count == 3)
        #expect(input.share == 76.5)
        #expect(!input.isUrgent)
        #expect(input.due == CalendarDate(year: 2026, month: 3, day: 1))
        #expect(input.colour == .green)
        #expect(input.roles == [.inspectionOffice, .administrator])
        #expect(input.tags == ["a,b", "c"])
        #expect(input.file.name == "units.csv")
        #expect(input.note == nil && input.measures == nil)
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let wrong = [
            "count": ["three"], "share": ["x"], "isUrgent": ["maybe"], "due": ["2026-02-30"], "colour": ["blue"],
            "roles": ["AD"], "tags": ["a"], "file": ["/tmp/absent"], "unit": ["7"], "note": ["a", "b"], "colur": ["red"],
        ]
        #expect(
            faults { _ = try source(wrong).decode(SampleInput.self) } == [
                "name:missing", "count:integer", "share:decimal", "isUrgent:flag", "due:date", "colour:choice",
                "file:unreadableFile", "unit:id", "note:single", "colur:unknownField",
            ])
    }

    @Test(arguments: [("red", Colour.red), ("RED", .red), ("Red", .red), ("红色", .red), ("green", .green), ("Green", .green)])
    func choicesAreKnownByCodeAndByLabel(_ typed: String, _ colour: Colour) throws {
        var words = Self.right
        words["colour"] = [typed]
        #expect(try source(words).decode(SampleInput.self).colour == colour)
    }

    @Test(arguments: [("true", true), ("是", true), ("1", true), ("on", true), ("false", false), ("否", false), ("0", false)])
    func flagsAreReadFromForms(_ typed: String, _ flag: Bool) throws {
        var words = Self.right
        words["isUrgent"] = [typed]
        #expect(try source(words).decode(SampleInput.self).isUrgent == flag)
    }

    @Test func pathsOfNamesMakeObjects() throws {
        var words = Self.right
        words["measures.1.what"] = ["立行立改"]
        words["measures.1.due"] = ["20260301"]
        words["measures.2.what"] = ["建章立制"]
        words["measures.2.due"] = ["soon"]
        #expect(faults { _ = try source(words).decode(SampleInput.self) } == ["measures.2.due:date"])
        words["measures.2.due"] = ["2026-04-01"]
        #expect(try source(words).decode(SampleInput.self).measures?.map(\.what) == ["立行立改", "建章立制"])
    }

    @Test func textIsComposedAndTrimmed() throws {
        var words = Self.right
        words["name"] = ["Cafe\u{301}\u{3000}"]
        #expect(try Array(source(words).decode(SampleInput.self).name.unicodeScalars) == Array("Café".unicodeScalars))
    }

    @Test func nothingIsAskedOfEmptyInputs() throws {
        _ = try WordsSource([:]).decode(NoInput.self)
        #expect(faults { _ = try WordsSource(["x": ["1"]]).decode(NoInput.self) } == ["x:unknownField"])
    }
}
