#if HTTPHost
    import Accounts
    import Foundation
    import HTTPTypes
    import PluginKit

    /// Who a request comes from.
    enum Identity: Sendable {
        /// Nobody said who they are.
        case nobody
        /// A session, with its secret.
        case session(Holder, token: String)
        /// A program with an access token.
        case token(Holder)
        /// Somebody showed something that is good for nothing, or for nothing any more.
        case unknown

        var holder: Holder? {
            switch self {
            case .session(let holder, _), .token(let holder): holder
            case .nobody, .unknown: nil
            }
        }
    }

    extension SignInDesk {
        /// Reads `Authorization: Bearer` or the session's cookie.
        func identify(_ call: Call) throws -> Identity {
            if let header = call.headers[.authorization] {
                let parts = header.split(separator: " ")
                guard parts.count == 2, parts[0].lowercased() == "bearer" else { return .unknown }
                return try holder(token: String(parts[1])).map { .token($0) } ?? .unknown
            }
            guard let token = SessionCookie.token(in: call), !token.isEmpty else { return .nobody }
            return try holder(session: token).map { .session($0, token: token) } ?? .unknown
        }
    }
#endif
