import GRDB
import Operations
import Persistence
import PluginKit

/// One setting as people see it.
struct PolicyLine: Tabular {
    var setting: PolicySetting
    var value: Int

    static let columns: [TableColumn<PolicyLine>] = [
        TableColumn("setting") { .text($0.setting.rawValue) },
        TableColumn("settingTitle") { .word(code: $0.setting.rawValue, key: "policySetting.\($0.setting.rawValue)") },
        TableColumn("settingValue") { .integer($0.value) },
        TableColumn("settingDefault") { .integer($0.setting.range.standard) },
        TableColumn("settingLow") { .integer($0.setting.range.low) },
        TableColumn("settingHigh") { .integer($0.setting.range.high) },
    ]
}

/// Lists the settings of sign-in, passwords, sessions and tokens.
struct ListPolicy: Query {
    typealias Input = NoInput
    static let name: OperationName = "account.policy.list"
    static let access = Access.roles(AccountKeepers.roles.union([.auditor]))

    func run(_ input: NoInput, in context: ReadContext) throws -> Page<PolicyLine> {
        let policy = try SignInPolicy(context.db)
        return Page(rows: PolicySetting.allCases.map { PolicyLine(setting: $0, value: policy[$0]) })
    }
}

/// Changes one setting.
struct SetPolicy: Command {
    struct Input: Codable, Sendable {
        var setting: PolicySetting
        var value: Int
        var reason: String?
    }

    static let name: OperationName = "account.policy.set"
    static let access = Access.roles(AccountKeepers.roles)
    static let positional = ["setting", "value"]

    /// - Throws: `E-VAL` outside the range of the setting.
    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<PolicyLine> {
        try AccountKeepers.check(context)
        let range = input.setting.range
        guard (range.low...range.high).contains(input.value) else {
            throw Rule.invalid.refused(
                "range", field: "value", ["low": "\(range.low)", "high": "\(range.high)", "value": "\(input.value)"])
        }
        try SignInPolicy.set(input.setting, to: input.value, context.db)
        context.reason = input.reason
        try context.noteChange(of: "policy", context.nextID(), to: [input.setting.rawValue: input.value])
        return RecordAnswer(
            PolicyLine(setting: input.setting, value: input.value),
            sentence: Message(
                "account.policy.set.done",
                ["setting": .key("policySetting.\(input.setting.rawValue)"), "value": "\(input.value)"]))
    }
}
