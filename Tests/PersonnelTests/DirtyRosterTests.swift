import Foundation
import Interchange
import Operations
import PluginKit
import Testing

@testable import Personnel

/// The roster with planted faults against its key file: each fault must be found at its place, with the verdict the key asks for.
@Suite struct DirtyRosterTests {
    /// One line of the key.
    struct Planted: Sendable, CustomTestStringConvertible {
        var row: Int
        var columns: [String]
        var fault: String
        var expected: String
        var testDescription: String { "\(row) \(columns.joined(separator: ",")) \(fault)" }
    }

    static let key: [Planted] = {
        guard let file = try? Sample.upload("cadres/pool-sample-dirty.key.csv"), let table = try? CSV.read(file.data) else {
            return []
        }
        return table.rows.map {
            Planted(row: Int($0[0]) ?? 0, columns: $0[1].split(separator: ",").map(String.init), fault: $0[2], expected: $0[3])
        }
    }()

    /// What the key's verdicts allow. "Hint" verdicts are notes: the row is saved and the report says so.
    static let allowed: [String: Set<RowFault.Severity>] = [
        "拒绝该行": [.refused], "拒绝": [.refused], "拒绝该格": [.refused], "拒绝该格并指出": [.refused], "拒绝或待补": [.refused, .question],
        "需确认": [.question], "有歧义，需确认": [.question], "未知单位，需确认": [.question], "未知单位，需匹配确认": [.question],
        "需确认，不得静默丢弃": [.question], "可规范": [.normalised], "可规范为YYYY.MM": [.normalised], "可规范或需确认": [.normalised, .question],
        "可规范；导出时不得成公式": [.normalised], "可映射": [.normalised], "可映射或提示": [.normalised], "去空格": [.normalised],
        "提示": [.normalised], "提示缺失": [.normalised], "提示不合理": [.normalised], "按文本保存，导出转义": [.normalised], "合并": [.normalised],
        "识别为同一人": [.normalised, .question], "不得合并": [.normalised],
    ]

    /// Planted faults that leave nothing to say: the cell is right as it stands, or the fault is not in the file.
    static let silent: [Int: String] = [
        26: "a comma and quotes in a remark are kept as they are", 38: "转塘街道 is the unit's full name",
        39: "the history has one entry and so no separator",
    ]

    /// Each form of the roster, with how far its row numbers lie from the key's: the workbook has a title above its header.
    static var files: [String: Int] {
        var files = ["cadres/pool-sample-dirty.csv": 0]
        #if Spreadsheets
            files["cadres/pool-sample-dirty.xlsx"] = 1
        #endif
        return files
    }

    private static let read = files.keys.reduce(into: [String: Result<[RowFault], any Error>]()) { read, file in
        read[file] = Result { try SampleDistrict().importRoster(try Sample.upload(file), partial: true).faults }
    }

    private static func faults(_ file: String) throws -> [RowFault] { try read[file]?.get() ?? [] }

    @Test(arguments: files.keys) func findsEveryPlantedFault(file: String) throws {
        let faults = try Self.faults(file)
        let shift = Self.files[file] ?? 0
        #expect(Self.key.count == 59)
        for planted in Self.key where Self.silent[planted.row] == nil {
            let allowed = try #require(Self.allowed[planted.expected], "the key asks for something new: \(planted.expected)")
            let found = faults.filter {
                $0.row == planted.row + shift && (planted.columns == ["整行"] || planted.columns.contains($0.column))
            }
            #expect(found.contains { allowed.contains($0.severity) }, "\(file) \(planted.testDescription): \(found)")
        }
    }

    @Test func saysTheRightThing() throws {
        let faults = try Self.faults("cadres/pool-sample-dirty.csv")
        let wanted: [Int: String] = [
            2: "poolMissing", 4: "formulaText", 6: "interchange.cell.formula", 8: "interchange.cell.nameRemark",
            12: "personTwiceLater",
            13: "unitMissingPresent", 16: "namesake", 19: "unitUnknown", 20: "phoneLength", 23: "personTwice", 24: "joinedYoung",
            25: "afterRoster", 27: "rowTwinLater", 32: "namesake", 34: "rowTwin", 36: "careerOverlap",
            42: "interchange.cell.missing",
            44: "personTwiceLater", 47: "kinNoUnit", 48: "interchange.cell.digitsLost", 49: "interchange.cell.future",
            66: "unitUnknown",
            70: "kinUnread", 71: "careerReversed", 72: "joinMissing", 73: "specialtyMapped", 76: "personTwice",
        ]
        for (row, key) in wanted {
            let keys = faults.filter { $0.row == row }.map(\.message.key)
            #expect(keys.contains(key) || keys.contains("personnel.roster.\(key)"), "row \(row): \(keys)")
        }
    }

    @Test func saysNothingOfCellsThatAreRight() throws {
        let faults = try Self.faults("cadres/pool-sample-dirty.csv")
        let planted = Set(Self.key.map(\.row))
        let others = faults.filter { !planted.contains($0.row) }
        let allowed: Set<String> = [
            "personnel.roster.namesake", "personnel.roster.rowTwin", "personnel.roster.rowTwinLater",
            "personnel.roster.personTwice",
            "personnel.roster.personTwiceLater",
        ]
        #expect(others.allSatisfy { allowed.contains($0.message.key) }, "\(others.filter { !allowed.contains($0.message.key) })")
    }

    @Test func nothingIsHalfSaved() throws {
        let district = try SampleDistrict()
        let file = try Sample.upload("cadres/pool-sample-dirty.csv")
        let refusals = district.office.refusals { try district.importRoster(file) }
        #expect(!refusals.isEmpty)
        #expect(refusals.allSatisfy { $0.kind == .validation })
        for table in ["cadre", "post", "kin", "pool_membership", "roster"] {
            #expect(try district.count("personnel_\(table)") == 0)
        }
    }
}
