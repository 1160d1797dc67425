#if HTTPHost
    import Foundation
    import GRDB
    import Hummingbird
    import NIOCore
    import Persistence

    /// The floor of the web figures: Hummingbird and GRDB with nothing between them. No sign-in, no rights, no audit chain, no log.
    struct BareServer {
        let path: String

        func run() async throws {
            let pool = try DatabasePool(path: path, configuration: Store.configuration())
            try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous=FULL") }
            let router = Router()
            router.get("rows") { request, _ in
                let after = request.uri.queryParameters.get("after", as: Int64.self) ?? 0
                return try await pool.read { try BareRow.page(after: after, $0) }
            }
            router.post("accounts") { request, context in
                let input = try await request.decode(as: BareAccount.self, context: context)
                try await pool.write { try input.insert($0) }
                return input
            }
            let application = Application(
                router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
                onServerRunning: { channel in
                    let line = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n"
                    FileHandle.standardOutput.write(Data(line.utf8))
                })
            try await application.runService()
        }
    }

    /// The same row as the ledger's list has.
    private struct BareRow: ResponseEncodable, FetchableRecord {
        var no: String
        var officeNo: String?
        var unit: String
        var wording: String
        var category: String
        var leaderInCharge: String?
        var leadDepartment: String?
        var due: String?
        var kindOfFix: String
        var itemStatus: String
        var closedOn: String?
        var returnTimes: Int

        init(row: Row) {
            no = row[0]
            officeNo = row[1]
            unit = row[2]
            wording = row[3]
            category = row[4]
            leaderInCharge = row[5]
            leadDepartment = row[6]
            due = row[7]
            kindOfFix = row[8]
            itemStatus = row[9]
            closedOn = row[10]
            returnTimes = row[11]
        }

        static func page(after: Int64, _ db: Database) throws -> [BareRow] {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT i.no, i.officeNo, u.name, i.wording, i.category, i.leaderInCharge, i.leadDepartment, i.due, i.kindOfFix,
                        i.status, i.closedOn, i.returnTimes
                    FROM rectification_item i JOIN organization_unit u ON u.id = i.unitId WHERE i.seq > ? ORDER BY i.seq LIMIT 50
                    """)
            return try fetchAll(statement, arguments: [after])
        }
    }

    /// An account and its line in the audit, in one transaction.
    private struct BareAccount: ResponseCodable {
        var name: String

        func insert(_ db: Database) throws {
            let id = Data((0..<16).map { _ in UInt8.random(in: .min ... .max) })
            let account = try db.cachedStatement(
                sql: """
                    INSERT INTO accounts_account (id, version, name, title, roles, state) VALUES (?, 1, ?, '某人', 'IO', 'active')
                    """)
            try account.execute(arguments: [id, name])
            let audit = try db.cachedStatement(
                sql: """
                    INSERT INTO kernel_audit (at, actor, roles, action, outcome, changes, previousHash, hash)
                    VALUES ('2026-03-01T08:30:00.000Z', 'office', 'AD IO', 'account.add', 'done', ?, ?, ?)
                    """)
            let changes = #"[["account","019c0000-0000-7000-8000-000000000000",null,"0123456789abcdef"]]"#
            try audit.execute(arguments: [changes, Data(repeating: 1, count: 32), Data(repeating: 2, count: 32)])
        }
    }
#endif
