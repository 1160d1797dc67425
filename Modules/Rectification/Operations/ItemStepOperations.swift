import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// Begins the work on an item whose plan has passed. What is planned begins with the plan's passing by itself; this is for items
/// that were opened later.
struct StartItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        var version: Int?
    }
    static let name: OperationName = "item.start"
    static let access = Access.roles([.unitPrincipal, .unitLiaison, .inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        let item = try ItemSteps.take(before, to: .inProgress, try ItemSteps.facts(before, in: context), in: context)
        return try .of(item, "item.start.done", in: context)
    }
}

/// Checks a submitted result; not by the account that handed it in.
struct CheckItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        var version: Int?
    }
    static let name: OperationName = "item.check"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        var facts = try ItemSteps.facts(before, in: context)
        facts.item.checkedBy = context.principal.account
        let item = try ItemSteps.take(before, to: .checked, facts, in: context)
        return try .submitted(item, "item.check.done", in: context)
    }
}

/// Sends a submitted or checked result back, with the reason.
struct ReturnItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        var reason: String
        var version: Int?
    }
    static let name: OperationName = "item.return"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        var facts = try ItemSteps.facts(before, in: context)
        facts.reason = input.reason
        facts.item.returnTimes += 1
        context.reason = input.reason
        let item = try ItemSteps.take(before, to: .returned, facts, in: context)
        return try .of(item, "item.return.done", ["times": "\(item.returnTimes)"], in: context)
    }
}

/// Writes an item off (销号): a third person, who neither handed it in nor checked it.
struct CloseItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        /// Reference of the discipline commission's agreement; needed for reconciled write-off.
        var confirmation: String?
        var version: Int?
    }
    static let name: OperationName = "item.close"
    static let access = Access.roles([.teamLeader, .inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        var facts = try ItemSteps.facts(before, in: context)
        facts.confirmation = input.confirmation
        facts.reason = input.confirmation
        facts.item.closedBy = context.principal.account
        facts.item.closedOn = context.today
        facts.item.nextCheck = nil
        context.reason = input.confirmation
        let item = try ItemSteps.take(before, to: .closed, facts, in: context)
        return try .of(item, "item.close.done", in: context)
    }
}
