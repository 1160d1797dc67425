#if HTTPHost
    import NIOCore
    import NIOHTTPTypes

    /// Closes a connection whose other end does not take what it asked for.
    final class StalledWrites: ChannelOutboundHandler, RemovableChannelHandler {
        typealias OutboundIn = HTTPResponsePart
        typealias OutboundOut = HTTPResponsePart

        private let limit: TimeAmount
        private var waiting = 0
        private var lastProgress = NIODeadline.now()
        private var watch: Scheduled<Void>?

        init(limit: TimeAmount) {
            self.limit = limit
        }

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            if waiting == 0 { lastProgress = .now() }
            waiting += 1
            let done = promise ?? context.eventLoop.makePromise(of: Void.self)
            done.futureResult.assumeIsolated().whenComplete { _ in
                self.waiting -= 1
                self.lastProgress = .now()
            }
            context.write(data, promise: done)
            if watch == nil { look(context) }
        }

        func handlerRemoved(context: ChannelHandlerContext) {
            watch?.cancel()
            watch = nil
        }

        private func look(_ context: ChannelHandlerContext) {
            watch = context.eventLoop.assumeIsolated().scheduleTask(in: limit) {
                self.watch = nil
                guard self.waiting > 0 else { return }
                if NIODeadline.now() - self.lastProgress >= self.limit {
                    context.close(promise: nil)
                } else {
                    self.look(context)
                }
            }
        }
    }
#endif
