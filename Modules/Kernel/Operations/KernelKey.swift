import Persistence
import PluginKit

/// `key.show`: whether the key of private fields is here. The key itself is never shown.
public struct ShowKey: Query {
    public static let name: OperationName = "key.show"
    public static let access = Access.roles([.administrator, .securityManager, .auditor, .inspectionOffice])

    public init() {}

    public func run(_ input: NoInput, in context: ReadContext) throws -> RecordAnswer<KeyRow> {
        let vault = context.vault
        let expected = try FieldVault.expectedKeyID(context.db)
        let present = expected.map(vault.holds) == true ? expected : vault.presentKeyID
        let row = KeyRow(expected: expected, present: present, count: vault.keyCount, path: vault.keyPath)
        return RecordAnswer(row, sentence: Message("key.show.\(row.state)"))
    }
}

/// Which key the file needs, and which one is here.
public struct KeyRow: Tabular {
    public let expected: String?
    public let present: String?
    /// Keys in all, those of before among them.
    public let count: Int
    public let path: String?

    /// No private value yet; here; another one is here; none is here.
    var state: String {
        guard let expected else { return "unused" }
        return present == expected ? "present" : present == nil ? "missing" : "other"
    }

    public static var columns: [TableColumn<KeyRow>] {
        [
            TableColumn("keyState") { .word(code: $0.state, key: "keyState.\($0.state)") },
            .text("keyExpected") { $0.expected },
            .text("keyPresent") { $0.present },
            .integer("keyCount") { $0.count },
            .text("keyPath") { $0.path },
        ]
    }
}
