#if HTTPHost
    import Accounts
    import CommandHost
    import Foundation
    import Operations
    import PluginKit

    /// `serve`: serves the office's file to people and programs until it is told to stop.
    struct Serve: HostOperation {
        struct Input: Codable, Sendable {
            /// Address to listen at; this machine only where none is named.
            var host: String?
            /// Port to listen at; 0 for any free one.
            var port: Int?
            /// `NAME:PASSWORD` of accounts that are made, or given their first password, without a link.
            var setupAccount: [String]?
            /// PEM files for TLS.
            var certificate: String?
            var key: String?
            /// Addresses of reverse proxies whose `X-Forwarded-*` count.
            var trustedProxy: [String]?
            /// Most megabytes of one form with files.
            var uploadLimit: Int?
            /// Least level of the log: `debug`, `info`, `warning` or `error`.
            var log: LogLevel?
        }

        static let name: OperationName = "serve"
        static let access = Access.everyone(
            reason: "whoever may read the file may serve it; what people may do there, their accounts decide")

        /// - Throws: `E-VAL` for everything wrong with the options, and what opening the file refuses.
        func run(_ input: Input, in context: HostContext) throws -> Done {
            let settings = try ServeSettings(input, environment: context.environment)
            let dispatcher = try context.open(use: .shared)
            let desk = SignInDesk(dispatcher)
            for account in settings.setupAccounts {
                for refusal in try desk.ensureAccount(account.name, password: account.password) {
                    context.say(Message("serve.weakPassword", ["reason": .text(context.text(refusal.message))]))
                }
            }
            let link = try desk.needsSetUp() ? desk.makeSetUpLink() : nil
            let log = LogLane(write: context.console.writeError)
            defer { log.finish(seconds: 2) }
            let server = WebServer(settings: settings, dispatcher: dispatcher, write: log.add) { origin in
                context.console.write(context.text(Message("serve.ready", ["address": .text(origin)])) + "\n")
                if let link { context.console.write(context.text(Message("serve.setUp", ["link": .text(origin + link)])) + "\n") }
            }
            try server.run()
            return Done("serve.stopped")
        }
    }

    /// How much the log says.
    enum LogLevel: String, Choice {
        case debug, info, warning, error

        static let vocabulary = "logLevel"
    }

    extension HostContext {
        /// A sentence in the person's language.
        func text(_ message: Message) -> String { registry.strings.text(message, in: configuration.language) }
    }
#endif
