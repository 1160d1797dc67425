import Interchange
import Operations
import Persistence
import PluginKit
import Statistics

/// What people study, where, and how they put it to use.
public enum StudyLogPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "studylog", version: Version(1),
        requires: [.init("organization"), .init("personnel"), .init("interchange"), .init("statistics")], namespaces: ["study"],
        capabilities: [
            Migrations.slot, Rules.slot, OperationSlot.slot, Indicators.slot, Settings.slot, "pages", "navigation", "recordLinks",
            "stateTones", "fieldWidgets", "work", Reactions.slot,
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(StudyMigrations.all, to: Migrations.self)
        registrar.add(StudyRules.all, to: Rules.self)
        registrar.add(StudyIndicators.all, to: Indicators.self)
        registrar.add(MergedStudents.reaction, to: Reactions.self)
        registrar.add(StudySettings.all, to: Settings.self)
        registrar.add(StudyStrings.operations)
        registrar.add(StudyStrings.words)
        StudyPages.register(&registrar)
        registerEntries(&registrar)
        registerFigures(&registrar)
    }

    private static func registerEntries(_ registrar: inout Registrar) {
        registrar.add(AddStudy.self)
        registrar.add(RecordGroupStudy.self)
        registrar.add(CollectStudy.self)
        registrar.add(ImportStudy.self)
        registrar.add(ListStudy.self)
        registrar.add(ShowStudy.self)
        registrar.add(ApplyStudy.self)
        registrar.add(VerifyStudy.self)
        registrar.add(VoidStudy.self)
        registrar.add(ExportStudy.self)
        registrar.add(ListPlatforms.self)
    }

    private static func registerFigures(_ registrar: inout Registrar) {
        registrar.add(SumStudy.self)
        registrar.add(CompareModes.self)
        registrar.add(ListShortfalls.self)
        registrar.add(ListReminders.self)
        registrar.add(SetRequirement.self)
        registrar.add(ListRequirements.self)
        registrar.add(AddMaterial.self)
        registrar.add(ListMaterials.self)
        registrar.add(ListUnread.self)
        registrar.add(MeasureLatency.self)
    }
}
