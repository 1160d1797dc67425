#if HTTPHost
    import Foundation
    import HTTPTypes
    import Persistence
    import Synchronization

    /// Long commands that go on while the client asks from time to time how far they are. Kept in memory: a restart forgets what was
    /// waiting and how a finished job ended, while what a job saved stays saved.
    final class Jobs: Sendable {
        enum State: String, Sendable { case waiting, running, done, refused }

        struct Job: Sendable {
            var id: String
            var account: String
            var operation: String
            var state = State.waiting
            var done = 0
            var of = 0
            /// What the client would have got had it waited.
            var reply: Reply?
            var ended: Date?

            var path: String { Jobs.path + id }
        }

        static let path = "/api/v1/jobs/"
        /// Seconds the end of a job can be asked for, and how many jobs are remembered.
        private static let seconds = 3600.0
        private static let most = 1000

        private let jobs = Mutex<[String: Job]>([:])
        private let lanes: WorkLanes
        private let time: TimeSource

        init(lanes: WorkLanes, time: TimeSource) {
            self.lanes = lanes
            self.time = time
        }

        /// Begins a job.
        /// - Parameter work: does it and makes the reply; it is told how to say how far it is.
        /// - Throws: ``Overloaded``.
        func start(
            _ operation: String, for account: String,
            _ work: @escaping @Sendable (_ progress: @escaping @Sendable (Int, Int) -> Void) -> Reply
        ) throws -> Job {
            let job = Job(id: UUID().uuidString.lowercased(), account: account, operation: operation)
            let now = time.now()
            try jobs.withLock { jobs in
                jobs = jobs.filter { _, job in job.ended.map { now < $0.addingTimeInterval(Self.seconds) } ?? true }
                if jobs.count >= Self.most { try Self.forgetOldest(&jobs) }
                jobs[job.id] = job
            }
            Task { await run(job.id, work) }
            return job
        }

        /// Makes room by forgetting the job that ended first.
        /// - Throws: ``Overloaded`` when none has ended.
        private static func forgetOldest(_ jobs: inout [String: Job]) throws {
            let ended = jobs.values.compactMap { job in job.ended.map { (job.id, $0) } }
            guard let oldest = ended.min(by: { $0.1 < $1.1 }) else { throw Overloaded() }
            jobs[oldest.0] = nil
        }

        /// Whether a job goes on or was promised.
        var isBusy: Bool { jobs.withLock { $0.values.contains { $0.ended == nil } } }

        private func run(_ id: String, _ work: @escaping @Sendable (@escaping @Sendable (Int, Int) -> Void) -> Reply) async {
            let reply = try? await lanes.run(.jobs) { [self] in
                change(id) { $0.state = .running }
                return work { done, of in
                    self.change(id) { ($0.done, $0.of) = (done, of) }
                }
            }
            let now = time.now()
            change(id) { job in
                job.reply = reply
                job.state = (reply?.status ?? 503) < 400 ? .done : .refused
                job.ended = now
            }
        }

        private func change(_ id: String, _ body: (inout Job) -> Void) {
            jobs.withLock { jobs in
                guard var job = jobs[id] else { return }
                body(&job)
                jobs[id] = job
            }
        }

        /// A job of this account; nil for one that is forgotten or somebody else's.
        func job(_ id: String, for account: String) -> Job? {
            jobs.withLock { jobs in jobs[id].flatMap { $0.account == account ? $0 : nil } }
        }
    }

    extension Jobs.Job {
        /// How far it is, as JSON.
        var status: Reply {
            var node: JSONNode = [
                "job": .text(id), "operation": .text(operation), "state": .text(state.rawValue),
                "progress": ["done": .integer(done), "of": .integer(of)],
            ]
            if let reply {
                node = node.adding([("status", .integer(reply.status)), ("result", .text("\(path)/result"))])
            }
            return .json(node.encoded)
        }

        /// The reply to the request that began it.
        var accepted: Reply {
            var reply = status
            reply.status = 202
            reply.headers[.location] = path
            reply.headers[.preferenceApplied] = "respond-async"
            return reply
        }
    }

    extension HTTPField.Name {
        static let preferenceApplied = HTTPField.Name.own("Preference-Applied")
    }
#endif
