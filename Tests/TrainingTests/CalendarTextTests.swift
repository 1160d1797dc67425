import Foundation
import Operations
import PluginKit
import Testing

@testable import Training

/// RFC 5545. The file as a whole is read by an independent parser in `Tests/TrainingChecks`.
@Suite struct CalendarTextTests {
    @Test(arguments: [
        ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("一行\n二行", "一行\\n二行"), ("a\r\nb", "a\\nb"), ("响\u{07}铃", "响铃"), ("a:\"b\"", "a:\"b\""),
    ])
    func textsAreEscaped(plain: String, escaped: String) {
        #expect(CalendarText.escaped(plain) == escaped)
    }

    @Test func linesAreFoldedByBytesAndNeverInsideACharacter() {
        let line = "SUMMARY:" + String(repeating: "巡察工作", count: 30)
        let folded = CalendarText.folded(line)
        let parts = folded.components(separatedBy: "\r\n")
        #expect(parts.last == "")
        #expect(parts.allSatisfy { $0.utf8.count <= 75 })
        #expect(parts.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
        #expect(
            parts.dropLast().enumerated().map { $0.offset == 0 ? $0.element : String($0.element.dropFirst()) }.joined() == line)
    }

    @Test func aLineOfExactly75BytesIsNotFolded() {
        let line = String(repeating: "a", count: 75)
        #expect(CalendarText.folded(line) == line + "\r\n")
        #expect(CalendarText.folded(line + "b") == line + "\r\n b\r\n")
    }

    @Test(arguments: [("2024-04-22 09:00", "20240422T010000Z"), ("2024-01-01 07:59", "20231231T235900Z")])
    func timesAreWrittenInUTC(local: String, utc: String) throws {
        #expect(CalendarText.utc(try #require(SessionTime(local))) == utc)
    }

    @Test func everySessionIsAnEventAndOnesOwnOnlyOnesOwn() throws {
        let training = try TrainingOffice.toLookAt()
        func events(_ input: ExportCalendar.Input, as principal: Principal? = nil) throws -> Int {
            let text = String(
                decoding: try training.office.run(ExportCalendar.self, input, as: principal).document.data, as: UTF8.self)
            return text.components(separatedBy: "BEGIN:VEVENT").count - 1
        }
        let out = DownloadName("a.ics")
        #expect(try events(.init(out: out)) == 60)
        #expect(try events(.init(out: out, room: "巡察办培训室")) == 11)
        #expect(try events(.init(out: out, course: "C002")) == 3)
        let own = try events(.init(out: out, cadre: "熊霞"), as: try training.learner("熊霞"))
        #expect(own == (try training.office.run(ListEnrolments.self, .init(cadre: "熊霞")).rows.count))
        let hidden = training.office.refusals { _ = try events(.init(out: out, cadre: "熊霞"), as: try training.learner("侯霞")) }
        #expect(hidden.map(\.rule) == [.notFound])
    }
}
