import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Synchronization
import Testing

@testable import Organization

@Suite struct UnitImportTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice(plugins: [InterchangePlugin.self, OrganizationPlugin.self], jurisdiction: "杭州市西湖区")
    }

    private func upload(_ text: String) -> Upload { Upload(name: "units.csv", data: Data(text.utf8)) }

    private func count() throws -> Int {
        try office.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM organization_unit") ?? -1 }
    }

    @Test func theSampleDistrictComesInWhole() throws {
        let file = Upload(name: "hangzhou-xihu.csv", data: try SampleFiles.units())
        let outcome = try office.run(ImportUnits.self, .init(file: file))
        #expect(outcome.faults.isEmpty)
        #expect(try count() == 287)
        let again = try office.run(ImportUnits.self, .init(file: file))
        #expect(again.sentence.arguments["same"] == .text("287"))
        #expect(try count() == 287)
    }

    @Test func everyFaultIsReportedAndNothingIsSaved() throws {
        let file = upload(
            """
            code,name,level,parent_code
            1,区,district,
            2,街道,stret,1
            3,,town,1
            4,村,village,9
            4,另一村,village,1
            """)
        let refusals = office.refusals { _ = try office.run(ImportUnits.self, .init(file: file)) }
        #expect(refusals.map(\.field) == ["rows.3.level", "rows.4.name", "rows.5.parent_code", "rows.6.code"])
        #expect(try count() == 0)
    }

    @Test func partialKeepsTheGoodRowsAndHandsBackTheRest() throws {
        let file = upload("code,name,level,parent_code\n1,区,district,\n2,街道,stret,1\n3,镇,town,1\n")
        let outcome = try office.run(
            ImportUnits.self, .init(file: file, partial: true, rejects: DownloadName("rejects.csv")))
        #expect(try count() == 2)
        let rejects = String(decoding: try #require(outcome.document).data, as: UTF8.self)
        #expect(rejects.contains("3,level,stret,"))
    }

    @Test func aCircleOfParentsIsRefused() throws {
        let file = upload("code,name,level,parent_code\nA,甲,organ,B\nB,乙,organ,A\n")
        let refusals = office.refusals { _ = try office.run(ImportUnits.self, .init(file: file)) }
        #expect(refusals.map(\.rule.id) == ["R-ORG-01", "R-ORG-01"])
        #expect(refusals.first.map { office.text($0.message) } == "上级关系成环：A → B → A")
    }

    @Test(arguments: [(Language.zhHans, "行号,"), (.en, "row,")])
    func rowsAreHandedBackInTheReadersLanguage(language: Language, start: String) throws {
        var dispatcher = office.dispatcher
        dispatcher.language = language
        let file = upload("code,name,level,parent_code\n1,区,district,\n2,,town,1\n")
        let outcome = try dispatcher.run(
            ImportUnits.self, .init(file: file, partial: true, rejects: DownloadName("r.csv")), as: office.office)
        let rejects = String(decoding: try #require(outcome.document).data, as: UTF8.self)
        #expect(rejects.contains(start), "\(rejects)")
        #expect(rejects.contains("必填项为空") == (language == .zhHans), "\(rejects)")
    }

    @Test func aLongImportTellsHowFarItIs() throws {
        let rows = (2...2500).map { "\($0),单位\($0),organ,1\n" }.joined()
        let told = Mutex<[Int]>([])
        var dispatcher = office.dispatcher
        dispatcher.progress = { done, _ in told.withLock { $0.append(done) } }
        let file = upload("code,name,level,parent_code\n1,区,district,\n\(rows)")
        _ = try dispatcher.run(ImportUnits.self, .init(file: file), as: office.office)
        #expect(told.withLock { $0 } == [1000, 2000])
    }

    private static let tree = "code,name,level,parent_code,line_parent_code\nA,甲,district,,\nB,乙,organ,A,\nC,丙,organ,B,B\n"

    /// R-ORG-01 holds over what is stored as the file would leave it, in either relation.
    @Test(arguments: [
        ("A,甲,district,C,", "rows.2.parent_code", "A → C → B → A"), ("B,乙,organ,A,C", "rows.2.line_parent_code", "B → C → B"),
        ("A,甲,district,A,", "rows.2.parent_code", "A → A"),
    ])
    func aCircleWithStoredUnitsIsRefused(row: String, field: String, path: String) throws {
        try office.run(ImportUnits.self, .init(file: upload(Self.tree)))
        let refusals = office.refusals { _ = try office.run(ImportUnits.self, .init(file: upload("\(Self.header)\(row)\n"))) }
        #expect(refusals.map(\.rule.id) == ["R-ORG-01"])
        #expect(refusals.map(\.field) == [field])
        #expect(refusals.first.map { office.text($0.message) } == "上级关系成环：\(path)")
        #expect(try office.run(ShowUnitTree.self, .init()).rows.count == 3)
    }

    private static let header = "code,name,level,parent_code,line_parent_code\n"

    @Test func turningTheTreeRoundInOneFileIsAllowed() throws {
        try office.run(ImportUnits.self, .init(file: upload(Self.tree)))
        try office.run(ImportUnits.self, .init(file: upload("\(Self.header)B,乙,organ,,\nA,甲,district,B,\nC,丙,organ,A,A\n")))
        #expect(try office.run(ShowUnitTree.self, .init(code: "B")).rows.map(\.depth) == [0, 1, 2])
    }

    /// The row that would have moved the child away is handed back, so that keeping the other would close the circle.
    @Test func aCircleThatComesOfHandingARowBackIsRefused() throws {
        try office.run(ImportUnits.self, .init(file: upload(Self.tree)))
        let file = upload("\(Self.header)A,甲,district,B,\nB,乙,nothing,,\n")
        let refusals = office.refusals { _ = try office.run(ImportUnits.self, .init(file: file, partial: true)) }
        #expect(refusals.map(\.rule.id) == ["R-ORG-01"])
    }

    @Test func aDryRunKeepsNothing() throws {
        let file = Upload(name: "hangzhou-xihu.csv", data: try SampleFiles.units())
        let outcome = try office.run(ImportUnits.self, .init(file: file, dryRun: true))
        #expect(outcome.sentence.key == "unit.import.tried")
        #expect(outcome.sentence.arguments["added"] == .text("287"))
        #expect(try count() == 0)
    }

    @Test func pagesFollowEachOtherWithoutGapOrRepeat() throws {
        try office.run(ImportUnits.self, .init(file: Upload(name: "u.csv", data: try SampleFiles.units())))
        var codes: [String] = []
        var mark: String?
        repeat {
            let page = try office.run(ListUnits.self, .init(limit: 50, after: mark))
            codes += page.rows.map(\.code)
            mark = page.next
        } while mark != nil
        #expect(codes.count == 287)
        #expect(codes == codes.sorted())
        #expect(Set(codes).count == 287)
    }

    @Test(arguments: [("茶", true), ("财政", true), ("没有这样的单位", false)])
    func shortWordsFindUnits(words: String, isFound: Bool) throws {
        try office.run(ImportUnits.self, .init(file: Upload(name: "u.csv", data: try SampleFiles.units())))
        let rows = try office.run(ListUnits.self, .init(words: words)).rows
        #expect(rows.contains { $0.name.contains(words) } == isFound)
        #expect(rows.allSatisfy { $0.name.contains(words) })
    }

    @Test func theTreeShowsATownWithItsVillages() throws {
        try office.run(ImportUnits.self, .init(file: Upload(name: "u.csv", data: try SampleFiles.units())))
        let town = try #require(try office.run(ListUnits.self, .init(words: "双浦镇")).rows.first { $0.level == .town })
        let tree = try office.run(ShowUnitTree.self, .init(code: town.code)).rows
        #expect(tree.count == 33)
        #expect(tree.first?.depth == 0)
        #expect(tree.dropFirst().allSatisfy { $0.depth == 1 })
        let unit = try office.read { try Units.unit(code: town.code, in: $0) }
        #expect(try office.read { try Units.descendants(of: unit.id, in: $0).count } == 32)
    }

    @Test func anUnknownCodeIsNotFound() {
        let refusals = office.refusals { _ = try office.run(ShowUnit.self, .init(code: "nowhere")) }
        #expect(refusals.map(\.kind) == [.notFound])
    }
}

/// The sample files under Tests/Data.
enum SampleFiles {
    static func units() throws -> Data {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: root.appendingPathComponent("Data/units/hangzhou-xihu.csv"))
    }
}
