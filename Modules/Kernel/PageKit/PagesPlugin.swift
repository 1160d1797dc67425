import Operations
import Persistence
import PluginKit

/// The pages themselves, through the same door as everybody else: their words, tables, own operations and own pages.
public enum PagesPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "pages", version: Version(1), namespaces: ["work", "view"],
        capabilities: [
            OperationSlot.slot, Migrations.slot, Pages.slot, NavigationEntries.slot, StateTones.slot, RecordLinks.slot,
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(PagesMigrations.all, to: Migrations.self)
        registrar.add(PageKitStrings.table)
        registrar.add(ListWork.self)
        registrar.add(SaveView.self)
        registrar.add(ListViews.self)
        registrar.add(DeleteView.self)
        registrar.add(
            [
                WorkPage.page, OverviewPage.page, OperationPages.page, SearchPage.page, SettingsPage.page, SystemPage.page,
                AuditPage.page, RulePage.page, HelpPage.page, SuggestPage.page,
            ] + ImportWizard.pages, to: Pages.self)
        registrar.add(PagesNavigation.all, to: NavigationEntries.self)
        registrar.add(PagesNavigation.tones, to: StateTones.self)
        registrar.add(PagesNavigation.links, to: RecordLinks.self)
    }
}

/// The areas every program has, and how the kernel's own words look.
enum PagesNavigation {
    static let all = [
        NavigationEntry("pages.work", in: .work, title: "pages.work", path: "/", letter: "w", nouns: ["work"]) { _ in true },
        NavigationEntry("pages.overview", in: .overview, title: "pages.overview", path: "/overview", letter: "v") {
            !$0.isUnitSide
        },
        NavigationEntry(
            "pages.system", in: .system, title: "pages.system", path: "/system", letter: "s",
            nouns: ["account", "account.policy", "session", "token", "audit", "rule", "term", "calendar", "deadline", "plugin"]
        ) { !$0.isUnitSide },
    ]

    static let tones =
        StateTone.of("auditOutcome", [.done: ["done"], .late: ["denied"]])
        + StateTone.of("severity", [.late: ["refused"], .due: ["question"], .quiet: ["normalised"]])

    static let links = [RecordLink("ruleID", to: "/rule")]
}

enum PagesMigrations {
    static let all = [
        // 0001: lists as an account likes to see them.
        Migration(
            "pages/0001-view",
            sql: """
                CREATE TABLE pages_view (
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    account TEXT NOT NULL,
                    operation TEXT NOT NULL,
                    name TEXT NOT NULL,
                    query TEXT NOT NULL,
                    PRIMARY KEY (account, operation, name)
                ) STRICT, WITHOUT ROWID;
                """),
        // 0002: files between the steps of an import; thrown away after a day.
        Migration(
            "pages/0002-upload",
            sql: """
                CREATE TABLE pages_upload (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    account TEXT NOT NULL,
                    operation TEXT NOT NULL,
                    fields TEXT NOT NULL,
                    fileName TEXT NOT NULL,
                    data BLOB NOT NULL,
                    columns TEXT,
                    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'refused')),
                    outcome TEXT,
                    rejects BLOB,
                    createdAt TEXT NOT NULL,
                    expiresAt TEXT NOT NULL
                ) STRICT;
                CREATE INDEX pages_upload_expiry ON pages_upload (expiresAt);
                """),
    ]
}
