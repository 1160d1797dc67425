import Operations
import PageKit
import PluginKit

/// The pages of units.
enum OrganizationPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(strings)
        registrar.add(
            Letterhead { db in
                try Jurisdiction.name(db).map { Message("organization.pages.issuer", ["district": .text($0)]) }
            }, to: Letterheads.self)
        registrar.add([UnitTreePage.page, UnitPage.page], to: Pages.self)
        registrar.add(
            NavigationEntry(
                "organization.units", in: .units, title: "organization.pages.units", path: "/units", letter: "u", nouns: ["unit"]
            ) { !$0.isUnitSide }, to: NavigationEntries.self)
        registrar.add(
            [
                RecordLink("code", in: [ListUnits.name, ShowUnit.name, ShowUnitTree.name], to: "/units"),
                RecordLink("parentCode", to: "/units"), RecordLink("lineParentCode", to: "/units"),
            ], to: RecordLinks.self)
        registrar.add(
            ["unit.list.parent", "account.add.unit"].map {
                FieldWidget($0, .suggestions(ListUnits.name, value: "code", label: "name"))
            },
            to: FieldWidgets.self)
        registrar.add(
            SearchSource(ListUnits.name, heading: "organization.pages.units", path: "/op/unit.list", position: 2),
            to: SearchSources.self)
        registrar.add(ImportForm(ImportUnits.name, fields: UnitTable.fields), to: ImportForms.self)
    }

    private static let strings = StringTable(
        plugin: "organization",
        """
        unit = 单位 || units
        term = 届次 || terms
        R-RND-01.remedy.page = 请先结束当前届次。 || Close the open term first.
        term.open.done.page = 已开启第 {number} 届。下一步：导入单位。 || Term {number} is open. Next: import the units.
        organization.pages.issuer = 中共{district}委巡察工作领导小组办公室 || Inspection Office of the CPC Committee of {district}
        organization.pages.units = 单位 || Units
        organization.pages.units.lead = 全区党组织的层级关系，点名称查看单位情况。 || The district's units as a tree; open one to see what is known of it.
        organization.pages.units.none = 还没有单位。先导入单位名单。 || There are no units yet. Import the list of units first.
        organization.pages.units.list = 按条件查找 || Find by filter
        organization.pages.unit.open = 查看{unit} || Show {unit}
        organization.pages.unit.children = 下属单位 || Units below
        organization.pages.unit.findings = 巡察问题 || Findings
        organization.pages.unit.items = 整改事项 || Rectification
        organization.pages.unit.more = 相关内容 || More of this unit
        """)
}
