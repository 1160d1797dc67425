import Operations
import PageKit
import PluginKit

/// The pages of rounds and findings.
enum InspectionPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(InspectionPagesStrings.table)
        registrar.add(RoundSteps.self)
        registrar.add(FindingStepsQuery.self)
        registrar.add(
            [RoundListPage.page, RoundPage.page, TeamBoard.page, FindingListPage.page, FindingRecordPage.page], to: Pages.self)
        registrar.add(navigation, to: NavigationEntries.self)
        registrar.add(tones, to: StateTones.self)
        registrar.add(links, to: RecordLinks.self)
        registrar.add(widgets, to: FieldWidgets.self)
        registrar.add([InspectionWork.rounds, InspectionWork.findings], to: WorkSources.self)
        registrar.add(
            SearchSource(SearchFindings.name, heading: "inspection.pages.findings", path: "/op/finding.search", position: 1),
            to: SearchSources.self)
    }

    private static let navigation = [
        NavigationEntry("inspection.rounds", title: "inspection.pages.rounds", path: "/rounds", position: 20, letter: "r") {
            $0.hasAny(of: roundReaders)
        },
        NavigationEntry("inspection.findings", title: "inspection.pages.findings", path: "/findings", position: 25, letter: "f") {
            $0.hasAny(of: findingReaders) && !$0.isUnitSide
        },
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
            "memberState", [.quiet: ["nominated", "released"], .due: ["declared"], .progress: ["cleared", "serving"]])

        + StateTone.of(
            "candidateVerdict", [.done: ["free"], .progress: ["here"], .due: ["elsewhere"], .quiet: ["excluded"]])

    private static let links = [
        RecordLink("round", to: "/rounds"),
        RecordLink(
            "no",
            in: [
                ListFindings.name, SearchFindings.name, ShowFinding.name, IssueFindings.name, DraftFinding.name,
                AdvanceFinding.name,
            ], to: "/findings"),
        RecordLink("unitCode", to: "/units"),
    ]

    private static let widgets =
        ["wording", "phenomenon", "basis", "responsibility", "politicalDeviation", "evidence"].map {
            FieldWidget("field.\($0)", .longText)
        }
        + [
            FieldWidget("field.round", .suggestions(ListRounds.name, value: "round", label: "title")),
            FieldWidget("finding.list.round", .suggestions(ListRounds.name, value: "round", label: "title")),
            FieldWidget("field.unit", .suggestions("unit.list", value: "code", label: "name")),
            FieldWidget("finding.list.unit", .suggestions("unit.list", value: "code", label: "name")),
            FieldWidget("field.amount", .unit("inspection.pages.yuan")),
        ]
}
