import Operations
import Persistence
import Personnel
import PluginKit
import Statistics

/// Rounds, targets, teams and findings.
public enum InspectionPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "inspection", version: Version(1), requires: [.init("organization"), .init("personnel"), .init("statistics")],
        namespaces: ["round", "target", "team", "finding"],
        capabilities: [
            "operations", "migrations", "reactions", "rules", Settings.slot, "indicators", "pages", "navigation", "stateTones",
            "recordLinks",
            "fieldWidgets",
            "work", "searchSources", "serialForms", "figureLists", "stageRequirements", "duties", "competenceEvidence",
            RoundTeams.slot,
            NumberedRecords.slot,
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(InspectionMigrations.all, to: Migrations.self)
        registrar.add(InspectionRules.all, to: Rules.self)
        registrar.add(InspectionStrings.table)
        registrar.add(InspectionTeamStrings.table)
        registrar.add(TeamSettings.all, to: Settings.self)
        registrar.add(InspectionIndicators.strings)
        registrar.add(InspectionIndicators.all, to: Indicators.self)
        registrar.add(MemberSources.requirement, to: StageRequirements.self)
        registrar.add(MemberSources.duties, to: Duties.self)
        registrar.add(MemberSources.rounds, to: RoundTeams.self)
        registrar.add(MemberSources.drafts, to: CompetenceEvidence.self)
        registrar.add(DeclaredMembers.reaction, to: Reactions.self)
        registrar.add(UntrueDeclarations.reaction, to: Reactions.self)
        registrar.add(MergedMembers.reaction, to: Reactions.self)
        registrar.add(CreateRound.self)
        registrar.add(ListRounds.self)
        registrar.add(ShowRound.self)
        registrar.add(ReviewRound.self)
        registrar.add(AdvanceRound.self)
        registrar.add(AddTarget.self)
        registrar.add(ListTargets.self)
        registrar.add(ListCoverage.self)
        registrar.add(RecordTarget.self)
        registrar.add(ProposeTeams.self)
        registrar.add(ListTeams.self)
        registrar.add(BeginTeams.self)
        registrar.add(CheckTeams.self)
        registrar.add(ExplainTeams.self)
        registrar.add(TeamCandidates.self)
        registrar.add(AssignMember.self)
        registrar.add(RemoveMember.self)
        registrar.add(ReplaceMember.self)
        registrar.add(WriteTeamModel.self)
        registrar.add(ShowExpertise.self)
        registrar.add(SetExpertise.self)
        registrar.add(DeclareTeam.self)
        registrar.add(OpenTargets.self)
        registrar.add(AdvanceTeam.self)
        registrar.add(ReleaseMember.self)
        registrar.add(DraftFinding.self)
        registrar.add(EditFinding.self)
        registrar.add(AdvanceFinding.self)
        registrar.add(IssueFindings.self)
        registrar.add(ListFindings.self)
        registrar.add(SearchFindings.self)
        registrar.add(ShowFinding.self)
        registrar.add(InspectionNumbers.all, to: NumberedRecords.self)
        InspectionPages.register(&registrar)
    }
}
