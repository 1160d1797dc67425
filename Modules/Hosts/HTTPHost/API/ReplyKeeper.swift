#if HTTPHost
    import Crypto
    import Foundation
    import GRDB
    import HTTPTypes
    import NIOCore
    import Operations
    import Persistence
    import PluginKit

    /// Replies to commands with an `Idempotency-Key`, kept for a day in the transaction of the command itself: a request sent again
    /// gets the same answer and changes nothing twice.
    struct ReplyKeeper: Sendable {
        static let migrations = [
            // 0001: replies that may be asked for again.
            Migration(
                "http/0001-reply",
                sql: """
                    CREATE TABLE http_reply (
                        seq INTEGER PRIMARY KEY,
                        account TEXT NOT NULL,
                        operation TEXT NOT NULL,
                        key TEXT NOT NULL,
                        input BLOB NOT NULL CHECK (length(input) = 32),
                        at TEXT NOT NULL,
                        status INTEGER NOT NULL,
                        headers TEXT NOT NULL,
                        body BLOB NOT NULL,
                        UNIQUE (account, operation, key)
                    ) STRICT;
                    CREATE INDEX http_reply_at ON http_reply (at);
                    """)
        ]

        /// What a request asks to be done once.
        struct Request: Sendable {
            var account: String
            var operation: String
            var key: String
            /// Fingerprint of the input; another input under the same key is a mistake.
            var input: Data

            /// Nil where the client named no key.
            /// - Throws: `E-HTTP-KEY` for a key that is empty or longer than 255 characters.
            init?(_ call: Call, _ operation: AnyOperation, account: String) throws {
                guard operation.kind == .command, let key = call.headers[.idempotencyKey] else { return nil }
                guard (1...255).contains(key.count) else {
                    throw HTTPRefusal(status: 422, refusal: HTTPRules.key.refused("length"))
                }
                self.init(call, operation.name.text, key: key, account: account)
            }

            /// A form of a page, named by its path.
            init(_ call: Call, _ operation: String, key: String, account: String) {
                self.account = account
                self.operation = operation
                self.key = key
                input = Fingerprint.of(call)
            }
        }

        /// Somebody else kept a reply under the key between the look and the write.
        struct Taken: UserFacingError {
            var refusals: [Refusal] { [HTTPRules.busy.refused()] }
        }

        private static let hours = 24.0
        let dispatcher: Dispatcher

        /// The reply of a request that was done before.
        /// - Throws: 422 `E-HTTP-KEY` when it was another request.
        func find(_ request: Request) throws -> Reply? {
            let row = try dispatcher.store.writer.read { db in
                try Row.fetchOne(
                    db,
                    sql:
                        "SELECT input, status, headers, body FROM http_reply WHERE account = ? AND operation = ? AND key = ? AND at > ?",
                    arguments: [request.account, request.operation, request.key, oldest(dispatcher.time.now())])
            }
            guard let row else { return nil }
            guard row["input"] as Data == request.input else {
                throw HTTPRefusal(status: 422, refusal: HTTPRules.key.refused("other"))
            }
            var reply = Reply(status: row["status"], body: ByteBuffer(bytes: row["body"] as Data))
            for (name, value) in try JSONDecoder().decode([[String]].self, from: row["headers"] as Data).map({ ($0[0], $0[1]) }) {
                if let name = HTTPField.Name(name) { reply.headers.append(HTTPField(name: name, value: value)) }
            }
            return reply.adding(.idempotencyReplayed, "true")
        }

        /// Keeps a reply inside the command's transaction.
        /// - Throws: ``Taken``.
        func keep(_ reply: Reply, for request: Request, _ context: WriteContext) throws {
            let headers = try Self.stored(reply.headers)
            try context.acting(for: "http") {
                try context.db.execute(sql: "DELETE FROM http_reply WHERE at <= ?", arguments: [oldest(context.now)])
                try context.db.execute(
                    sql: """
                        INSERT INTO http_reply (account, operation, key, input, at, status, headers, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                    arguments: [
                        request.account, request.operation, request.key, request.input, context.instant, reply.status, headers,
                        Data(reply.body.readableBytesView),
                    ])
                guard context.db.changesCount == 1 else { throw Taken() }
            }
        }

        /// Puts the final reply in the place of one that was kept before it was known.
        func settle(_ reply: Reply, for request: Request) throws {
            let headers = try Self.stored(reply.headers)
            try dispatcher.store.write(owner: "http") { db in
                try db.execute(
                    sql: "UPDATE http_reply SET status = ?, headers = ? WHERE account = ? AND operation = ? AND key = ?",
                    arguments: [reply.status, headers, request.account, request.operation, request.key])
            }
        }

        private static func stored(_ headers: HTTPFields) throws -> String {
            String(decoding: try JSONEncoder().encode(headers.map { [$0.name.rawName, $0.value] }), as: UTF8.self)
        }

        private func oldest(_ now: Date) -> Instant { Instant(now.addingTimeInterval(-Self.hours * 3600)) }
    }

    /// Tells two inputs apart.
    enum Fingerprint {
        static func of(_ call: Call) -> Data {
            var hash = SHA256()
            switch call.body {
            case .none: break
            case .json(let data): hash.update(data: data)
            case .foreign(let type): hash.update(data: Data(type.utf8))
            case .form(let form):
                for (name, values) in form.fields.sorted(by: { $0.key < $1.key }) where name != InputSource.csrfField {
                    for text in [name] + values { hash.update(data: Data("\(text.utf8.count) \(text)".utf8)) }
                }
                for (name, uploads) in form.uploads.sorted(by: { $0.key < $1.key }) {
                    for upload in uploads {
                        hash.update(data: Data("\(name) \(upload.name) \(upload.data.count) ".utf8))
                        hash.update(data: upload.data)
                    }
                }
            }
            return Data(hash.finalize())
        }
    }

    extension HTTPField.Name {
        static let idempotencyKey = HTTPField.Name.own("Idempotency-Key")
        static let idempotencyReplayed = HTTPField.Name.own("Idempotency-Replayed")
        static let prefer = HTTPField.Name.own("Prefer")
    }
#endif
