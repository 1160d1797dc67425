import Foundation
import Interchange
import PluginKit
import Testing

@Suite struct CSVEncodingTests {
    static let text = "姓名,单位\n王小明,西湖区委巡察办\n"
    /// "王" and "，" in GB18030, and a character that needs four bytes there (𠮷).
    static let gb18030: [UInt8] =
        [0xCD, 0xF5] + Array(",x\n".utf8) + [0x95, 0x34, 0xB2, 0x35] + Array(",".utf8) + [0xA3, 0xAC]

    @Test func readsEveryEncodingAlike() throws {
        let utf8 = Data(Self.text.utf8)
        let littleEndian = Data([0xFF, 0xFE]) + Data(Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let bigEndian = Data([0xFE, 0xFF]) + Data(Self.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        for data in [utf8, Data([0xEF, 0xBB, 0xBF]) + utf8, littleEndian, bigEndian] {
            let table = try CSV.read(data)
            #expect(table.header == ["姓名", "单位"])
            #expect(table.rows == [SourceRow(number: 2, cells: ["王小明", "西湖区委巡察办"])])
        }
    }

    @Test func readsGB18030() throws {
        let table = try CSV.read(Data(Self.gb18030))
        #expect(table.header == ["王", "x"])
        #expect(table.rows.map(\.cells) == [["𠮷", "，"]])
    }

    @Test func readsTheSampleInGB18030() throws {
        let table = try CSV.read(try Sample.data("cadres/pool-sample-dirty.csv"))
        #expect(table.header.first == "姓名")
        #expect(table.rows.count == 80)
        #expect(table.rows[8].number == 10)
        #expect(table.rows[8].cells[10].contains("\n"))
        #expect(table.rows.allSatisfy { $0.cells.count == 17 })
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var position: Int
        var encoding: String
        var testDescription: String { name }
    }

    static let bad: [Bad] = [
        Bad(name: "GB18030, lone 0xFF", bytes: [0xCD, 0xF5, 0x2C, 0xFF, 0x2C], position: 4, encoding: "GB18030"),
        Bad(name: "GB18030, cut at the end", bytes: [0xCD, 0xF5, 0x2C, 0xCD], position: 4, encoding: "GB18030"),
        Bad(name: "UTF-8, bad byte late", bytes: Array("王小明甲乙".utf8) + [0xFF], position: 16, encoding: "UTF-8"),
        Bad(name: "UTF-8, cut at the end", bytes: Array("王小明甲乙".utf8).dropLast(), position: 13, encoding: "UTF-8"),
        Bad(name: "UTF-8 with BOM", bytes: [0xEF, 0xBB, 0xBF, 0x61, 0xCD, 0xF5], position: 5, encoding: "UTF-8"),
        Bad(name: "UTF-16, half a pair", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8], position: 5, encoding: "UTF-16LE"),
    ]

    @Test(arguments: bad) func refusesNamingTheByte(_ example: Bad) throws {
        let found = refusals { _ = try CSV.read(Data(example.bytes)) }
        let refusal = try #require(found.first)
        #expect(found.count == 1)
        #expect(refusal.rule.id == "R-LOG-04")
        #expect(refusal.message.arguments["position"] == .text("\(example.position)"))
        #expect(refusal.message.arguments["encoding"] == .text(example.encoding))
        #expect(try sentence(refusal.message, in: .zhHans).contains("第 \(example.position) 个字节"))
        _ = try sentence(refusal.remedy, in: .en)
    }

    @Test(arguments: [(Array("a,b\n\0,c".utf8), 5), ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], 5)])
    func refusesWhatIsNoText(_ bytes: [UInt8], _ position: Int) {
        let found = refusals { _ = try CSV.read(Data(bytes)) }
        #expect(found == [Rule.unreadableFile.refused("binary", ["position": .text("\(position)")])])
    }
}
