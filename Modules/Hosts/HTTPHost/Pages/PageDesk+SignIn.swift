#if HTTPHost
    import Accounts
    import Foundation
    import HTTPTypes
    import HostKit
    import PageKit
    import PluginKit

    extension PageDesk {
        func signIn(_ call: Call, _ identity: Identity) throws -> Reply {
            switch call.method {
            case .get, .head:
                if identity.holder != nil, call.query("notice") == nil { return .redirect(to: target(call.query("next"))) }
                let notice = call.query("notice").flatMap(SignInPage.Notice.init(rawValue:))
                return .html(SignInPage.html(frame(call, csrf: ""), notice: notice, next: call.query("next")))
            case .post: return try enter(call)
            default: throw HTTPRefusal.method(allow: "GET, HEAD, POST")
            }
        }

        private func enter(_ call: Call) throws -> Reply {
            guard CSRF.isSameOrigin(call), case .form(let form) = call.body else { throw HTTPRefusal.forged }
            let name = (form["account"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
            do {
                let session = try desk.signIn(name, password: form["password"] ?? "", by: visitor(call))
                return welcome(session, call, to: target(form["next"]))
            } catch let error as TooManyAttempts {
                return again(call, form, name, .tooManyTries, status: 429).adding(.retryAfter, "\(error.seconds)")
            } catch let error as any UserFacingError {
                guard ErrorReport.gravest(error.refusals) == .permission else { throw error }
                return again(call, form, name, .refused, status: 401)
            }
        }

        private func again(_ call: Call, _ form: SentForm, _ name: String, _ notice: SignInPage.Notice, status: Int) -> Reply {
            .html(SignInPage.html(frame(call, csrf: ""), account: name, notice: notice, next: form["next"]), status: status)
        }

        func signOut(_ call: Call, _ identity: Identity) throws -> Reply {
            guard call.method == .post else { throw HTTPRefusal.method(allow: "POST") }
            if case .session(let holder, let token) = identity {
                guard case .form(let form) = call.body else { throw HTTPRefusal.forged }
                try checkOrigin(call, form, session: token, of: holder)
                try desk.signOut(session: token)
            }
            return .redirect(to: "/sign-in?notice=\(SignInPage.Notice.signedOut.rawValue)")
                .adding(.setCookie, SessionCookie.clearing(for: call.client))
        }

        func setUp(_ call: Call) throws -> Reply {
            switch call.method {
            case .get, .head:
                let token = call.query("token") ?? ""
                guard let account = try desk.account(ofLink: token) else { return expired(call) }
                return .html(SetUpPage.html(frame(call, csrf: ""), token: token, account: account.name))
            case .post: return try choosePassword(call)
            default: throw HTTPRefusal.method(allow: "GET, HEAD, POST")
            }
        }

        private func choosePassword(_ call: Call) throws -> Reply {
            guard CSRF.isSameOrigin(call), case .form(let form) = call.body else { throw HTTPRefusal.forged }
            let token = form["token"] ?? ""
            let password = form["password"] ?? ""
            guard let account = try desk.account(ofLink: token) else { return expired(call) }
            do {
                guard password == form["repeat"] else { throw Rule.invalid.refused("passwordRepeat", field: "repeat") }
                return welcome(try desk.redeem(link: token, password: password, by: visitor(call)), call, to: "/")
            } catch let error as any UserFacingError {
                guard ErrorReport.gravest(error.refusals) == .validation else { throw error }
                return .html(
                    SetUpPage.html(frame(call, csrf: ""), token: token, account: account.name, refusals: error.refusals),
                    status: 422)
            }
        }

        /// A link that is used, too old or made up: all the same page.
        private func expired(_ call: Call) -> Reply {
            let fault = HTTPRefusal(status: 404, refusal: Rule.notFound.refused("link"))
            return .html(
                ErrorPage.html(frame(call, csrf: ""), status: 404, refusals: fault.refusals, requestID: call.id), status: 404)
        }

        private func visitor(_ call: Call) -> Visitor {
            Visitor(address: call.client.address, client: call.headers[.userAgent] ?? "", session: SessionCookie.token(in: call))
        }

        private func welcome(_ session: StartedSession, _ call: Call, to path: String) -> Reply {
            Reply.redirect(to: path).adding(.setCookie, SessionCookie.setting(session.token, for: call.client))
        }

        /// Where to go after signing in: never to another site.
        private func target(_ path: String?) -> String {
            guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"), !path.contains(where: \.isNewline)
            else { return "/" }
            return path
        }
    }
#endif
