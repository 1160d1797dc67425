#if HTTPHost
    import Foundation
    import Operations
    import ServiceLifecycle

    /// What has to be done from time to time while the program serves: reactions that failed are tried again, and
    /// refusals that were only counted go into the audit.
    struct Upkeep: Service {
        let host: WebHost
        private static let interval = Duration.seconds(60)

        init(host: WebHost) {
            self.host = host
        }

        func run() async throws {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    try? await host.lanes.run(.commands) { [host] in
                        try? host.dispatcher.noteCountedRefusals()
                        for failure in host.dispatcher.deliverEvents() { host.dispatcher.reactionFailed(failure) }
                    }
                    try? await Task.sleep(for: Self.interval)
                }
            }
        }
    }
#endif
