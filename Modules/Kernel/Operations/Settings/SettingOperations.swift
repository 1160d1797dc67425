import GRDB
import Persistence
import PluginKit

/// One setting as people see it.
public struct SettingLine: Tabular {
    let setting: Setting
    let decided: Int?

    public static let columns: [TableColumn<SettingLine>] = [
        .text("setting") { $0.setting.id },
        TableColumn("settingTitle") { .word(code: $0.setting.id, key: "setting.\($0.setting.id)") },
        TableColumn("settingValue") { .optional($0.decided ?? $0.setting.standard) },
        .integer("settingDefault") { $0.setting.standard },
        .integer("settingLow") { $0.setting.range.lowerBound },
        .integer("settingHigh") { $0.setting.range.upperBound },
        .text("settingSource") { $0.setting.source },
    ]
    public static let briefColumns: [String]? = ["setting", "settingTitle", "settingValue", "settingDefault"]
}

/// `setting.list`: everything an office may decide for itself, by id.
public struct ListSettings: Query {
    public struct Input: Codable, Sendable {
        /// First letters of ids: `rectification`.
        public var prefix: String?
        public var limit: Int?
        public var after: String?

        public init(prefix: String? = nil, limit: Int? = nil, after: String? = nil) {
            self.prefix = prefix
            self.limit = limit
            self.after = after
        }
    }

    public static let name: OperationName = "setting.list"
    public static let access = Access.everyone(reason: "everybody may know by which limits and weights the office works")
    public static let positional = ["prefix"]

    public init() {}

    public func run(_ input: Input, in context: ReadContext) throws -> Page<SettingLine> {
        let rows = try Row.fetchAll(context.db, sql: "SELECT id, value FROM kernel_setting")
        let decided = Dictionary(rows.map { ($0[0] as String, $0[1] as Int) }) { first, _ in first }
        let lines = context.registry.values(Settings.self).filter { $0.id.hasPrefix(input.prefix ?? "") }
            .sorted { $0.id < $1.id }.map { SettingLine(setting: $0, decided: decided[$0.id]) }
        return try .part(of: lines, limit: input.limit, after: input.after) { $0.setting.id }
    }
}

/// `setting.set`: decides a setting, or goes back to its default. What runs already keeps what it started under.
public struct DecideSetting: Command {
    public struct Input: Codable, Sendable {
        public var setting: String
        /// The default where left out.
        public var value: Int?
        public var reason: String

        public init(setting: String, value: Int?, reason: String) {
            self.setting = setting
            self.value = value
            self.reason = reason
        }
    }

    public static let name: OperationName = "setting.set"
    public static let access = Access.everyone(reason: "each setting names its own keepers; anybody else is refused")
    public static let positional = ["setting", "value"]

    public init() {}

    /// - Throws: `E-NOTFOUND` for an unknown setting, `E-PERM` for who does not keep it, `E-VAL` outside its range or without a reason.
    public func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<SettingLine> {
        guard let setting = context.registry.values(Settings.self).first(where: { $0.id == input.setting }) else {
            throw Rule.notFound.refused("setting", field: "setting", ["id": .text(input.setting)])
        }
        guard context.principal.hasAny(of: setting.keepers) else {
            throw Rule.notPermitted.refused(["operation": .key(Self.name.text), "account": .text(context.principal.account)])
        }
        var checks = Checks()
        if let value = input.value {
            let (low, high) = (setting.range.lowerBound, setting.range.upperBound)
            checks.require(
                setting.range.contains(value),
                Rule.invalid.refused("range", field: "value", ["low": "\(low)", "high": "\(high)", "value": "\(value)"]))
        }
        checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        try checks.finish()
        return try decide(setting, input, context)
    }

    private func decide(_ setting: Setting, _ input: Input, _ context: WriteContext) throws -> RecordAnswer<SettingLine> {
        let before = try Int.fetchOne(context.db, sql: "SELECT value FROM kernel_setting WHERE id = ?", arguments: [setting.id])
        if let value = input.value {
            try context.db.execute(
                sql: "INSERT INTO kernel_setting VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET value = ?2",
                arguments: [setting.id, value])
        } else {
            try context.db.execute(sql: "DELETE FROM kernel_setting WHERE id = ?", arguments: [setting.id])
        }
        context.reason = input.reason.trimmed
        try context.noteChange(of: "setting \(setting.id)", context.nextID(), from: [before], to: [input.value])
        let line = SettingLine(setting: setting, decided: input.value)
        let shown = (input.value ?? setting.standard).map { "\($0)" } ?? "—"
        return RecordAnswer(
            line, sentence: Message("setting.set.done", ["setting": .key("setting.\(setting.id)"), "value": .text(shown)]))
    }
}
