import Persistence
import PluginKit

/// `key.show`: whether the key of private fields is here. The key itself is never shown.
public struct ShowKey: Query {
    public static let name: OperationName = "key.show"
    public static let access = Access.roles([.administrator, .securityManager, .auditor, .inspectionOffice])

    public init() {}

    public func run(_ input: NoInput, in context: ReadContext) throws -> RecordAnswer<KeyRow> {
        let row = KeyRow(
            expected: try FieldVault.expectedKeyID(context.db), present: context.vault.presentKeyID, path: context.vault.keyPath)
        return RecordAnswer(row, sentence: Message("key.show.\(row.state)"))
    }
}

/// Which key the file needs, and which one is here.
public struct KeyRow: Tabular {
    public let expected: String?
    public let present: String?
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
            .text("keyPath") { $0.path },
        ]
    }
}
