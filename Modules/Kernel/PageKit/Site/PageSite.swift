import Foundation
import Operations
import PluginKit

/// All pages of a program: derived from its operations and filled from slots. It knows no web server and no domain rule.
public struct PageSite: Sendable {
    public var dispatcher: Dispatcher
    let contents: SiteContents
    let jobs = ImportJobs()
    /// Told of errors that are nobody's refusal, so that the host can log them.
    public var noteFault: @Sendable (any Error) -> Void = { _ in }

    /// - Parameter dispatcher: of a registry that holds ``PagesPlugin``.
    public init(dispatcher: Dispatcher) {
        self.dispatcher = dispatcher
        contents = SiteContents(dispatcher.registry)
    }

    /// Style sheet, script and icon; their addresses name their content.
    public var assets: [SiteAsset] { SiteAssets.all }

    /// Whether an import still goes on; a host waits for it before it ends.
    public var isBusy: Bool { jobs.isBusy }

    /// Answers one request of somebody signed in. Blocks while it works: call it off the event loop.
    public func respond(to request: SiteRequest) -> SiteResponse {
        let context = context(request)
        do {
            let answer = try answer(context)
            if case .page(let content) = answer, content.status == 404 { noteAbsent(context) }
            return response(answer, context)
        } catch {
            return response(.page(fault(error, context)), context)
        }
    }

    /// Puts into the audit that somebody asked for what is not there for them: the page's name and nothing of the record. What is
    /// hidden and what is absent leave the same; a page of no such name leaves nothing.
    private func noteAbsent(_ context: PageContext) {
        guard let action = contents.action(at: context.request.path) else { return }
        let isOpen = contents.mayOpen(context.request.path, context.principal)
        do {
            try dispatcher.noteDenied(action, to: context.principal, reason: isOpen ? Rule.notFound.id : nil)
        } catch {
            noteFault(error)
        }
    }

    private func context(_ request: SiteRequest) -> PageContext {
        let frame = PageFrame(
            strings: dispatcher.registry.strings, language: request.language, cookies: request.cookies,
            csrfToken: request.csrfToken)
        let parameters = contents.page(at: request.path)?.parameters ?? [:]
        return PageContext(
            request: request, frame: frame, dispatcher: dispatcher, parameters: parameters, contents: contents, jobs: jobs,
            dueLimits: DueLimitReader(dispatcher))
    }

    /// - Throws: `E-NOTFOUND` alike for a page that does not exist and for one the person may not open.
    private func answer(_ context: PageContext) throws -> PageAnswer {
        guard let (page, _) = contents.page(at: context.request.path),
            contents.mayOpen(context.request.path, context.principal)
        else { throw Rule.notFound.refused("page") }
        return try page.render(context)
    }

    private func response(_ answer: PageAnswer, _ context: PageContext) -> SiteResponse {
        switch answer {
        case .page(let content):
            let flash = context.request.cookies[Flash.cookie].flatMap { $0.isEmpty ? nil : Flash(cookie: $0) }
            let html = Shell(context).html(content, flash: flash?.message)
            return SiteResponse(status: content.status, body: .html(html), headers: flash == nil ? [] : [Flash.clearing])
        case .redirect(let path, let message):
            let target = SitePath.isLocal(path) ? path : "/"
            return SiteResponse(
                status: 303, body: .redirect(to: target, flash: message), headers: message.map { [Flash($0).header] } ?? [])
        case .preference(let path, let cookies):
            return SiteResponse(
                status: 303, body: .redirect(to: SitePath.isLocal(path) ? path : "/", flash: nil),
                headers: cookies.map { Preferences.cookie($0.name, $0.value) })
        case .document(let document):
            return SiteResponse(status: 200, body: .document(document))
        }
    }

    /// The page for an error. What is hidden and what is absent look the same.
    private func fault(_ error: any Error, _ context: PageContext) -> PageContent {
        let refusals = ErrorTranslation.refusals(of: error)
        if refusals.isEmpty { noteFault(error) }
        // What an operation did not permit is there already.
        let isAbsent = refusals.contains { $0.kind == .notFound } && !refusals.contains { $0.kind == .permission }
        if isAbsent { noteAbsent(context) }
        return FaultPage.content(refusals, context)
    }
}
