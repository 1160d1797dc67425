import Operations
import PageKit
import PluginKit
import Statistics

/// The pages of the ledger and its reviews.
enum RectificationPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(RectificationPagesStrings.table)
        registrar.add(ListItemSteps.self)
        registrar.add(FetchEvidence.self)
        registrar.add([LedgerPage.page, ItemPage.page, ReviewPages.list, ReviewPages.record], to: Pages.self)
        registrar.add(navigation, to: NavigationEntries.self)
        registrar.add(tones, to: StateTones.self)
        registrar.add(links, to: RecordLinks.self)
        registrar.add(widgets, to: FieldWidgets.self)
        registrar.add(
            [RectificationWork.items, RectificationWork.reviews, RectificationWork.missingDocuments], to: WorkSources.self)
        registrar.add(FigureList(ListLedger.name, at: "/rectification"), to: FigureLists.self)
        registrar.add(
            [
                OverviewPart("rectification.rounds", position: 20, render: RectificationOverview.rounds),
                OverviewPart("rectification.lists", position: 15, render: RectificationOverview.lists),
            ], to: OverviewParts.self)
        registrar.add(
            SearchSource(
                ListLedger.name, heading: "rectification.pages.items", path: "/rectification", position: 2,
                columns: ["no", "unit", "wording", "due", "itemStatus"]), to: SearchSources.self)
        registrar.add(ImportForm(ImportLedger.name, fields: LedgerColumns.all), to: ImportForms.self)
    }

    private static let navigation = [
        NavigationEntry(
            "rectification.ledger", in: .rectification, title: "rectification.pages.ledger", path: "/rectification", letter: "l",
            nouns: ["ledger", "item", "rectification"]
        ) { $0.hasAny(of: ledgerReaders) && !$0.isUnitSide },
        NavigationEntry(
            "rectification.reviews", in: .rectification, title: "rectification.pages.reviews", path: "/reviews", position: 1,
            letter: "z", nouns: ["review", "ballot"]
        ) { $0.hasAny(of: ledgerReaders) && !$0.isUnitSide },
        // The inspected side has these two as areas of their own, beside its work.
        NavigationEntry(
            "rectification.own", in: .ownItems, title: "rectification.pages.own", path: "/rectification", letter: "l",
            nouns: ["item"]
        ) { $0.isUnitSide },
        NavigationEntry(
            "rectification.documents", in: .ownDocuments, title: "rectification.pages.documents", path: "/reviews", letter: "d",
            nouns: ["review"]
        ) { $0.isUnitSide },
    ]

    private static let tones =
        StateTone.of(
            "itemStatus",
            [
                .quiet: ["open", "longTerm"], .progress: ["inProgress"], .due: ["submitted", "checked"],
                .late: ["returned", "reopened"], .done: ["closed"],
            ])
        + StateTone.of(
            "reviewState",
            [.due: ["submitted"], .progress: ["tier1", "tier2", "tier3"], .late: ["returned", "failed"], .done: ["passed"]])
        + StateTone.of("dueAlert", [.done: ["green"], .due: ["yellow"], .late: ["red"]])

    private static let links = [
        RecordLink("no", in: [ListLedger.name, ShowItem.name, OpenLedger.name], to: "/rectification"),
        RecordLink(
            "no",
            in: [
                PlanItem.name, StartItem.name, ReportProgress.name, SubmitItem.name, CheckItem.name, ReturnItem.name,
                CloseItem.name,
                HoldItem.name, ResumeItem.name, ReopenItem.name,
            ], to: "/rectification"),
    ]

    private static let widgets =
        [
            "item.plan.goal", "item.progress.progress", "item.submit.result", "item.submit.selfExtend", "field.goal",
            "field.result", "field.selfExtend",
            "field.progress",
        ].map { FieldWidget($0, .longText) }
        + [
            FieldWidget("item.submit.loss", .unit("inspection.pages.yuan")),
            FieldWidget("field.loss", .unit("inspection.pages.yuan")),
            FieldWidget("ledger.list.unit", .suggestions("unit.list", value: "code", label: "name")),
            FieldWidget("ledger.list.round", .pick("round.list", value: "round", label: "title")),
            FieldWidget("review.list.unit", .suggestions("unit.list", value: "code", label: "name")),
            FieldWidget("review.list.round", .pick("round.list", value: "round", label: "title")),
        ]
}

/// Whose turn an item is, by its status.
enum ItemHolder {
    static func roles(_ status: ItemStatus) -> Set<Role> {
        switch status {
        case .open, .inProgress, .returned, .reopened: Role.unit
        case .submitted, .longTerm: [.inspectionOffice]
        case .checked: [.teamLeader, .inspectionOffice]
        case .closed: []
        }
    }

    /// - Parameter unit: whose turn it is where it is the inspected side's.
    static func message(_ roles: Set<Role>, unit: String? = nil) -> Message {
        if let unit, roles == Role.unit { return Message("rectification.pages.holder.unit", ["unit": unit]) }
        return Message(
            "rectification.pages.holders", ["roles": .keys(Role.all.filter(roles.contains).map { "role.\($0.rawValue)" })])
    }
}

extension NavigationArea {
    /// 我的问题
    fileprivate static let ownItems = NavigationArea("ownItems", position: 31)
    /// 文书
    fileprivate static let ownDocuments = NavigationArea("ownDocuments", position: 32)
}
