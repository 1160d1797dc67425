import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// An office in memory with a clock that stands still and ids that repeat, one per test.
///
/// ```swift
/// let office = try TestOffice(plugins: [OrganizationPlugin.self])
/// let unit = try office.run(AddUnit.self, .init(name: "区教委"))
/// ```
public struct TestOffice: Sendable {
    public let dispatcher: Dispatcher
    public let clock: TestClock
    /// An account with the roles of the inspection office and the administrator.
    public let office = Principal(account: "office", roles: [.inspectionOffice, .administrator])

    /// - Parameters:
    ///   - plugins: those under test and what they require; the kernel is added.
    ///   - today: the day at which the clock stands, nine in the morning in Shanghai.
    ///   - jurisdiction: when given, the installation steps of the plugins run with this name.
    public init(
        plugins: [any Plugin.Type], today: CalendarDate = CalendarDate(dayNumber: 20513), jurisdiction: String? = nil
    ) throws {
        let registry = try Registry.build(PluginConformance.withKernel(plugins), crossChecks: false)
        let clock = TestClock(today)
        self.clock = clock
        let time = TimeSource { clock.now }
        dispatcher = Dispatcher(
            registry: registry, store: try Store.inMemory(registry: registry), time: time,
            ids: .repeatable(time: time, seed: 1))
        if let jurisdiction { try dispatcher.install(InstallationRequest(jurisdiction: jurisdiction)) }
    }

    public var registry: Registry { dispatcher.registry }

    /// Runs a command as the office, or as somebody else.
    @discardableResult
    public func run<Op: Command>(_ operation: Op.Type, _ input: Op.Input, as principal: Principal? = nil) throws -> Op.Output {
        try dispatcher.run(operation, input, as: principal ?? office)
    }

    /// Runs a query as the office, or as somebody else.
    @discardableResult
    public func run<Op: Query>(_ operation: Op.Type, _ input: Op.Input, as principal: Principal? = nil) throws -> Op.Output {
        try dispatcher.run(operation, input, as: principal ?? office)
    }

    /// Looks into the database.
    public func read<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) throws -> Result {
        try dispatcher.store.read(body)
    }

    /// The refusals something ends with: empty when it went well or failed with another error.
    public func refusals(_ body: () throws -> Void) -> [Refusal] {
        do {
            try body()
            return []
        } catch {
            return (error as? any UserFacingError)?.refusals ?? []
        }
    }

    /// What a sentence says.
    public func text(_ message: Message, in language: Language = .zhHans) -> String {
        registry.strings.text(message, in: language)
    }
}
