#if HTTPHost
    import GRDB
    import HTTPTypes
    import Synchronization
    import Testing

    @testable import HTTPHost

    /// How often a request asks the database: a count that does not grow with what is asked for.
    @Suite struct StatementTests {
        @Test(arguments: [1, 2, 4])
        func aListTakesFewStatementsHoweverLongItIs(limit: Int) async throws {
            let units = try TwoUnits()
            let headers = try units.headers("office")
            let count = StatementCount(units.web)
            let response = try await units.web.serve { try await $0.get("/api/v1/ledger/list?limit=\(limit)", headers) }
            #expect(response.list.count == limit)
            // One for who asks, one for the office's settings, one for the rows.
            #expect(count.value == 3)
        }
    }

    /// Counts what a served office asks its database.
    private final class StatementCount: Sendable {
        private let count = Mutex(0)

        init(_ web: WebOffice) {
            web.office.dispatcher.store.writer.writeWithoutTransaction { db in
                db.trace { event in if event.description.uppercased().hasPrefix("SELECT") { self.count.withLock { $0 += 1 } } }
            }
        }

        var value: Int { count.withLock { $0 } }
    }
#endif
