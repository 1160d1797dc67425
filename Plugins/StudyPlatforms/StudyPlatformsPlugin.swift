import Operations
import Persistence
import PluginKit
import Statistics
import StudyLog

/// Reads the exports of 学习强国 and 西湖先锋 into the study log, and fetches them where a platform offers them at an address.
public enum StudyPlatformsPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "studyplatforms", version: Version(1),
        requires: [.init("studylog"), .init("statistics"), .init("interchange"), .init("transfer")],
        namespaces: ["platform"],
        capabilities: [StudyPlatforms.slot, Indicators.slot, OperationSlot.slot, Migrations.slot, Settings.slot])

    public static func register(with registrar: inout Registrar) {
        registrar.add([XuexiQiangguo.platform, XihuXianfeng.platform], to: StudyPlatforms.self)
        registrar.add(PlatformCaps.settings, to: Settings.self)
        registrar.add(StudyIndicators.points(ofPlatform: XuexiQiangguo.code), to: Indicators.self)
        registrar.add(StudyPlatformsMigrations.all, to: Migrations.self)
        registrar.add(SetSource.self)
        registrar.add(ListSources.self)
        registrar.add(FetchExport.self)
        registrar.add(StudyPlatformsStrings.table)
    }
}
