#if HTTPHost
    import Accounts
    import HostKit
    import Operations
    import PluginKit

    /// What the host itself refuses, before any operation was asked.
    enum HTTPRules {
        static let signIn = Rule("E-HTTP-SIGNIN", .permission, source: "RFC 9110")
        static let forged = Rule("E-HTTP-ORIGIN", .permission, source: "architecture 6")
        static let method = Rule("E-HTTP-METHOD", .validation, source: "RFC 9110")
        static let accept = Rule("E-HTTP-ACCEPT", .validation, source: "RFC 9110")
        static let body = Rule("E-HTTP-BODY", .validation, source: "RFC 9110")
        static let busy = Rule("E-HTTP-BUSY", .state, source: "RFC 9110")
        static let rate = Rule("E-HTTP-RATE", .state, source: "RFC 6585")
        static let key = Rule("E-HTTP-KEY", .validation, source: "architecture 3")
        static let fault = Rule("E-HTTP-FAULT", .integrity, source: "RFC 9110")

        static let all = [signIn, forged, method, accept, body, busy, rate, key, fault]
    }

    /// A refusal with an HTTP status of its own.
    struct HTTPRefusal: UserFacingError {
        var status: Int
        var refusal: Refusal
        /// `Allow`, `Retry-After`, `WWW-Authenticate`.
        var headers: [(name: String, value: String)] = []

        var refusals: [Refusal] { [refusal] }

        /// Nobody is signed in, or what was shown is good for nothing.
        static let unauthorized = HTTPRefusal(
            status: 401, refusal: HTTPRules.signIn.refused(), headers: [("WWW-Authenticate", "Bearer realm=\"xuncha\"")])
        static let forged = HTTPRefusal(status: 403, refusal: HTTPRules.forged.refused())
        /// No such address; the same as for something hidden.
        static let absent = HTTPRefusal(status: 404, refusal: Rule.notFound.refused())
        static let overloaded = HTTPRefusal(status: 503, refusal: HTTPRules.busy.refused(), headers: [("Retry-After", "2")])

        static func method(allow: String) -> HTTPRefusal {
            HTTPRefusal(status: 405, refusal: HTTPRules.method.refused(["allow": .text(allow)]), headers: [("Allow", allow)])
        }

        static func notAcceptable(_ offers: [String]) -> HTTPRefusal {
            HTTPRefusal(status: 406, refusal: HTTPRules.accept.refused(["offers": .text(offers.joined(separator: ", "))]))
        }

        static func foreignBody(_ type: String) -> HTTPRefusal {
            HTTPRefusal(status: 415, refusal: HTTPRules.body.refused("type", ["type": .text(type)]))
        }

        init(status: Int, refusal: Refusal, headers: [(name: String, value: String)] = []) {
            self.status = status
            self.refusal = refusal
            self.headers = headers
        }

        init(_ fault: BodyFault) {
            switch fault {
            case .tooLarge(let limit): self.init(status: 413, refusal: HTTPRules.body.refused("large", ["limit": "\(limit)"]))
            case .tooSlow: self.init(status: 408, refusal: HTTPRules.body.refused("slow"))
            case .brokenOff: self.init(status: 400, refusal: HTTPRules.body.refused("brokenOff"))
            case .malformed: self.init(status: 422, refusal: HTTPRules.body.refused("malformed"))
            case .tooMuchAtOnce: self = .overloaded
            }
        }
    }

    /// Any error as what HTTP says of it.
    struct HTTPFault {
        var status: Int
        var refusals: [Refusal]
        var headers: [(name: String, value: String)] = []

        /// Errors that nobody can do anything about become 500 and say nothing of what happened; the log does.
        init(_ error: any Error) {
            switch error {
            case let error as HTTPRefusal: self.init(status: error.status, refusals: error.refusals, headers: error.headers)
            case let fault as BodyFault: self.init(HTTPRefusal(fault))
            case let error as TooManyRequests:
                self.init(
                    status: 429, refusals: [HTTPRules.rate.refused(["seconds": "\(error.seconds)"])],
                    headers: [("Retry-After", "\(error.seconds)")])
            case is Overloaded: self.init(HTTPRefusal.overloaded)
            case let error as TooManyAttempts:
                self.init(status: 429, refusals: error.refusals, headers: [("Retry-After", "\(error.seconds)")])
            default:
                let refusals = ErrorTranslation.refusals(of: error)
                if let kind = ErrorReport.gravest(refusals) {
                    self.init(status: kind.httpStatus, refusals: refusals)
                } else {
                    self.init(status: 500, refusals: [HTTPRules.fault.refused()])
                }
            }
        }

        private init(status: Int, refusals: [Refusal], headers: [(name: String, value: String)]) {
            self.status = status
            self.refusals = refusals
            self.headers = headers
        }

        private init(status: Int, refusals: [Refusal]) {
            self.init(status: status, refusals: refusals, headers: [])
        }
    }
#endif
