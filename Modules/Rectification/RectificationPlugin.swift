import GRDB
import Inspection
import Operations
import Persistence
import PluginKit
import Statistics

/// The rectification ledger, the two nodes with three reviews, and what follows from them.
public enum RectificationPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "rectification", version: Version(1),
        requires: [.init("deadlines"), .init("interchange"), .init("organization"), .init("inspection"), .init("statistics")],
        namespaces: ["ledger", "item", "review", "ballot"],
        capabilities: [
            "operations", "migrations", "rules", "indicators", "stageRequirements", "pages", "navigation", "stateTones",
            "recordLinks",
            "fieldWidgets", "work", "overview", "searchSources", "importForms", "figureLists", Settings.slot,
            NumberedRecords.slot,
            DueColours.slot,
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(RectificationMigrations.all, to: Migrations.self)
        registrar.add(RectificationRules.all, to: Rules.self)
        registrar.add(RectificationSettings.all, to: Settings.self)
        registrar.add(RectificationSettings.dueColours, to: DueColours.self)
        registrar.add(RectificationIndicators.all, to: Indicators.self)
        registrar.add(RectificationRequirements.all, to: StageRequirements.self)
        registrar.add(RectificationStrings.table)
        registrar.add(RectificationStrings.refusals)
        registrar.add(RectificationStrings.settings)
        registrar.add(
            NumberedRecord("item") { no, context in
                var filter = Filter("i.no = ?", no)
                filter.and(LedgerFilter.visible(to: context.principal))
                let sql = "SELECT 1 FROM rectification_item i WHERE \(filter.sql)"
                return try Bool.fetchOne(context.db, sql: sql, arguments: filter.arguments) ?? false
            }, to: NumberedRecords.self)
        registrar.add(ImportLedger.self)
        registrar.add(OpenLedger.self)
        registrar.add(ListLedger.self)
        registrar.add(ExportLedger.self)
        registrar.add(CheckLedger.self)
        RectificationPages.register(&registrar)
        registerItems(&registrar)
        registerReviews(&registrar)
    }

    private static func registerItems(_ registrar: inout Registrar) {
        registrar.add(PlanItem.self)
        registrar.add(StartItem.self)
        registrar.add(ReportProgress.self)
        registrar.add(SubmitItem.self)
        registrar.add(CheckItem.self)
        registrar.add(ReturnItem.self)
        registrar.add(CloseItem.self)
        registrar.add(HoldItem.self)
        registrar.add(ResumeItem.self)
        registrar.add(ReopenItem.self)
        registrar.add(ShowItem.self)
    }

    private static func registerReviews(_ registrar: inout Registrar) {
        registrar.add(SubmitReview.self)
        registrar.add(AcceptReview.self)
        registrar.add(DecideReview.self)
        registrar.add(RecordBallot.self)
        registrar.add(ListReviews.self)
        registrar.add(ShowReview.self)
    }
}
