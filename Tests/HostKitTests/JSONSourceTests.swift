import Foundation
import HostKit
import Operations
import PluginKit
import Testing

@Suite struct JSONSourceTests {
    private static let right = """
        {"name": "区教委", "count": 3, "share": 76.5, "isUrgent": true, "due": "2026-03-01", "colour": "red",
         "roles": ["IO"], "tags": [], "file": {"name": "a.csv", "data": "Y29kZQ=="},
         "unit": "0198a000-0000-7000-8000-000000000001", "note": null,
         "measures": [{"what": "立行立改", "due": "2026-04-01"}]}
        """

    private func decode(_ text: String, limits: JSONSource.Limits = .init()) throws -> SampleInput {
        try JSONSource(Data(text.utf8), limits: limits, strings: sampleStrings).decode(SampleInput.self)
    }

    @Test func everyKindIsRead() throws {
        let input = try decode(Self.right)
        #expect(input.count == 3 && input.share == 76.5 && input.isUrgent && input.colour == .red)
        #expect(input.file.data == Data("code".utf8))
        #expect(input.measures == [Measure(what: "立行立改", due: CalendarDate(dayNumber: 20544))])
        #expect(input.note == nil)
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let wrong = """
            {"name": 7, "count": "3", "share": true, "due": "heute", "colour": "blue", "roles": "IO", "tags": [1, "a", null],
             "file": "/etc/passwd", "unit": "x", "measures": [{"what": "a", "due": "2026-13-01", "who": "b"}, {}], "nam": 1}
            """
        #expect(
            faults { _ = try decode(wrong) } == [
                "name:text", "count:integer", "share:decimal", "isUrgent:missing", "due:date", "colour:choice", "roles:list",
                "tags.1:text", "tags.3:text", "file:upload", "unit:id", "measures.1.due:date", "measures.1.who:unknownField",
                "measures.2.what:missing", "measures.2.due:missing", "nam:unknownField",
            ])
    }

    @Test(arguments: [
        ("", ":notJSON"), ("{", ":notJSON"), ("{\"a\" 1}", ":notJSON"), ("[]", ":jsonObject"), ("7", ":jsonObject"),
    ])
    func whatIsNoObjectIsRefused(_ text: String, _ fault: String) {
        #expect(faults { _ = try decode(text) } == [fault])
    }

    @Test(arguments: [(31, ":jsonObject"), (32, ":jsonObject"), (33, ":tooDeep"), (100_000, ":tooDeep")])
    func depthIsLimited(_ depth: Int, _ fault: String) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(faults { _ = try decode(text) } == [fault])
    }

    @Test func bracketsInTextAreNoDepth() throws {
        let text = Self.right.replacing("区教委", with: String(repeating: "[", count: 40) + "\\\"{")
        #expect(try decode(text).name.hasSuffix("[\"{"))
    }

    @Test func sizeIsLimited() {
        #expect(faults { _ = try decode(Self.right, limits: .init(bytes: 20)) } == [":tooLarge"])
    }

    @Test func filesAreReadByPathOnlyWhereThatIsAllowed() throws {
        let text = Self.right.replacing("{\"name\": \"a.csv\", \"data\": \"Y29kZQ==\"}", with: "\"a.csv\"")
        #expect(faults { _ = try decode(text) } == ["file:upload"])
        let source = JSONSource(Data(text.utf8), strings: sampleStrings) { Upload(name: $0, data: Data()) }
        #expect(try source.decode(SampleInput.self).file.name == "a.csv")
        #expect(source.text(of: "file") == "a.csv")
    }
}
