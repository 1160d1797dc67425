#if HTTPHost
    import Foundation
    import Logging
    import PluginKit

    /// The options of `serve`, checked.
    struct ServeSettings: Sendable {
        var host = "127.0.0.1"
        var port = 8080
        var setupAccounts: [(name: String, password: String)] = []
        /// PEM files of certificate and key.
        var tls: (certificate: String, key: String)?
        var proxies = TrustedProxies(ranges: [])
        var limits = BodyLimits()
        var logLevel = Logger.Level.info
        /// Seconds until a connection on which nothing comes is closed.
        var idleSeconds = 30
        /// Seconds until a connection is closed whose other end does not take the answer.
        var stalledSeconds = 60
        /// Connections at the same time.
        var mostConnections = 2000
        /// Seconds for what was begun when it is time to stop.
        var graceSeconds = 30

        init() {}

        /// - Throws: `E-VAL` for everything that is wrong.
        init(_ input: Serve.Input, environment: [String: String]) throws {
            var checks = Checks()
            host = input.host ?? host
            port = input.port ?? port
            checks.require(
                (0...65535).contains(port),
                Rule.invalid.refused("range", field: "port", ["low": "0", "high": "65535", "value": "\(port)"]))
            let megabytes = input.uploadLimit ?? limits.upload >> 20
            checks.require(
                (1...1024).contains(megabytes),
                Rule.invalid.refused("range", field: "uploadLimit", ["low": "1", "high": "1024", "value": "\(megabytes)"]))
            limits.upload = max(1, min(megabytes, 1024)) << 20
            limits.atOnce = max(limits.atOnce, limits.upload)
            logLevel = input.log.flatMap { Logger.Level(rawValue: $0.rawValue) } ?? .info
            let named = environment["XUNCHA_SETUP_ACCOUNT"]?.split(separator: "\n").map(String.init)
            for account in input.setupAccount ?? named ?? [] { readAccount(account, &checks) }
            readFiles(input, &checks)
            readProxies(input.trustedProxy ?? [], &checks)
            try checks.finish()
        }

        private mutating func readAccount(_ text: String, _ checks: inout Checks) {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return checks.add(Rule.invalid.refused("setupAccount", field: "setupAccount")) }
            setupAccounts.append((parts[0], parts[1]))
        }

        private mutating func readFiles(_ input: Serve.Input, _ checks: inout Checks) {
            switch (input.certificate, input.key) {
            case (nil, nil): break
            case (let certificate?, let key?):
                for (field, path) in [("certificate", certificate), ("key", key)]
                where !FileManager.default.isReadableFile(atPath: path) {
                    checks.add(Rule.invalid.refused("pemFile", field: field, ["path": .text(path)]))
                }
                tls = (certificate, key)
            case (nil, _): checks.add(Rule.invalid.refused("missing", field: "certificate"))
            case (_, nil): checks.add(Rule.invalid.refused("missing", field: "key"))
            }
        }

        private mutating func readProxies(_ texts: [String], _ checks: inout Checks) {
            let ranges = texts.map { ($0, AddressRange($0)) }
            for (text, range) in ranges where range == nil {
                checks.add(Rule.invalid.refused("address", field: "trustedProxy", ["value": .text(text)]))
            }
            proxies = TrustedProxies(ranges: ranges.compactMap(\.1))
        }
    }
#endif
