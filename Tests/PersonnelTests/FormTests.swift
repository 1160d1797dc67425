import Foundation
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Organization
@testable import Personnel

/// The forms about people, column by column as domain 8 names them, and what they carry on paper.
@Suite struct FormTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
    }

    private func form(
        _ form: PersonnelForm, _ out: String = "f.csv", round: String? = nil, as principal: Principal? = nil
    ) throws -> SourceTable {
        let input = ExportForm.Input(form: form, out: DownloadName(out), pool: .leader, round: round, campaign: "c")
        let table = try CSV.read(try office.run(ExportForm.self, input, as: principal).document.data)
        return table.withHeader(matching: [FieldName("name", ["姓名", "称号", "巡察组"])])
    }

    /// What the reference names for each form, in our words.
    private static let named: [PersonnelForm: [String]] = [
        .pool: [
            "姓名", "性别", "出生年月", "工作单位", "职务", "职级", "管理权限", "纪检/组织经历", "多岗位经历", "专业特长", "入库时间",
            "入库方式", "参加轮次", "鉴定等次", "状态",
        ],
        .recruitment: ["姓名", "工作单位", "摸排意见", "推荐意见", "联合考察意见", "选调标准", "结论"],
        .appraisal: [
            "姓名", "轮次", "岗位", "岗位分工", "主要表现", "发现问题数", "底稿退回率(%)", "遵守纪律", "等次", "组长意见", "巡察办意见", "反馈单位",
            "送达日期",
        ],
        .career: ["年度", "姓名", "参与轮次", "原职", "现职", "类型", "文号", "日期"],
        .honour: ["年度", "称号", "层级", "对象", "授予单位", "文号", "人次"],
        .authorisation: [
            "轮次", "巡察组", "姓名", "组内职务", "职务", "岗位分工", "工作单位", "政治面貌", "专业特长", "授权文号", "授权日期", "回避审核结果",
        ],
        .declaration: [
            "姓名", "工作单位", "职务", "拟巡察单位", "关系类型", "关系人", "关系人单位职务", "起止时间", "本人申报", "系统核查", "审核意见", "审批人",
            "审批日期",
        ],
        .evaluation: ["巡察组", "评估项", "优", "良", "中", "差", "意见", "得分", "发放", "收回", "结论"],
    ]

    @Test(arguments: PersonnelForm.allCases) func aFormHasTheColumnsOfTheReference(form: PersonnelForm) throws {
        try office.run(OpenRecruitment.self, .init(campaign: "c", title: "选调"))
        let header = try self.form(form).header
        let missing = (Self.named[form] ?? ["?"]).filter { !header.contains($0) }
        #expect(missing == [], "\(header)")
        #expect(header.count == form.columns.count, "\(header)")
    }

    /// Who is related, as what, since when, and what was decided stand in columns of their own.
    @Test func aDeclarationTakesItsFactsApart() throws {
        try office.run(
            RecordKin.self,
            .init(cadre: "江洋", relation: "配偶", unit: "330106J21", person: "周某", post: "科员", source: "本人补报"))
        for cadre in ["江洋", "彭华"] {
            try office.run(
                MakeDeclaration.self, .init(cadre: cadre, round: "14-3", units: ["330106J33-01", "330106J21"]))
        }
        try office.run(ConfirmDeclaration.self, .init(cadre: "彭华", round: "14-3"))
        let table = try form(.declaration, round: "14-3")
        func cells(_ name: String, _ kind: String) -> [String: String] {
            let row = table.rows.first { $0.cells.first == name && ($0.cells.contains(kind) || kind.isEmpty) }
            return Dictionary(zip(table.header, row?.cells ?? [])) { first, _ in first }
        }
        let kin = cells("江洋", "配偶、直系血亲")
        #expect(kin["关系人"] == "配偶 周某" && kin["关系人单位职务"]?.hasSuffix("科员") == true, "\(kin)")
        #expect(kin["审核意见"] == "待核实" && kin["审批人"] == "")
        let former = cells("江洋", "曾任职单位")
        #expect(former["起止时间"]?.contains(" 至 ") == true && former["关系人"] == "", "\(former)")
        let clear = cells("彭华", "")
        #expect(clear["关系类型"] == "" && clear["审核意见"] == "已审核" && clear["审批人"] == "office", "\(clear)")
        #expect(clear["审批日期"] == "2026-03-01")
    }

    /// A private number is in no form, and a recused reader's file is as if the unit were in no round.
    @Test func aFormShowsNoMoreThanItsReaderSees() throws {
        try office.run(MakeDeclaration.self, .init(cadre: "彭华", round: "14-3", units: ["330106J21"]))
        let own = try district.cadre("江洋").id
        let recused = Principal(account: "io3", roles: [.inspectionOffice], cadre: own)
        #expect(try form(.declaration, round: "14-3", as: recused).rows.count == 1)
        try office.run(
            MakeDeclaration.self, .init(cadre: "江洋", round: "14-3", units: ["330106J21"], relations: ["330106J21：有亲属"]))
        #expect(try form(.declaration, round: "14-3", as: recused).rows.isEmpty)
        #expect(try form(.declaration, round: "14-3").rows.count == 2)
        let phone = try #require(
            try office.run(ListCadres.self, .init(limit: 1000)).rows.compactMap { $0.phone }.first { $0.count == 11 })
        for kind in PersonnelForm.allCases where kind != .recruitment {
            let data = try office.run(ExportForm.self, .init(form: kind, out: DownloadName("f.csv"), pool: .leader)).document.data
            #expect(!String(decoding: data, as: UTF8.self).contains(phone))
        }
    }

    /// However many declarations there are, the form takes the same number of queries.
    @Test func theDeclarationFormCostsNoMoreForMoreRows() throws {
        try office.run(MakeDeclaration.self, .init(cadre: "江洋", round: "14-3", units: ["330106J33-01"]))
        let few = try district.queries { _ = try form(.declaration, round: "14-3") }
        let names = ["彭华", "石浩"]
        for name in names {
            try office.run(MakeDeclaration.self, .init(cadre: name, round: "14-3", units: ["330106J33-01", "330106J21"]))
        }
        #expect(try district.queries { _ = try form(.declaration, round: "14-3") } == few)
    }

    @Test func anExportedRosterIsReadAgainWithItsImprint() throws {
        for name in ["roster.csv", "roster.xlsx"] {
            guard (try? office.registry.tableFormat(forFile: name)) != nil else { continue }
            let file = try office.run(ExportCadres.self, .init(out: DownloadName(name))).document
            let outcome = try district.importRoster(Upload(name: name, data: file.data), partial: true, dryRun: true)
            #expect(outcome.faults.filter { $0.severity == .refused } == [], "\(name)")
            let format = try office.registry.tableFormat(forFile: name)
            let table = try #require(try format.read?(file.data, ReadLimits())).withHeader(matching: RosterFields.all)
            let remarks = table.remarks.flatMap(\.cells).joined(separator: "|")
            #expect(remarks.contains("密级：内部敏感") && remarks.contains("生成时间：") && remarks.contains("填表日期："), "\(remarks)")
        }
    }
}
