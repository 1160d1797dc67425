import Operations
import PageKit
import PluginKit
import Statistics

/// The pages of people.
enum PersonnelPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(PersonnelPagesStrings.table)
        registrar.add([list, PersonPage.page], to: Pages.self)
        registrar.add([PoolPages.overview, PoolPages.list, PoolPages.structure], to: Pages.self)
        registrar.add([DuplicatePage.page, DeclarationPage.page], to: Pages.self)
        registrar.add([RecusalPages.list, RecusalPages.record], to: Pages.self)
        registrar.add([RecruitmentPages.list, RecruitmentPages.campaign], to: Pages.self)
        registrar.add(OutcomePages.pages + [SheetPages.appraisal, SheetPages.authorisation], to: Pages.self)
        registrar.add(figureLists, to: FigureLists.self)
        registrar.add(navigation, to: NavigationEntries.self)
        registrar.add(links, to: RecordLinks.self)
        registrar.add(widgets, to: FieldWidgets.self)
        registrar.add(tones, to: StateTones.self)
        registrar.add(
            [
                PersonnelWork.declarations, PersonnelWork.recusals, PersonnelWork.memberships, PersonnelWork.campaigns,
                PersonnelWork.appraisals, PersonnelWork.reviews,
            ], to: WorkSources.self)
        registrar.add(
            SearchSource(ListCadres.name, heading: "personnel.pages.people", path: "/people", position: 3), to: SearchSources.self
        )
        registrar.add(
            [ImportForm(ImportCadres.name, fields: RosterFields.all), ImportForm(ImportFacts.name, fields: FactFields.all)],
            to: ImportForms.self)
    }

    private static let figureLists = [
        FigureList(ListPool.name, at: "/pools/{pool}"), FigureList(ListMoves.name, at: "/moves"),
        FigureList(ListHonours.name, at: "/honours"),
    ]

    private static let navigation =
        [
            NavigationEntry(
                "personnel.people", in: .people, title: "personnel.pages.people", path: "/people", letter: "p",
                nouns: ["cadre", "fact"]
            ) {
                $0.hasAny(of: cadreReaders)
            },
            NavigationEntry(
                "personnel.pools", in: .people, title: "personnel.pages.pools", path: "/pools", position: 1,
                nouns: ["pool", "eligibility"]
            ) {
                $0.hasAny(of: cadreReaders)
            },
            NavigationEntry(
                "recruitment.campaigns", in: .people, title: "personnel.pages.recruitments", path: "/recruitments", position: 2,
                nouns: ["recruitment"]
            ) {
                $0.hasAny(of: Campaigns.readers)
            },
            NavigationEntry(
                "declaration.declarations", in: .people, title: "personnel.pages.declarations", path: "/declarations",
                position: 3,
                nouns: ["declaration"]
            ) {
                $0.hasAny(of: cadreReaders)
            },
            NavigationEntry(
                "recusal.cases", in: .people, title: "personnel.pages.recusals", path: "/recusals", position: 4,
                nouns: ["recusal"]
            ) {
                $0.hasAny(of: cadreReaders)
            },
        ] + OutcomePages.navigation

    private static let links = [
        RecordLink("cadre", to: "/people", by: "cadreId"),
        RecordLink("campaign", in: [ListRecruitments.name, ShowRecruitment.name], to: "/recruitments"),
        RecordLink("round", in: [ListServices.name], to: "/authorisations"),
        RecordLink("recusalNo", to: "/recusals"),
        RecordLink("serving", in: [ListPool.name, PoolCapacity.name], to: "/authorisations"),
        RecordLink("pool", in: [ListPool.name], to: "/pools"),
    ]

    private static let widgets =
        [
            "cadre.list.unit", "recusal.check.unit", "recusal.check.unit", "cadre.add.unit", "cadre.amend.unit",
            "cadre.record.unit",
            "cadre.kin.unit", "recusal.raise.unit", "recusal.list.unit", "declaration.confirm.untrue",
        ].reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.map {
            FieldWidget($0, .suggestions("unit.list", value: "code", label: "name"))
        }
        + [
            FieldWidget("field.performance", .longText), FieldWidget("field.conclusion", .longText),
            FieldWidget("appraisal.draft.opinion", .longText),
            FieldWidget("field.cadre", .suggestions(ListCadres.name, value: "cadreId", label: "cadre")),
        ]

    private static let tones =
        StateTone.of("recusalVerdict", [.done: ["clear"], .due: ["soft", "unknown"], .late: ["hard"]])
        + StateTone.of("criterionVerdict", [.done: ["pass"], .due: ["unknown", "setup"], .late: ["fail"]])
        + StateTone.of(
            "poolState",
            [.quiet: ["exited"], .due: ["nominated", "vetted"], .done: ["admitted"], .progress: ["onAssignment", "cooling"]])
        + StateTone.of(
            "recusalState",
            [
                .due: ["raised", "verifying", "overrideProposed"], .late: ["upheld"], .quiet: ["dismissed"],
                .progress: ["overridden"],
            ])
        + StateTone.of("declarationState", [.due: ["made"], .done: ["confirmed"], .late: ["untrue"]])
        + StateTone.of("appraisalState", [.due: ["drafted"], .progress: ["confirmed"], .done: ["sent"]])
        + StateTone.of(
            "applicantState",
            [.progress: ["screened", "recommended"], .due: ["shortlisted"], .done: ["admitted"], .quiet: ["declined"]])

    private static let list = SitePage("/people", access: .operation(ListCadres.name)) { context in
        var list = ListPage(ListCadres.name, path: "/people", context)
        list.title = context.words("personnel.pages.people")
        let duplicates: HTML =
            context.mayRun(ListDuplicates.name)
            ? "<a class=\"button\" href=\"/duplicates\">\(context.words("personnel.pages.duplicates"))</a>\n" : ""
        list.actions =
            "\(context.button(ImportCadres.name))\(context.button(AddCadre.name))\(context.button(ImportFacts.name))\(duplicates)"
        list.empty = "<p>\(context.words("personnel.pages.people.none"))</p>\(context.button(ImportCadres.name))"
        return try list.answer()
    }
}
