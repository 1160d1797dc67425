import Foundation
import HostKit
import Operations
import PageKit
import PluginKit
import StandardPlugins

/// Pages of a site as files.
struct Preview {
    private let site: PageSite
    private let folder: URL
    private let looks: [(name: String, cookies: [String: String])] = [
        ("light", ["xuncha_theme": "light"]), ("dark", ["xuncha_theme": "dark"]),
        ("en", ["xuncha_theme": "light", "xuncha_language": "en"]),
    ]

    init(database: String, folder: String) throws {
        let registry = try Composition.registry(of: standardPlugins)
        site = PageSite(dispatcher: try Composition.open(database, registry: registry))
        self.folder = URL(fileURLWithPath: folder)
        let assets = self.folder.appendingPathComponent("assets")
        try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
        for asset in site.assets {
            try asset.data.write(to: assets.appendingPathComponent(URL(fileURLWithPath: asset.path).lastPathComponent))
        }
    }

    /// - Parameter pages: account and path with query.
    func write(_ pages: [(account: String, path: String)]) throws {
        for look in looks {
            for page in pages { try write(page.account, page.path, look) }
            let frame = PageFrame(
                strings: site.dispatcher.registry.strings, language: .zhHans, cookies: look.cookies, csrfToken: "")
            try save(SignInPage.html(frame, notice: .refused), "sign-in.\(look.name)")
        }
    }

    private func write(_ account: String, _ path: String, _ look: (name: String, cookies: [String: String])) throws {
        let parts = URLComponents(string: path)
        let request = SiteRequest(
            method: .get, path: parts?.path ?? path, query: (parts?.queryItems ?? []).map { ($0.name, $0.value ?? "") },
            cookies: look.cookies, principal: try site.dispatcher.principal(named: account), accountTitle: account,
            csrfToken: "token")
        let response = site.respond(to: request)
        guard case .html(let html) = response.body else { return }
        let name = (parts?.path ?? path).split(separator: "/").joined(separator: "_")
        try save(html, "\(name.isEmpty ? "home" : name).\(account).\(look.name)")
    }

    private func save(_ html: String, _ name: String) throws {
        let local = html.replacing("\"/assets/", with: "\"assets/")
        try Data(local.utf8).write(to: folder.appendingPathComponent("\(name).html"))
    }
}

/// Pages worth looking at.
enum Tour {
    static let pages: [(account: String, path: String)] = [
        ("office", "/"), ("office", "/overview"), ("office", "/rounds"), ("office", "/rounds/14-3"), ("office", "/findings"),
        ("office", "/findings/14-3-0009"), ("office", "/rectification"), ("office", "/rectification/14-3-0009"),
        ("office", "/rectification/14-3-0002"), ("office", "/reviews"),
        ("office", "/units"), ("office", "/people"), ("office", "/system"), ("office", "/settings"), ("office", "/help"),
        ("office", "/op/account.add"), ("office", "/op/round.create"), ("office", "/op/audit.list"),
        ("office", "/import/cadre.import"),
        ("office", "/search?q=制度"), ("office", "/rule/R-RND-06"), ("office", "/nothing"),
    ]
}
