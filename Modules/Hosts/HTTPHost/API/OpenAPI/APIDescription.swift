#if HTTPHost
    import Foundation
    import HTTPTypes
    import HostKit
    import Interchange
    import NIOCore
    import Operations
    import PluginKit
    import Synchronization

    /// The API described for programs (OpenAPI 3.1) and for people, from the same declarations as everything else.
    final class APIDescription: Sendable {
        let registry: Registry
        let table: OperationTable
        let styleSheet: String?
        private let documents = Mutex<[Language: ByteBuffer]>([:])

        init(registry: Registry, table: OperationTable, styleSheet: String?) {
            self.registry = registry
            self.table = table
            self.styleSheet = styleSheet
        }

        /// The OpenAPI document; made when it is first asked for.
        func document(_ language: Language) -> Reply {
            let known = documents.withLock { $0[language] }
            let body = known ?? ByteBuffer(string: make(language).encoded)
            if known == nil { documents.withLock { $0[language] = body } }
            return Reply(status: 200, headers: [.contentType: "application/json", .vary: "Accept-Language"], body: body)
        }

        private func make(_ language: Language) -> JSONNode {
            let paths = table.operations.map { operation in
                (OperationTable.path(of: operation.name), path(operation, language))
            }
            return [
                "openapi": "3.1.0",
                "info": [
                    "title": .text(text("http.api", language)), "version": "\(Kernel.version)",
                    "description": .text(text("http.api.help", language)), "license": ["name": "Apache-2.0"],
                ],
                "servers": [["url": "/"]],
                "security": [["bearer": []], ["session": [], "csrf": []]],
                "tags": .list(tags.map { ["name": .text($0), "description": .text(text($0, language))] }),
                "paths": .object(paths + APIParts.fixedPaths(self, language)),
                "components": APIParts.components(self, language),
            ]
        }

        /// First words of the operations' names.
        private var tags: [String] {
            Set(table.operations.compactMap(\.name.words.first)).sorted()
        }

        func text(_ key: String, _ language: Language) -> String { registry.strings.text(key, in: language) ?? key }

        private func path(_ operation: AnyOperation, _ language: Language) -> JSONNode {
            let facts = table.facts(operation)
            let method = facts.isReadable ? "get" : "post"
            let description = OperationDescription(owner: self, operation: operation, facts: facts, language: language)
            return .object([(method, description.node)])
        }

        /// Media types of answers that are tables.
        var tableTypes: [String] {
            registry.values(TableFormats.self).filter { $0.write != nil }.map { MediaRange.name(of: $0.contentType) }
        }
    }
#endif
