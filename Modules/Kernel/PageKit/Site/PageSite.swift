import Operations
import PluginKit

/// All pages of a program: derived from its operations and filled from slots. It knows no web server and no domain rule.
public struct PageSite: Sendable {
    let dispatcher: Dispatcher

    public init(dispatcher: Dispatcher) {
        self.dispatcher = dispatcher
    }

    /// Style sheet, script and icon; their addresses name their content.
    public var assets: [SiteAsset] { SiteAssets.all }

    /// Answers one request of somebody signed in. Blocks while it works: call it off the event loop.
    public func respond(to request: SiteRequest) -> SiteResponse {
        let frame = PageFrame(
            strings: dispatcher.registry.strings, language: request.language, cookies: request.cookies, csrfToken: request.csrfToken)
        return SiteResponse(status: 404, body: .html(ErrorPage.html(frame, status: 404)))
    }
}
