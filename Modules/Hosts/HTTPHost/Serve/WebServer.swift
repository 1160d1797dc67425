#if HTTPHost
    import Foundation
    import Hummingbird
    import HummingbirdCore
    import HummingbirdTLS
    import Logging
    import NIOCore
    import NIOSSL
    import Operations
    import PluginKit
    import ServiceLifecycle
    import Synchronization
    import UnixSignals

    /// The web server with everything around it: TLS, limits, the log, upkeep, and the end in good order.
    struct WebServer: Sendable {
        let settings: ServeSettings
        let dispatcher: Dispatcher
        /// Where the log goes.
        let write: @Sendable (String) -> Void
        /// Told once, with the address under which people reach it.
        let isReady: @Sendable (String) -> Void

        init(
            settings: ServeSettings, dispatcher: Dispatcher, write: @escaping @Sendable (String) -> Void,
            isReady: @escaping @Sendable (String) -> Void
        ) {
            self.settings = settings
            self.dispatcher = dispatcher
            self.write = write
            self.isReady = isReady
        }

        /// Serves until SIGTERM or SIGINT; what was begun comes to its end.
        /// - Throws: `E-VAL` when the address cannot be used or the certificate cannot be read.
        func run() throws {
            let outcome = Mutex<Result<Void, any Error>?>(nil)
            let done = DispatchSemaphore(value: 0)
            Task.detached {
                let result: Result<Void, any Error>
                do {
                    result = .success(try await serve())
                } catch {
                    result = .failure(error)
                }
                outcome.withLock { $0 = result }
                done.signal()
            }
            done.wait()
            try outcome.withLock { $0 }?.get()
        }

        private func serve() async throws {
            let host = WebHost(dispatcher: dispatcher, logger: makeLogger())
            let application = try application(host)
            var configuration = ServiceGroupConfiguration(
                services: [.init(service: application), .init(service: Upkeep(host: host))],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: host.logger)
            configuration.maximumGracefulShutdownDuration = .seconds(settings.graceSeconds)
            do {
                try await ServiceGroup(configuration: configuration).run()
            } catch let error as IOError {
                throw Rule.invalid.refused(
                    "listen", field: "port", ["address": "\(settings.host):\(settings.port)", "reason": "\(error)"])
            }
            await finish(host)
        }

        /// What goes on in the background comes to its end as far as the time allows.
        private func finish(_ host: WebHost) async {
            let end = ContinuousClock.now + .seconds(settings.graceSeconds)
            while host.isBusy, ContinuousClock.now < end { try? await Task.sleep(for: .milliseconds(20)) }
            try? await host.lanes.run(.commands) { try host.dispatcher.noteCountedRefusals(isEnding: true) }
            await host.lanes.shutDown()
        }

        /// The application, which tests run without a network.
        func application(_ host: WebHost) throws -> Application<HostResponder> {
            let responder = HostResponder(
                host: host, reader: BodyReader(settings.limits), proxies: settings.proxies, isSecure: settings.tls != nil)
            return Application(
                responder: responder, server: try builder(),
                configuration: ApplicationConfiguration(
                    address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 1024,
                    availableConnectionsDelegate: MaximumAvailableConnections(settings.mostConnections)),
                onServerRunning: { channel in isReady(origin(channel)) }, logger: host.logger)
        }

        private func builder() throws -> HTTPServerBuilder {
            let stalled = TimeAmount.seconds(Int64(settings.stalledSeconds))
            let plain = HTTPServerBuilder.http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [StalledWrites(limit: stalled)],
                    idleTimeout: .seconds(Int64(settings.idleSeconds)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
            guard let tls = settings.tls else { return plain }
            do {
                let chain = try NIOSSLCertificate.fromPEMFile(tls.certificate).map { NIOSSLCertificateSource.certificate($0) }
                let key = try NIOSSLPrivateKey(file: tls.key, format: .pem)
                var configuration = TLSConfiguration.makeServerConfiguration(
                    certificateChain: chain, privateKey: .privateKey(key))
                configuration.minimumTLSVersion = .tlsv12
                return try .tls(plain, tlsConfiguration: configuration)
            } catch let error as NIOSSLError {
                throw Rule.invalid.refused("pemContent", field: "certificate", ["reason": "\(error)"])
            }
        }

        private func origin(_ channel: any Channel) -> String {
            let port = channel.localAddress?.port ?? settings.port
            let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
            return "\(settings.tls == nil ? "http" : "https")://\(host):\(port)"
        }

        private func makeLogger() -> Logger {
            Logger(label: "xuncha") { [settings, write] label in LineLog(label: label, level: settings.logLevel, write: write) }
        }
    }
#endif
