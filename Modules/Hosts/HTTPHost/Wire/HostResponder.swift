#if HTTPHost
    import Accounts
    import Foundation
    import HTTPTypes
    import Hummingbird
    import Logging
    import NIOCore
    import PluginKit

    /// What the web server knows of one request beside the request itself.
    struct WireContext: InitializableFromSource, Sendable {
        let channel: any Channel
        let logger: Logger

        init(source: ApplicationRequestContextSource) {
            channel = source.channel
            logger = source.logger
        }

        /// The number under which the request is in the log.
        var id: String { logger[metadataKey: "hb.request.id"]?.description ?? "-" }
    }

    /// Between the web server and the host: reads, hands over, writes, counts and logs.
    struct HostResponder: HTTPResponder {
        let host: WebHost
        let reader: BodyReader
        let proxies: TrustedProxies
        /// Whether the server itself speaks TLS.
        let isSecure: Bool

        func respond(to request: Request, context: WireContext) async throws -> Response {
            let started = ContinuousClock.now
            host.figures.begin()
            let client = proxies.client(
                peer: context.channel.remoteAddress, headers: request.headers, authority: request.head.authority,
                isSecure: isSecure)
            var reply = await reply(to: request, client, context)
            let seconds = Self.seconds(since: started)
            let label = reply.label ?? "host"
            host.figures.end(label, request.method.rawValue, reply.status, seconds: seconds)
            log(request, client, reply, label, seconds, context)
            if let name = HTTPField.Name("X-Request-ID") { reply.headers[name] = context.id }
            return response(reply, to: request, client)
        }

        private func reply(to request: Request, _ client: Client, _ context: WireContext) async -> Reply {
            var call = Call(
                method: request.method, path: "/", query: [], headers: request.headers, client: client, id: context.id)
            guard let target = Target(request.head.path ?? "/") else {
                // Enough to tell programs from browsers.
                call.path = String((request.head.path ?? "").prefix { $0 != "?" })
                return host.fault(HTTPRefusal(status: 400, refusal: HTTPRules.body.refused("address")), call)
            }
            (call.path, call.query) = (target.path, target.query)
            if let reply = host.quickReply(call) {
                return call.isWrite ? host.fault(HTTPRefusal.method(allow: "GET, HEAD"), call) : reply
            }
            do {
                return try await work(request, call)
            } catch {
                let fault = HTTPFault(error)
                if [400, 408, 413].contains(fault.status) { closeSoon(context.channel) }
                return host.fault(error, call)
            }
        }

        private func work(_ request: Request, _ call: Call) async throws -> Reply {
            let host = host
            guard call.isWrite else {
                let call = call
                return try await host.lanes.run(.queries) {
                    Self.compressed(host.reply(to: call, from: try host.identify(call)), call)
                }
            }
            // Strangers may not make us hold large bodies, so who asks is found out first.
            let identity = try await host.lanes.run(.queries) { try host.identify(call) }
            var full = call
            full.body = try await reader.read(request, isKnown: identity.holder != nil)
            let complete = full
            return try await host.lanes.run(host.lane(for: call)) {
                Self.compressed(host.reply(to: complete, from: identity), complete)
            }
        }

        /// What is left of a body that was refused is not waited for.
        private func closeSoon(_ channel: any Channel) {
            channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
        }

        // MARK: - The way back

        private static func compressed(_ reply: Reply, _ call: Call) -> Reply {
            guard reply.body.readableBytes >= Gzip.smallest, Gzip.isWorthwhile(reply.headers[.contentType] ?? ""),
                Gzip.isAccepted(call.headers[.acceptEncoding]), let body = Gzip.compress(reply.body)
            else { return reply }
            var reply = reply
            reply.body = body
            reply.headers[.contentEncoding] = "gzip"
            reply.headers[.vary] = reply.headers[.vary].map { "\($0), Accept-Encoding" } ?? "Accept-Encoding"
            return reply
        }

        private func response(_ reply: Reply, to request: Request, _ client: Client) -> Response {
            var headers = reply.headers
            SecurityHeaders.add(to: &headers, isSecure: client.isSecure)
            headers[.contentLength] = "\(reply.body.readableBytes)"
            let status = HTTPResponse.Status(code: reply.status)
            guard request.method != .head else { return Response(status: status, headers: headers) }
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: reply.body))
        }

        private func log(
            _ request: Request, _ client: Client, _ reply: Reply, _ label: String, _ seconds: Double, _ context: WireContext
        ) {
            let level: Logger.Level = reply.status >= 500 ? .error : label == "asset" || label == "health" ? .debug : .info
            host.logger.log(
                level: level, "request",
                metadata: [
                    "request": "\(context.id)", "method": "\(request.method.rawValue)", "operation": "\(label)",
                    "path": "\(request.head.path.map { String($0.prefix { $0 != "?" }) } ?? "")", "status": "\(reply.status)",
                    "ms": "\(Int(seconds * 1000))", "bytes": "\(reply.body.readableBytes)", "address": "\(client.address)",
                    "account": "\(reply.account ?? "-")",
                ])
        }

        private static func seconds(since start: ContinuousClock.Instant) -> Double {
            let duration = ContinuousClock.now - start
            return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        }
    }
#endif
