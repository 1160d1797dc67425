#if HTTPHost
    import Accounts
    import Foundation
    import HTTPTypes
    import HostKit
    import Operations
    import PluginKit

    /// Everything under `/api`. Blocks: call it off the event loop.
    struct APIDesk: Sendable {
        let dispatcher: Dispatcher
        let desk: SignInDesk
        let table: OperationTable
        let jobs: Jobs
        let answers: AnswerReply
        let keeper: ReplyKeeper
        let description: APIDescription
        /// Told of errors that are nobody's refusal.
        let noteFault: @Sendable (any Error, Call) -> Void

        init(
            dispatcher: Dispatcher, desk: SignInDesk, lanes: WorkLanes, styleSheet: String?,
            noteFault: @escaping @Sendable (any Error, Call) -> Void
        ) {
            self.dispatcher = dispatcher
            self.desk = desk
            self.noteFault = noteFault
            table = OperationTable(dispatcher.registry)
            jobs = Jobs(lanes: lanes, time: dispatcher.time)
            answers = AnswerReply(registry: dispatcher.registry, time: dispatcher.time)
            keeper = ReplyKeeper(dispatcher: dispatcher)
            description = APIDescription(registry: dispatcher.registry, table: table, styleSheet: styleSheet)
        }

        func reply(to call: Call, from identity: Identity) -> Reply {
            var reply: Reply
            do {
                reply = try answer(call, identity)
            } catch {
                reply = problem(error, call, identity)
                noteAbsent(error, call, identity)
            }
            if reply.label == nil { reply.label = "api" }
            reply.account = identity.holder?.principal.account
            return reply
        }

        private func answer(_ call: Call, _ identity: Identity) throws -> Reply {
            switch call.path {
            case "/api", "/api/":
                try allow(["GET"], call)
                return .html(description.page(call.language))
            case "/api/openapi.json":
                try allow(["GET"], call)
                return description.document(call.language)
            case "/api/session":
                try allow(["GET"], call)
                return try session(identity)
            case let path where path.hasPrefix(DocumentShelf.path):
                return try document(String(path.dropFirst(DocumentShelf.path.count)), call, identity)
            case let path where path.hasPrefix(Jobs.path):
                return try job(String(path.dropFirst(Jobs.path.count)), call, identity)
            default:
                guard let operation = table.operation(at: call.path) else { throw HTTPRefusal.absent }
                return try OperationCall(api: self, operation: operation, call: call, identity: identity).reply()
                    .labelled(operation.name.text)
            }
        }

        /// Puts into the audit that somebody asked an operation for a record that is not there for them, without naming it: what is
        /// hidden and what is absent leave the same.
        private func noteAbsent(_ error: any Error, _ call: Call, _ identity: Identity) {
            guard let holder = identity.holder, let operation = table.operation(at: call.path),
                ErrorReport.gravest(ErrorTranslation.refusals(of: error)) == .notFound
            else { return }
            do {
                try dispatcher.noteDenied(operation.name.text, to: holder.principal, reason: Rule.notFound.id)
            } catch {
                noteFault(error, call)
            }
        }

        /// A refusal as a problem document; a file that was made all the same is put on the shelf.
        func problem(_ error: any Error, _ call: Call, _ identity: Identity) -> Reply {
            let fault = HTTPFault(error)
            if fault.status == 500 { noteFault(error, call) }
            var path: String?
            if let document = (error as? any DocumentedError)?.document, let holder = identity.holder {
                path = answers.shelf.keep(document, for: holder.principal.account)
            }
            var reply = Problem(dispatcher.registry.strings, call).reply(fault, document: path)
            reply.label = table.operation(at: call.path)?.name.text
            return reply
        }

        private func allow(_ methods: [String], _ call: Call) throws {
            let method = call.method == .head ? "GET" : call.method.rawValue
            guard methods.contains(method) else { throw HTTPRefusal.method(allow: (methods + ["HEAD"]).joined(separator: ", ")) }
        }

        /// Who is signed in, and the token that requests with a cookie need.
        private func session(_ identity: Identity) throws -> Reply {
            guard let holder = identity.holder else { throw HTTPRefusal.unauthorized }
            var node: JSONNode = [
                "account": .text(holder.principal.account), "title": .text(holder.title),
                "roles": .texts(holder.principal.roles.map(\.rawValue).sorted()),
            ]
            if case .session(_, let token) = identity { node = node.adding("csrfToken", .text(CSRF.token(session: token))) }
            return .json(node.encoded)
        }

        private func document(_ id: String, _ call: Call, _ identity: Identity) throws -> Reply {
            try allow(["GET"], call)
            guard let holder = identity.holder else { throw HTTPRefusal.unauthorized }
            guard let document = answers.shelf.document(id, for: holder.principal.account) else { throw HTTPRefusal.absent }
            return .document(document)
        }

        private func job(_ path: String, _ call: Call, _ identity: Identity) throws -> Reply {
            try allow(["GET"], call)
            guard let holder = identity.holder else { throw HTTPRefusal.unauthorized }
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            guard let job = jobs.job(String(parts[0]), for: holder.principal.account) else { throw HTTPRefusal.absent }
            if parts.count == 1 { return job.status }
            guard parts.count == 2, parts[1] == "result", let reply = job.reply else { throw HTTPRefusal.absent }
            return reply
        }
    }
#endif
