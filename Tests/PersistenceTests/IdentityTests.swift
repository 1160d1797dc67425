import Foundation
import Persistence
import PluginKit
import Testing

@Suite struct IdentityTests {
    private let start = Date(timeIntervalSince1970: 1_772_000_000)

    @Test func idsRiseEvenWithinOneMillisecond() {
        let source = IDSource(time: TimeSource { [start] in start })
        let ids = (0..<10_000).map { _ in source.next() }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(ids.map(\.bytes).elementsEqual(ids.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }))
    }

    @Test func idsRiseWhenTheClockGoesBack() {
        let readings = [start, start.addingTimeInterval(-3600), start.addingTimeInterval(1)]
        let clock = Clock(readings)
        let source = IDSource(time: TimeSource { clock.next() })
        let ids = readings.map { _ in source.next() }
        #expect(ids == ids.sorted())
    }

    @Test func idsAreVersionSeven() throws {
        let id = IDSource(time: TimeSource { [start] in start }).next()
        let text = Array(id.description)
        #expect(text[14] == "7" && "89ab".contains(text[19]))
        #expect(id.bytes.count == 16)
        #expect(UniqueID(id.description) == id)
        #expect(UniqueID(bytes: id.bytes) == id)
        #expect(try JSONDecoder().decode([UniqueID].self, from: JSONEncoder().encode([id])) == [id])
    }

    @Test(arguments: ["", "7", "0198a000-0000-7000-8000-00000000000", "0198a000-0000-7000-8000-00000000000g"])
    func otherTextsAreNoIds(_ text: String) {
        #expect(UniqueID(text) == nil)
    }

    @Test func repeatableSourcesRepeat() {
        func ids() -> [UniqueID] {
            let source = IDSource.repeatable(time: TimeSource { [start] in start }, seed: 7)
            return (0..<5).map { _ in source.next() }
        }
        #expect(ids() == ids())
    }

    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00.000Z", "1970-01-01T08:00:00+08:00"),
        (1_772_000_000.123, "2026-02-25T06:13:20.123Z", "2026-02-25T14:13:20+08:00"),
        (1_767_196_800, "2025-12-31T16:00:00.000Z", "2026-01-01T00:00:00+08:00"),
        (-0.001, "1969-12-31T23:59:59.999Z", "1970-01-01T07:59:59+08:00"),
    ])
    func instantsAreWrittenInOneWay(_ seconds: Double, _ utc: String, _ shanghai: String) {
        let instant = Instant(Date(timeIntervalSince1970: seconds))
        #expect(instant.description == utc)
        #expect(instant.shanghai == shanghai)
    }
}

/// Readings one after another.
private final class Clock: @unchecked Sendable {
    private var readings: [Date]
    init(_ readings: [Date]) { self.readings = readings.reversed() }
    func next() -> Date { readings.popLast() ?? .distantPast }
}

@Suite struct PageMarkTests {
    @Test(arguments: [["1"], ["330106", "12"], ["区教委", ""], ["", ""], ["a/b+c=d", "-9223372036854775808"]])
    func marksComeBackAsTheyWere(_ parts: [String]) throws {
        let mark = PageMark(parts)
        #expect(try PageMark(mark.text, parts: parts.count)?.parts == parts)
        #expect(!mark.text.contains { "+/=".contains($0) })
    }

    @Test(arguments: ["???", "A", "////", "MTIz"])
    func strangeMarksAreRefused(_ text: String) {
        #expect(refusal { _ = try PageMark(text, parts: 2) } == "E-VAL.refusal.cursor")
    }

    @Test func numbersAreChecked() throws {
        let mark = try #require(try PageMark(PageMark(["x", "7"]).text, parts: 2))
        #expect(try mark.integer(1) == 7)
        #expect(refusal { _ = try mark.integer(0) } == "E-VAL.refusal.cursor")
        #expect(try PageMark(nil, parts: 1) == nil)
    }
}
