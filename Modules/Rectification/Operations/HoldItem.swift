import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// Puts an item whose measures are done on the long-term list (长期坚持), with the day somebody looks again. It counts as 基本完成,
/// never as 完成 (R-RCT-06).
struct HoldItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        var nextCheck: CalendarDate
        var version: Int?
    }
    static let name: OperationName = "item.hold"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        var facts = try ItemSteps.facts(before, in: context)
        facts.nextCheck = input.nextCheck
        facts.item.nextCheck = input.nextCheck
        facts.item.checkedBy = context.principal.account
        let item = try ItemSteps.take(before, to: .longTerm, facts, in: context)
        return try .of(item, "item.hold.done", ["date": "\(input.nextCheck)"], in: context)
    }
}

/// Takes an item off the long-term list because there is work to do again.
struct ResumeItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        var reason: String
        var version: Int?
    }
    static let name: OperationName = "item.resume"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        var facts = try ItemSteps.facts(before, in: context)
        facts.reason = input.reason
        facts.item.nextCheck = nil
        context.reason = input.reason
        let item = try ItemSteps.take(before, to: .inProgress, facts, in: context)
        return try .of(item, "item.resume.done", in: context)
    }
}

/// Opens a closed item again because the problem came back.
struct ReopenItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        /// What proves the relapse.
        var reason: String
        var version: Int?
    }
    static let name: OperationName = "item.reopen"
    static let access = Access.roles([.inspectionOffice, .leadingGroup])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        var facts = try ItemSteps.facts(before, in: context)
        facts.reason = input.reason
        facts.item.closedBy = nil
        facts.item.closedOn = nil
        facts.item.checkedBy = nil
        context.reason = input.reason
        let item = try ItemSteps.take(before, to: .reopened, facts, in: context)
        return try .of(item, "item.reopen.done", in: context)
    }
}
