import Operations
import PageKit
import PluginKit
import Statistics

/// The pages of rounds and findings.
enum InspectionPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(InspectionPagesStrings.table)
        registrar.add(RoundSteps.self)
        registrar.add(FindingStepsQuery.self)
        registrar.add(
            [
                RoundListPage.page, RoundPage.page, TeamBoard.page, DeclarePage.page, FindingListPage.page,
                FindingRecordPage.page,
                CoveragePage.page, RoundTaskPage.page,
            ], to: Pages.self)
        registrar.add(navigation, to: NavigationEntries.self)
        registrar.add(tones, to: StateTones.self)
        registrar.add(links, to: RecordLinks.self)
        registrar.add(widgets, to: FieldWidgets.self)
        registrar.add(
            [
                SerialForm(AddTarget.name, keeping: ["round"]),
                SerialForm(DraftFinding.name, keeping: ["round", "unit", "handlers"]),
            ],
            to: SerialForms.self)
        registrar.add(FigureList(ListFindings.name, at: "/findings"), to: FigureLists.self)
        registrar.add([InspectionWork.rounds, InspectionWork.declarations, InspectionWork.findings], to: WorkSources.self)
        registrar.add(
            SearchSource(SearchFindings.name, heading: "inspection.pages.findings", path: "/op/finding.search", position: 1),
            to: SearchSources.self)
    }

    private static let navigation = [
        NavigationEntry(
            "inspection.rounds", in: .inspection, title: "inspection.pages.rounds", path: "/rounds", letter: "r",
            nouns: ["round", "target", "team"]
        ) { $0.hasAny(of: roundReaders) },
        NavigationEntry(
            "inspection.coverage", in: .units, title: "inspection.pages.coverage", path: "/coverage", position: 1, letter: "c"
        ) { $0.hasAny(of: Role.districtWide) },
        NavigationEntry(
            "inspection.findings", in: .inspection, title: "inspection.pages.findings", path: "/findings", position: 1,
            letter: "f",
            nouns: ["finding"]
        ) { $0.hasAny(of: findingReaders) && !$0.isUnitSide },
    ]

    private static let tones =
        StateTone.of(
            "roundStage",
            [
                .quiet: ["draft", "archived", "cancelled"], .due: ["submitted"],
                .progress: ["approved", "preparing", "onSite", "reporting", "feedback", "rectifying", "evaluating", "closing"],
            ])
        + StateTone.of(
            "findingState",
            [
                .quiet: ["drafting", "withdrawn"], .due: ["submitted", "deputyReviewed", "meetingApproved"], .late: ["disputed"],
                .progress: ["signed", "inReport", "approved"], .done: ["issued"],
            ])
        + StateTone.of(
            "targetState",
            [
                .quiet: ["planned"], .late: ["rework", "reopened"], .done: ["evaluated", "closed"],
                .progress: ["notified", "onSite", "exited", "reported", "fedBack", "planApproved", "progressReported"],
            ])
        + StateTone.of(
            "teamState",
            [.quiet: ["proposed", "dissolved"], .due: ["vetted", "reviewed"], .progress: ["authorised", "active"]])
        + StateTone.of(
            "coverage", [.due: ["gap"], .quiet: ["planned"], .progress: ["underway"], .done: ["covered"]])
        + StateTone.of("visit", [.quiet: ["planned"], .progress: ["underway"], .done: ["covered", "along"]])
        + StateTone.of(
            "memberState", [.quiet: ["nominated", "released"], .due: ["declared"], .progress: ["cleared", "serving"]])

        + StateTone.of(
            "candidateVerdict", [.done: ["free"], .progress: ["here"], .due: ["elsewhere"], .quiet: ["excluded"]])

    private static let links = [
        RecordLink("round", to: "/rounds"),
        RecordLink(
            "no",
            in: [
                ListFindings.name, SearchFindings.name, ShowFinding.name, IssueFindings.name, DraftFinding.name,
                AdvanceFinding.name, EditFinding.name,
            ], to: "/findings"),
        RecordLink("unitCode", to: "/units"),
        RecordLink("unit", in: [ListTargets.name, ListCoverage.name], to: "/units", by: "unitCode"),
    ]

    private static let widgets =
        ["wording", "phenomenon", "basis", "responsibility", "politicalDeviation", "evidence"].map {
            FieldWidget("field.\($0)", .longText)
        }
        + [
            FieldWidget("field.round", .pick(ListRounds.name, value: "round", label: "title")),
            FieldWidget("target.coverage.term", .pick("term.list", value: "number", label: "name")),
            FieldWidget("finding.list.round", .pick(ListRounds.name, value: "round", label: "title")),
            FieldWidget("field.unit", .suggestions("unit.list", value: "code", label: "name")),
            FieldWidget("finding.list.unit", .suggestions("unit.list", value: "code", label: "name")),
            FieldWidget("field.amount", .unit("inspection.pages.yuan")),
            FieldWidget("finding.draft.leaf", .words(vocabulary: "taxonomy", codes: Taxonomy.leaves.values.joined().sorted())),
        ]
}
