#if HTTPHost
    import Foundation
    import HTTPTypes
    import Hummingbird
    import NIOCore
    import PluginKit
    import Synchronization

    /// Why a body was not read to its end.
    enum BodyFault: Error {
        /// More bytes than allowed.
        case tooLarge(limit: Int)
        /// It did not come in time.
        case tooSlow
        /// What came is not what it says it is.
        case malformed
        /// The other end went away in the middle of it.
        case brokenOff
        /// Too much is being read at the same time.
        case tooMuchAtOnce
    }

    /// How much a body may have, and how long it may take.
    struct BodyLimits: Sendable {
        /// Bytes of JSON or of a form without files.
        var plain = 4 << 20
        /// Bytes of a form with files, all together.
        var upload = 64 << 20
        /// Bytes for somebody who is not signed in.
        var stranger = 16 << 10
        /// Seconds for a body without files, and for one with them.
        var plainSeconds = 30
        var uploadSeconds = 600
        /// Bytes in memory at the same time, of all bodies together.
        var atOnce = 256 << 20
    }

    /// Reads bodies as they come in, within limits.
    struct BodyReader: Sendable {
        let limits: BodyLimits
        let budget: ByteBudget

        init(_ limits: BodyLimits) {
            self.limits = limits
            budget = ByteBudget(limits.atOnce)
        }

        /// - Parameter isKnown: whether the sender is signed in.
        func read(_ request: Request, isKnown: Bool) async throws -> CallBody {
            let type = request.headers[.contentType] ?? ""
            let media = MediaRange.name(of: type)
            let isUpload = media == "multipart/form-data" && isKnown
            let limit = !isKnown ? limits.stranger : isUpload ? limits.upload : limits.plain
            let announced = request.headers[.contentLength].flatMap { Int($0) }
            if let announced, announced > limit { throw BodyFault.tooLarge(limit: limit) }
            let allowance = Allowance(budget: budget, limit: limit)
            return try await Deadline.within(seconds: isUpload ? limits.uploadSeconds : limits.plainSeconds) {
                switch media {
                case "multipart/form-data": try await multipart(request.body, type, allowance)
                case "application/x-www-form-urlencoded": try Self.form(await collect(request.body, allowance))
                case "application/json": .json(try await collect(request.body, allowance))
                default: try await foreign(request.body, media, allowance)
                }
            }
        }

        private func collect(_ body: RequestBody, _ allowance: Allowance) async throws -> Data {
            var data = Data()
            try await Self.chunks(of: body) { chunk in
                try allowance.take(chunk.readableBytes)
                data.append(contentsOf: chunk.readableBytesView)
            }
            return data
        }

        private func multipart(_ body: RequestBody, _ type: String, _ allowance: Allowance) async throws -> CallBody {
            guard var reader = MultipartReader(contentType: type) else { throw BodyFault.malformed }
            try await Self.chunks(of: body) { chunk in
                try allowance.take(chunk.readableBytes)
                try reader.feed(chunk.readableBytesView)
            }
            return .form(try reader.finish())
        }

        private func foreign(_ body: RequestBody, _ type: String, _ allowance: Allowance) async throws -> CallBody {
            var isEmpty = true
            try await Self.chunks(of: body) { chunk in
                if chunk.readableBytes > 0 { isEmpty = false }
                try allowance.take(chunk.readableBytes)
            }
            return isEmpty ? .none : .foreign(type: type)
        }

        /// The pieces of a body as they come in.
        /// - Throws: `BodyFault.brokenOff`, and what `take` throws.
        private static func chunks(of body: RequestBody, _ take: (ByteBuffer) throws -> Void) async throws {
            do {
                for try await chunk in body { try take(chunk) }
            } catch let fault as BodyFault {
                throw fault
            } catch let cancelled as CancellationError {
                throw cancelled
            } catch {
                throw BodyFault.brokenOff
            }
        }

        private static func form(_ data: Data) throws -> CallBody {
            guard let text = String(data: data, encoding: .utf8), let pairs = URLEncoded.pairs(text[...]) else {
                throw BodyFault.malformed
            }
            return .form(SentForm(fields: Dictionary(grouping: pairs, by: \.name).mapValues { $0.map(\.value) }))
        }
    }

    /// Bytes that all bodies together may hold.
    final class ByteBudget: Sendable {
        private let left: Mutex<Int>

        init(_ bytes: Int) { left = Mutex(bytes) }

        func take(_ count: Int) -> Bool {
            left.withLock { left in
                guard left >= count else { return false }
                left -= count
                return true
            }
        }

        func give(_ count: Int) { left.withLock { $0 += count } }
    }

    /// What one body may take of the budget. It gives everything back when it is done.
    private final class Allowance: Sendable {
        private let budget: ByteBudget
        private let limit: Int
        private let taken = Mutex(0)

        init(budget: ByteBudget, limit: Int) {
            self.budget = budget
            self.limit = limit
        }

        func take(_ count: Int) throws {
            try taken.withLock { taken in
                guard taken + count <= limit else { throw BodyFault.tooLarge(limit: limit) }
                guard budget.take(count) else { throw BodyFault.tooMuchAtOnce }
                taken += count
            }
        }

        deinit { budget.give(taken.withLock { $0 }) }
    }

    /// A limit in time.
    enum Deadline {
        /// - Throws: `BodyFault.tooSlow`, and what the work throws.
        static func within<Result: Sendable>(
            seconds: Int, _ body: @escaping @Sendable () async throws -> Result
        ) async throws -> Result {
            try await withThrowingTaskGroup(of: Result.self) { group in
                group.addTask { try await body() }
                group.addTask {
                    try await Task.sleep(for: .seconds(seconds))
                    throw BodyFault.tooSlow
                }
                defer { group.cancelAll() }
                guard let result = try await group.next() else { throw BodyFault.tooSlow }
                return result
            }
        }
    }
#endif
