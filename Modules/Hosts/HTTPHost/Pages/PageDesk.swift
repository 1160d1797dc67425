#if HTTPHost
    import Accounts
    import Foundation
    import HTTPTypes
    import NIOCore
    import Operations
    import PageKit
    import PluginKit
    import Synchronization

    /// Everything that people see in a browser: signing in and out, setting up, assets, and the pages of the site.
    struct PageDesk: Sendable {
        let desk: SignInDesk
        let site: PageSite
        let keeper: ReplyKeeper
        let assets: [String: Reply]
        let strings: StringCatalogue

        init(desk: SignInDesk, site: PageSite) {
            self.desk = desk
            self.site = site
            keeper = ReplyKeeper(dispatcher: site.dispatcher)
            strings = site.dispatcher.registry.strings
            assets = Dictionary(
                site.assets.map { asset in
                    let headers: HTTPFields = [
                        .contentType: asset.contentType, .cacheControl: "public, max-age=31536000, immutable",
                    ]
                    return (asset.path, Reply(status: 200, headers: headers, body: ByteBuffer(bytes: asset.data), label: "asset"))
                }, uniquingKeysWith: { first, _ in first })
        }

        /// Answers everything that is not the API's.
        func reply(to call: Call, from identity: Identity) -> Reply {
            var reply: Reply
            do {
                reply = try answer(call, identity)
            } catch {
                reply = fault(error, call)
            }
            if reply.label == nil { reply.label = "page" }
            if case .session(let holder, _) = identity { reply.account = holder.principal.account }
            return reply
        }

        private func answer(_ call: Call, _ identity: Identity) throws -> Reply {
            switch call.path {
            case "/sign-in": try signIn(call, identity).labelled("sign-in")
            case "/sign-out": try signOut(call, identity).labelled("sign-out")
            case "/set-up": try setUp(call).labelled("set-up")
            default: try page(call, identity)
            }
        }

        /// A page for what the host itself refuses.
        func fault(_ error: any Error, _ call: Call) -> Reply {
            let fault = HTTPFault(error)
            if fault.status == 500 { site.noteFault(error) }
            var reply = Reply.html(
                ErrorPage.html(frame(call, csrf: ""), status: fault.status, refusals: fault.refusals, requestID: call.id),
                status: fault.status)
            for (name, value) in fault.headers { reply = reply.adding(HTTPField.Name.own(name), value) }
            return reply
        }

        func frame(_ call: Call, csrf: String) -> PageFrame {
            PageFrame(strings: strings, language: call.language, cookies: call.cookies, csrfToken: csrf)
        }

        private func page(_ call: Call, _ identity: Identity) throws -> Reply {
            guard call.method == .get || call.method == .head || call.method == .post else {
                throw HTTPRefusal.method(allow: "GET, HEAD, POST")
            }
            guard case .session(let holder, let token) = identity else { return toSignIn(call, identity) }
            var form = SentForm()
            switch call.body {
            case .form(let sent): form = sent
            case .none where !call.isWrite: break
            default: throw HTTPRefusal.foreignBody(MediaRange.name(of: call.headers[.contentType] ?? ""))
            }
            if call.isWrite { try checkOrigin(call, form, session: token, of: holder) }
            let request = SiteRequest(
                method: call.isWrite ? .post : .get, path: call.path, query: call.query, form: form.fields, uploads: form.uploads,
                cookies: call.cookies.filter { $0.key != SessionCookie.name && $0.key != SessionCookie.secureName },
                language: call.language,
                principal: holder.principal, accountTitle: holder.title, csrfToken: CSRF.token(session: token),
                idempotencyKey: form[SiteRequest.onceField])
            return try once(request, call)
        }

        /// Lets a form that was sent twice take effect once: the second gets the answer of the first.
        private func once(_ request: SiteRequest, _ call: Call) throws -> Reply {
            guard request.method == .post, let key = request.idempotencyKey, (1...255).contains(key.count) else {
                return reply(site.respond(to: request), call)
            }
            let asked = ReplyKeeper.Request(call, "page \(request.path)", key: key, account: request.principal.account)
            if let earlier = try keeper.find(asked) { return earlier }
            let isKept = Mutex(false)
            var site = site
            site.dispatcher.beforeCommit = { [keeper] _, context in
                guard !isKept.withLock({ $0 }) else { return }
                try keeper.keep(.redirect(to: "/"), for: asked, context)
                isKept.withLock { $0 = true }
            }
            let reply = reply(site.respond(to: request), call)
            guard isKept.withLock({ $0 }) else { return try keeper.find(asked) ?? reply }
            // Where to go on is known only now; what was shown on the page itself is shown once.
            if reply.status == 303 { try keeper.settle(reply, for: asked) }
            return reply
        }

        /// The browser goes to sign in and comes back afterwards.
        private func toSignIn(_ call: Call, _ identity: Identity) -> Reply {
            var pairs: [(name: String, value: String)] = []
            let target = call.query.isEmpty ? call.path : "\(call.path)?\(URLEncoded.encode(call.query))"
            if !call.isWrite, target != "/" { pairs.append(("next", target)) }
            if case .unknown = identity { pairs.append(("notice", SignInPage.Notice.ended.rawValue)) }
            let reply = Reply.redirect(to: pairs.isEmpty ? "/sign-in" : "/sign-in?\(URLEncoded.encode(pairs))")
            guard case .unknown = identity else { return reply }
            return reply.adding(.setCookie, SessionCookie.clearing(for: call.client))
        }

        func checkOrigin(_ call: Call, _ form: SentForm, session: String, of holder: Holder) throws {
            let token = form[SiteRequest.csrfField] ?? call.headers[.csrfToken]
            guard CSRF.isSameOrigin(call), CSRF.isValid(token, session: session) else {
                try desk.noteForged(call.path, by: holder)
                throw HTTPRefusal.forged
            }
        }

        private func reply(_ response: SiteResponse, _ call: Call) -> Reply {
            var reply: Reply
            switch response.body {
            case .html(let html): reply = .html(html, status: response.status)
            case .redirect(let path, _): reply = .redirect(to: path)
            case .document(let document): reply = .document(document)
            }
            reply.status = response.status
            for (name, value) in response.headers {
                guard let name = HTTPField.Name(name) else { continue }
                let isCookie = name == .setCookie && call.client.isSecure
                reply = reply.adding(name, isCookie ? "\(value); Secure" : value)
            }
            reply.headers[.vary] = "Cookie, Accept-Language"
            return reply
        }
    }
#endif
