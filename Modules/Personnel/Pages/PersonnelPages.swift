import Operations
import PageKit
import PluginKit

/// The pages of people.
enum PersonnelPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(strings)
        registrar.add([list, person], to: Pages.self)
        registrar.add(
            NavigationEntry(
                "personnel.people", in: .people, title: "personnel.pages.people", path: "/people", letter: "p",
                nouns: ["cadre", "recusal"]
            ) { $0.hasAny(of: cadreReaders) }, to: NavigationEntries.self)
        registrar.add(RecordLink("cadre", in: [ListCadres.name], to: "/people", by: "cadreId"), to: RecordLinks.self)
        registrar.add(
            [
                FieldWidget("account.add.cadre", .suggestions(ListCadres.name, value: "cadreId", label: "cadre")),
                FieldWidget("recusal.check.cadre", .suggestions(ListCadres.name, value: "cadreId", label: "cadre")),
                FieldWidget("cadre.list.unit", .suggestions("unit.list", value: "code", label: "name")),
                FieldWidget("recusal.check.unit", .suggestions("unit.list", value: "code", label: "name")),
            ], to: FieldWidgets.self)
        registrar.add(
            StateTone.of("recusalVerdict", [.done: ["clear"], .due: ["soft", "unknown"], .late: ["hard"]]), to: StateTones.self)
        registrar.add(
            SearchSource(ListCadres.name, heading: "personnel.pages.people", path: "/people", position: 3), to: SearchSources.self
        )
        registrar.add(ImportForm(ImportCadres.name, fields: RosterFields.all), to: ImportForms.self)
    }

    private static let list = SitePage("/people", access: .operation(ListCadres.name)) { context in
        var list = ListPage(ListCadres.name, path: "/people", context)
        list.title = context.words("personnel.pages.people")
        list.actions = context.button(ImportCadres.name)
        list.empty = "<p>\(context.words("personnel.pages.people.none"))</p>\(context.button(ImportCadres.name))"
        return try list.answer()
    }

    private static let person = SitePage("/people/{cadre}", access: .operation(ShowCadre.name)) { context in
        let answer = try context.run(ShowCadre.name, with: ["cadre": context["cadre"]])
        let words = context.words
        var content = PageContent(title: answer.text("cadre") ?? "")
        content.kicker = [answer.text("homeUnit"), answer.text("postTitle")].compactMap { $0 }.joined(separator: " ")
        content.breadcrumb = [(words("personnel.pages.people"), "/people")]
        content.actions = context.button(CheckRecusal.name, settled: [("cadre", answer.text("cadreId"))])
        let view = RecordView(answer, of: ShowCadre.name, context: context)
        content.body = view.summary(without: ["cadre", "cadreId"]) + view.sections()
        return .page(content)
    }

    private static let strings = StringTable(
        plugin: "personnel",
        """
        account.add.cadre.help.page = 巡察组成员账号对应的干部，按姓名查找 || the cadre behind a team member's account, found by name
        cadre.import.help.page = 从 CSV 或 XLSX 导入干部名册，确认前不保存 || imports a cadre roster from CSV or XLSX; nothing is saved before you confirm
        personnel.pages.people = 人员 || People
        personnel.pages.people.none = 人才库里还没有人。先导入干部名册。 || Nobody is in the pools yet. Import a roster first.
        """)
}
