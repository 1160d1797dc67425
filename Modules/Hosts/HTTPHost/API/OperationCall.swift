#if HTTPHost
    import Accounts
    import Foundation
    import HTTPTypes
    import Operations
    import PluginKit
    import Synchronization

    /// One operation asked for over HTTP.
    struct OperationCall: Sendable {
        let api: APIDesk
        let operation: AnyOperation
        let call: Call
        let identity: Identity

        func reply() throws -> Reply {
            let facts = api.table.facts(operation)
            try checkMethod(facts)
            guard let holder = identity.holder else { throw HTTPRefusal.unauthorized }
            try checkOrigin()
            guard holder.mayUse(operation.name, operation.kind) else { try api.desk.refuse(operation.name, to: holder) }
            let request = try ReplyKeeper.Request(call, operation, account: holder.principal.account)
            if let request, operation.access.allows(holder.principal), let kept = try api.keeper.find(request) { return kept }
            guard operation.kind == .command, isAsynchronous else { return try run(holder, facts, request) { _, _ in } }
            return try later(holder, facts, request)
        }

        private func checkMethod(_ facts: OperationTable.Facts) throws {
            let isRead = call.method == .get || call.method == .head
            guard facts.isReadable ? isRead : call.method == .post else {
                throw HTTPRefusal.method(allow: facts.isReadable ? "GET, HEAD" : "POST")
            }
        }

        /// A browser sends its cookie with whatever another site makes it ask for; a program's token it does not.
        private func checkOrigin() throws {
            guard case .session(let holder, let token) = identity, call.isWrite else { return }
            var sent = call.headers[.csrfToken]
            if sent == nil, case .form(let form) = call.body { sent = form[InputSource.csrfField] }
            guard CSRF.isSameOrigin(call), CSRF.isValid(sent, session: token) else {
                try api.desk.noteForged(operation.name.text, by: holder)
                throw HTTPRefusal.forged
            }
        }

        private var isAsynchronous: Bool {
            (call.headers[.prefer] ?? "").split(separator: ",").contains {
                $0.trimmingCharacters(in: .whitespaces) == "respond-async"
            }
        }

        private func later(_ holder: Holder, _ facts: OperationTable.Facts, _ request: ReplyKeeper.Request?) throws -> Reply {
            // Somebody who may not do it hears so at once.
            guard operation.access.allows(holder.principal) else { return try run(holder, facts, request) { _, _ in } }
            let job = try api.jobs.start(operation.name.text, for: holder.principal.account) { progress in
                do {
                    return try run(holder, facts, request, progress)
                } catch {
                    return api.problem(error, call, identity)
                }
            }
            return job.accepted
        }

        private func run(
            _ holder: Holder, _ facts: OperationTable.Facts, _ request: ReplyKeeper.Request?,
            _ progress: @escaping @Sendable (Int, Int) -> Void
        ) throws -> Reply {
            let account = holder.principal.account
            var dispatcher = api.dispatcher
            dispatcher.progress = progress
            dispatcher.language = call.language
            let source = try InputSource(call: call, facts: facts, strings: dispatcher.registry.strings).source()
            guard let request else {
                return try api.answers.reply(
                    operation.run(dispatcher, source, holder.principal), operation, call, account: account)
            }
            let kept = Mutex<Reply?>(nil)
            dispatcher.beforeCommit = { answer, context in
                let reply = try api.answers.reply(answer, operation, call, account: account)
                try api.keeper.keep(answer.holdsSecret ? once(account) : reply, for: request, context)
                kept.withLock { $0 = reply }
            }
            do {
                let answer = try operation.run(dispatcher, source, holder.principal)
                return try kept.withLock { $0 } ?? api.answers.reply(answer, operation, call, account: account)
            } catch {
                // The same request may have come in twice at once; the other one's success is the answer to this one, too.
                if let earlier = try api.keeper.find(request) { return earlier }
                throw error is ReplyKeeper.Taken ? HTTPRefusal.overloaded : error
            }
        }

        /// What is kept in the place of an answer with a secret in it: that can be given once only.
        private func once(_ account: String) -> Reply {
            let refusal = HTTPRefusal(status: 409, refusal: HTTPRules.key.refused("secret"))
            return Problem(api.dispatcher.registry.strings, call).reply(HTTPFault(refusal))
        }
    }
#endif
