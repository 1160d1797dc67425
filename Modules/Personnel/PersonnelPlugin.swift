import Operations
import Persistence
import PluginKit
import Statistics

/// Cadres, the pools they stand in, and when they must stay away from a unit.
public enum PersonnelPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "personnel", version: Version(1), requires: [.init("organization"), .init("interchange"), .init("statistics")],
        namespaces: [
            "cadre", "pool", "recusal", "eligibility", "recruitment", "declaration", "service", "appraisal", "career", "honour",
            "evaluation",
        ],
        capabilities: [
            Migrations.slot, Rules.slot, OperationSlot.slot, Indicators.slot, Settings.slot, "figureLists", "work", "pages",
            "navigation",
            "recordLinks", "fieldWidgets", "stateTones",
            "searchSources", "importForms", PrivateColumns.slot, NumberedRecords.slot, PeopleNamesSlot.slot,
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(PersonnelMigrations.all, to: Migrations.self)
        registrar.add(PersonnelRules.all, to: Rules.self)
        registrar.add(TeamRules.all, to: Rules.self)
        registrar.add(PersonnelStrings.table)
        registrar.add(TeamStrings.table)
        registrar.add(PersonnelStrings.people)
        registrar.add(PersonnelStrings.choices)
        registrar.add(PersonnelStrings.rules)
        registrar.add(PersonnelStrings.roster)
        registrar.add(PersonnelIndicators.strings)
        registrar.add(PersonnelIndicators.all, to: Indicators.self)
        registrar.add(PersonnelSettings.all, to: Settings.self)
        addRegister(&registrar)
        addPools(&registrar)
        addRecusal(&registrar)
        addOutcomes(&registrar)
        registrar.add(PrivateFields.columns, to: PrivateColumns.self)
        registrar.add(PeopleNames { try Cadres.names($0, for: $1, in: $2) }, to: PeopleNamesSlot.self)
        registrar.add(
            NumberedRecord("cadre") { id, context in
                try UniqueID(id).flatMap { try Cadres.cadre(id: $0, in: context.db) } != nil
            }, to: NumberedRecords.self)
        PersonnelPages.register(&registrar)
    }

    private static func addRegister(_ registrar: inout Registrar) {
        registrar.add(ImportCadres.self)
        registrar.add(ImportFacts.self)
        registrar.add(ExportCadres.self)
        registrar.add(ListCadres.self)
        registrar.add(ShowCadre.self)
        registrar.add(AddCadre.self)
        registrar.add(AmendCadre.self)
        registrar.add(RecordFact.self)
        registrar.add(VoidFact.self)
        registrar.add(RecordPost.self)
        registrar.add(RecordKin.self)
        registrar.add(ListLeaders.self)
        registrar.add(ListDuplicates.self)
        registrar.add(DistinguishCadres.self)
        registrar.add(MergeCadres.self)
        registrar.add(ListWords.self)
        registrar.add(SetWords.self)
        registrar.add(ExportForm.self)
    }

    private static func addPools(_ registrar: inout Registrar) {
        registrar.add(CheckEligibility.self)
        registrar.add(NominateForPool.self)
        registrar.add(GiveOpinion.self)
        registrar.add(AdvancePool.self)
        registrar.add(ReviewPool.self)
        registrar.add(RefuseAssignment.self)
        registrar.add(ListPool.self)
        registrar.add(ShowPoolStructure.self)
        registrar.add(PoolCapacity.self)
        registrar.add(PoolHistory.self)
        registrar.add(PoolSteps.self)
        registrar.add(OpenRecruitment.self)
        registrar.add(ScreenApplicant.self)
        registrar.add(RecommendApplicant.self)
        registrar.add(SignRecruitment.self)
        registrar.add(MobiliseRecruitment.self)
        registrar.add(AppraiseApplicant.self)
        registrar.add(ShortlistApplicant.self)
        registrar.add(WithdrawApplicant.self)
        registrar.add(AdvanceRecruitment.self)
        registrar.add(ListRecruitments.self)
        registrar.add(ShowRecruitment.self)
        registrar.add(RecruitmentSteps.self)
    }

    private static func addRecusal(_ registrar: inout Registrar) {
        registrar.add(CheckRecusal.self)
        registrar.add(ListRecusals.self)
        registrar.add(ShowRecusal.self)
        registrar.add(RecusalSteps.self)
        registrar.add(ObjectToInspector.self)
        registrar.add(RaiseRecusal.self)
        registrar.add(DecideRecusal.self)
        registrar.add(MakeDeclaration.self)
        registrar.add(ListDeclarations.self)
        registrar.add(ConfirmDeclaration.self)
        registrar.add(ConfirmTeamDeclarations.self)
    }

    private static func addOutcomes(_ registrar: inout Registrar) {
        registrar.add(ListServices.self)
        registrar.add(RecordService.self)
        registrar.add(VoidService.self)
        registrar.add(RecordPledge.self)
        registrar.add(RecordTeamPledges.self)
        registrar.add(DraftAppraisal.self)
        registrar.add(ConfirmAppraisal.self)
        registrar.add(SendAppraisal.self)
        registrar.add(RecallAppraisal.self)
        registrar.add(ListAppraisals.self)
        registrar.add(OpenEvaluation.self)
        registrar.add(CountEvaluation.self)
        registrar.add(ConcludeEvaluation.self)
        registrar.add(ListEvaluations.self)
        registrar.add(ListEvaluatedTeams.self)
        registrar.add(AddMove.self)
        registrar.add(ListMoves.self)
        registrar.add(VoidMove.self)
        registrar.add(AddHonour.self)
        registrar.add(ListHonours.self)
        registrar.add(VoidHonour.self)
    }
}
