#if HTTPHost
    import Accounts
    import Foundation
    import HTTPTypes
    import Logging
    import NIOCore
    import Operations
    import PageKit
    import PluginKit

    /// The whole host, free of any web server: a request goes in, a reply comes out.
    final class WebHost: Sendable {
        let dispatcher: Dispatcher
        let desk: SignInDesk
        let lanes = WorkLanes()
        let figures = Figures()
        let api: APIDesk
        let pages: PageDesk
        let logger: Logger

        init(dispatcher: Dispatcher, logger: Logger) {
            var dispatcher = dispatcher
            dispatcher.reactionFailed = { failure in
                logger.error("reaction failed", metadata: ["reaction": "\(failure.reaction)", "cause": "\(failure.cause)"])
            }
            self.dispatcher = dispatcher
            self.logger = logger
            desk = SignInDesk(dispatcher)
            var site = PageSite(dispatcher: dispatcher)
            site.noteFault = { logger.error("fault", metadata: ["error": "\($0)"]) }
            pages = PageDesk(desk: desk, site: site)
            let styleSheet = site.assets.first { $0.contentType.hasPrefix("text/css") }?.path
            api = APIDesk(dispatcher: dispatcher, desk: desk, lanes: lanes, styleSheet: styleSheet) { error, call in
                logger.error("fault", metadata: ["error": "\(error)", "request": "\(call.id)"])
            }

        }

        /// Answers at once what needs neither the file nor a thread; nil for everything else.
        func quickReply(_ call: Call) -> Reply? {
            if call.path == "/health" { return .text("ok\n").labelled("health") }
            if call.path == "/metrics" {
                return .text(figures.text(lanes: lanes), type: "text/plain; version=0.0.4; charset=utf-8").labelled("metrics")
            }
            return pages.assets[call.path]
        }

        /// Whether anything goes on in the background.
        var isBusy: Bool { api.jobs.isBusy || pages.site.isBusy }

        /// Who asks. Blocks.
        func identify(_ call: Call) throws -> Identity { try desk.identify(call) }

        /// Answers. Blocks.
        func reply(to call: Call, from identity: Identity) -> Reply {
            if call.path == "/ready" { return ready().labelled("ready") }
            return isAPI(call) ? api.reply(to: call, from: identity) : pages.reply(to: call, from: identity)
        }

        /// What the host itself refuses, as a page or a problem document.
        func fault(_ error: any Error, _ call: Call) -> Reply {
            isAPI(call) ? api.problem(error, call, .nobody) : pages.fault(error, call)
        }

        /// Which thread does it: changes wait for each other, looking does not, and passwords keep nobody else waiting.
        func lane(for call: Call) -> WorkLanes.Lane {
            if !call.isWrite { return .queries }
            return call.path == "/sign-in" || call.path == "/set-up" ? .passwords : .commands
        }

        private func isAPI(_ call: Call) -> Bool { call.path == "/api" || call.path.hasPrefix("/api/") }

        private func ready() -> Reply {
            let isReady = (try? dispatcher.store.read { try $0.execute(sql: "SELECT 1") }) != nil
            return isReady ? .text("ready\n") : .text("not ready\n", status: 503)
        }
    }
#endif
