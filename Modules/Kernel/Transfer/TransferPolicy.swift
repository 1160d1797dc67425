/// What may be reached. Set by whoever runs the machine, in its environment; nobody who only uses the program can widen it.
public struct TransferPolicy: Sendable, Hashable {
    /// Whether `http` may be used beside `https`.
    public var allowsPlainHTTP: Bool
    /// Whether addresses of this machine and of private networks may be connected to.
    public var allowsPrivateAddresses: Bool
    /// A file of certificates (PEM) to trust in place of the system's.
    public var certificates: String?

    public init(allowsPlainHTTP: Bool = false, allowsPrivateAddresses: Bool = false, certificates: String? = nil) {
        self.allowsPlainHTTP = allowsPlainHTTP
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.certificates = certificates
    }

    /// Reads `XUNCHA_TRANSFER_ALLOW` (`http`, `private`, or both with a comma between) and `XUNCHA_TRANSFER_CA`.
    public init(environment: [String: String]) {
        let allowed = Set(
            (environment["XUNCHA_TRANSFER_ALLOW"] ?? "").split(separator: ",").map { String($0.filter { $0 != " " }) })
        self.init(
            allowsPlainHTTP: allowed.contains("http"), allowsPrivateAddresses: allowed.contains("private"),
            certificates: environment["XUNCHA_TRANSFER_CA"].flatMap { $0.isEmpty ? nil : $0 })
    }
}

/// How long and how much.
public struct TransferLimits: Sendable, Hashable {
    public var connectSeconds: Double
    /// For one attempt, from the first byte sent to the last received.
    public var totalSeconds: Double
    public var bytes: Int
    /// Redirects followed in one attempt.
    public var redirects: Int
    public var attempts: Int
    /// The pause before the second attempt; it doubles before each further one.
    public var pauseSeconds: Double
    /// The longest pause, also where a server asks for more.
    public var longestPauseSeconds: Double

    public init(
        connectSeconds: Double = 10, totalSeconds: Double = 60, bytes: Int = 32 << 20, redirects: Int = 5, attempts: Int = 3,
        pauseSeconds: Double = 1, longestPauseSeconds: Double = 30
    ) {
        self.connectSeconds = connectSeconds
        self.totalSeconds = totalSeconds
        self.bytes = bytes
        self.redirects = redirects
        self.attempts = attempts
        self.pauseSeconds = pauseSeconds
        self.longestPauseSeconds = longestPauseSeconds
    }
}

/// A token for another system. It comes from the environment of the process and is never shown, stored or logged.
public struct TransferCredential: Sendable, CustomStringConvertible, CustomReflectable {
    let token: String

    /// Nil where the variable is not set or holds what no header may hold.
    public init?(_ variable: String, in environment: [String: String]) {
        guard let token = environment[variable], !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        self.token = token
    }

    public var description: String { "••••" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
