import GRDB
import Operations
import Persistence
import PluginKit
import Synchronization
import Testing

@testable import Training

/// Lists ask the same number of questions whatever their length.
@Suite struct StatementTests {
    let training: TrainingOffice

    init() throws { training = try TrainingOffice(sample: true) }

    /// Statements that run while the body runs.
    private func statements(_ body: () throws -> Void) throws -> Int {
        let counter = Counter()
        try training.office.read { db in
            db.trace(options: .statement) { event in
                if case .statement(let statement) = event, statement.sql.hasPrefix("SELECT") { counter.add() }
            }
        }
        try body()
        try training.office.read { db in db.trace() }
        return counter.count
    }

    private func same(_ few: () throws -> Void, _ many: () throws -> Void) throws {
        let first = try statements(few)
        #expect(first > 0)
        #expect(try statements(many) == first)
    }

    @Test func listsOfSessionsAndEnrolments() throws {
        try same(
            { _ = try training.office.run(ListSessions.self, .init(limit: 1)) },
            { _ = try training.office.run(ListSessions.self, .init(limit: 60)) })
        try same(
            { _ = try training.office.run(ListEnrolments.self, .init(limit: 1)) },
            { _ = try training.office.run(ListEnrolments.self, .init(limit: 900)) })
        try same(
            { _ = try training.office.run(ListLevels.self, .init(limit: 1)) },
            { _ = try training.office.run(ListLevels.self, .init(limit: 160)) })
    }

    @Test func clashesOfOneMonthAndOfAll() throws {
        try same(
            {
                _ = try training.office.run(
                    ListConflicts.self, .init(from: CalendarDate("2024-06-01"), to: CalendarDate("2024-06-30")))
            }, { _ = try training.office.run(ListConflicts.self, .init()) })
    }
}

private final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
}
