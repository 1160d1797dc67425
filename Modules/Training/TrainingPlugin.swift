import Operations
import Persistence
import Personnel
import PluginKit
import Statistics

/// The tiered catalogue, sessions and their clashes, enrolment to certificate, levels and competence.
public enum TrainingPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "training", version: Version(1),
        requires: [
            .init("deadlines"), .init("interchange"), .init("organization"), .init("personnel"), .init("statistics"),
        ],
        namespaces: [
            "course", "session", "enrolment", "feedback", "series", "external", "level", "certificate", "competence", "need",
            "room", "teacher",
        ],
        capabilities: [
            "operations", "migrations", "rules", "indicators", "tracks", "memberRequirements", "eligibilityChecks",
            "competenceEvidence", "groupStudies", "reactions", "settings", "pages", "navigation",
            "recordLinks", "fieldWidgets", "serialForms", "stateTones", "importForms", "work",
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(TrainingMigrations.all, to: Migrations.self)
        registrar.add(TrainingRules.all, to: Rules.self)
        registrar.add(Track.standard, to: Tracks.self)
        registrar.add(TrainingIndicators.all, to: Indicators.self)
        registrar.add(TrainingSetting.allCases.map(\.setting), to: Settings.self)
        registrar.add(TrainingRequirements.eligibility, to: EligibilityChecks.self)
        registrar.add(TrainingRequirements.entryHours, to: MemberRequirements.self)
        registrar.add(AppraisalEvidence.source, to: CompetenceEvidence.self)
        registrar.add(MergedLearners.reaction, to: Reactions.self)
        registrar.add(SeriesStudy.source, to: GroupStudies.self)
        registrar.add(TrainingStrings.operations)
        registrar.add(TrainingStrings.words)
        registrar.add(TrainingStrings.refusals)
        registrar.add(TrainingIndicators.strings)
        registerCatalogue(&registrar)
        registerEnrolments(&registrar)
        registerPeople(&registrar)
        TrainingPages.register(&registrar)
    }

    private static func registerCatalogue(_ registrar: inout Registrar) {
        registrar.add(ImportCourses.self)
        registrar.add(AddCourse.self)
        registrar.add(SetCourse.self)
        registrar.add(ListCourses.self)
        registrar.add(ShowCourse.self)
        registrar.add(ImportSessions.self)
        registrar.add(AddSession.self)
        registrar.add(MoveSession.self)
        registrar.add(AdvanceSession.self)
        registrar.add(SessionSteps.self)
        registrar.add(SetQuota.self)
        registrar.add(ListSessions.self)
        registrar.add(ShowSession.self)
        registrar.add(ListConflicts.self)
        registrar.add(ExportSignInSheet.self)
        registrar.add(AddSeries.self)
        registrar.add(ListSeries.self)
        registrar.add(SetRoom.self)
        registrar.add(ListRooms.self)
        registrar.add(SetTeacher.self)
        registrar.add(ListTeachers.self)
    }

    private static func registerEnrolments(_ registrar: inout Registrar) {
        registrar.add(ImportEnrolments.self)
        registrar.add(AddEnrolment.self)
        registrar.add(CancelEnrolment.self)
        registrar.add(MarkEnrolment.self)
        registrar.add(EnterResults.self)
        registrar.add(ExemptEnrolment.self)
        registrar.add(ListEnrolments.self)
        registrar.add(AddFeedback.self)
        registrar.add(ListFeedback.self)
        registrar.add(ShowCertificate.self)
        registrar.add(PrintCertificate.self)
        registrar.add(AddExternalClass.self)
        registrar.add(ListExternalClasses.self)
    }

    private static func registerPeople(_ registrar: inout Registrar) {
        registrar.add(ListLevels.self)
        registrar.add(AdvanceLevels.self)
        registrar.add(SetLevel.self)
        registrar.add(ListLevelRules.self)
        registrar.add(SetLevelRule.self)
        registrar.add(ShowCompetence.self)
        registrar.add(SetNeed.self)
        registrar.add(AnalyseNeeds.self)
        registrar.add(ShowTrainingRecord.self)
        registrar.add(ExportTrainingRecord.self)
        registrar.add(ExportTrainingPlan.self)
        registrar.add(ExportCalendar.self)
        registrar.add(ProposeTimetable.self)
    }
}
