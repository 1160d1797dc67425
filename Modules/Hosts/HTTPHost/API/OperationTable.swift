#if HTTPHost
    import Operations
    import PluginKit
    import Synchronization

    /// The operations of a program by their addresses, with what there is to know of them, learnt when it is first asked for.
    final class OperationTable: Sendable {
        /// What hosts need to know of one operation's input.
        struct Facts: Sendable {
            let fields: [Field]
            /// Whether it takes files, at any depth.
            let takesFiles: Bool
            /// Whether it can be asked for with GET: a query whose input fits into an address.
            let isReadable: Bool
            /// Whether it takes the version of the record somebody saw.
            let takesVersion: Bool

            init(_ operation: AnyOperation) {
                fields = operation.fields()
                takesFiles = Self.hasFile(fields)
                isReadable = operation.kind == .query && !takesFiles
                takesVersion = fields.contains { $0.name == "version" && $0.kind == .integer && !$0.isMany }
            }

            private static func hasFile(_ fields: [Field]) -> Bool {
                fields.contains { field in
                    if case .object(let inner) = field.kind { return hasFile(inner) }
                    return field.kind == .upload
                }
            }
        }

        static let prefix = "/api/v1/"
        /// In the order of their names.
        let operations: [AnyOperation]
        private let byPath: [String: AnyOperation]
        private let facts = Mutex<[OperationName: Facts]>([:])

        init(_ registry: Registry) {
            operations = registry.values(OperationSlot.self).sorted { $0.name.text < $1.name.text }
            byPath = Dictionary(operations.map { (Self.path(of: $0.name), $0) }, uniquingKeysWith: { first, _ in first })
        }

        static func path(of name: OperationName) -> String { prefix + name.words.joined(separator: "/") }

        func operation(at path: String) -> AnyOperation? { byPath[path] }

        func facts(_ operation: AnyOperation) -> Facts {
            if let known = facts.withLock({ $0[operation.name] }) { return known }
            let learnt = Facts(operation)
            facts.withLock { $0[operation.name] = learnt }
            return learnt
        }
    }
#endif
