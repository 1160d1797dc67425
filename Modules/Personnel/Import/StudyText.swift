import Foundation
import Interchange
import PluginKit

/// Reads schools attended: `1999.09-2003.06 浙江大学 法学; 2008.09-2010.06 省委党校 公共管理 导师:王强`. Months, subject and supervisor may be
/// missing.
struct StudyText {
    private(set) var studies: [RosterStudy] = []
    private(set) var notes: [CellNote] = []

    init(_ entries: [String], unit: (String) -> RosterUnit) {
        for entry in entries { read(entry, unit) }
    }

    private mutating func read(_ entry: String, _ unit: (String) -> RosterUnit) {
        let (span, rest) = CareerText.split(entry)
        let words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
        let period = Cells.isBlank(span) ? nil : Cells.monthPeriod(span).certain
        guard let school = words.first, period != nil || Cells.isBlank(span) else {
            notes.append(.question("studyUnread", ["entry": entry]))
            return
        }
        let supervisor = words.dropFirst().first { $0.hasPrefix("导师") }
        let major = words.dropFirst().filter { $0 != supervisor }.joined(separator: " ")
        studies.append(
            RosterStudy(
                school: unit(school), major: major.isEmpty ? nil : major,
                supervisor: supervisor.map { String($0.dropFirst(2).drop { ":：".contains($0) }) }.flatMap {
                    $0.isEmpty ? nil : $0
                },
                from: period?.start, to: period?.end))
    }
}
