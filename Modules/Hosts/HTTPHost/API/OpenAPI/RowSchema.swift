#if HTTPHost
    import Operations
    import PluginKit

    /// What an operation answers as JSON Schema: its columns with their types, as their declarations say.
    struct RowSchema {
        let owner: APIDescription
        let operation: AnyOperation
        let language: Language

        var answer: JSONNode {
            switch operation.shape.answerShape {
            case .list: list
            case .record: record
            case .sentence: ["type": "object", "properties": ["message": ["type": "string"]]]
            case nil: ["anyOf": [["type": "array", "items": row], row]]
            }
        }

        private var row: JSONNode {
            guard let columns = operation.shape.answerColumns else { return named(operation.columnKeys) }
            return row(columns)
        }

        /// Rows; with sections beside them where it always has some.
        private var list: JSONNode {
            let rows: JSONNode = ["type": "array", "items": row]
            guard !sections.isEmpty else { return rows }
            return [
                "type": "object", "additionalProperties": false, "required": ["rows"],
                "properties": .object([("rows", rows)] + sections),
            ]
        }

        /// A record with the sections it may have.
        private var record: JSONNode {
            operation.shape.answerColumns.map { row($0, also: sections) } ?? row
        }

        private var sections: [(String, JSONNode)] {
            operation.shape.answerSections.sorted { $0.key < $1.key }.map { name, columns in
                (name, ["type": "array", "items": row(columns)])
            }
        }

        private func row(_ columns: [ColumnShape], also sections: [(String, JSONNode)] = []) -> JSONNode {
            [
                "type": "object", "additionalProperties": false, "required": .texts(columns.map(\.key)),
                "properties": .object(columns.map { ($0.key, cell($0)) } + sections),
            ]
        }

        /// Rows whose columns depend on what is asked: names only.
        private func named(_ keys: [String]) -> JSONNode {
            ["type": "object", "properties": .object(keys.map { ($0, ["title": title($0)]) })]
        }

        private func cell(_ column: ColumnShape) -> JSONNode {
            var node: JSONNode = ["title": title(column.key)]
            guard let type = column.kind.type else { return node }
            node = node.adding("type", column.isOptional ? [.text(type), "null"] : .text(type))
            switch column.kind {
            case .word(let codes):
                let words = codes.map { JSONNode.text($0) }
                return node.adding("enum", .list(words + (column.isOptional ? [.null] : [])))
            case .date: return node.adding("format", "date")
            case .texts: return node.adding("items", ["type": "string"])
            default: return node
            }
        }

        private func title(_ key: String) -> JSONNode { .text(owner.text("column.\(key)", language)) }
    }

    extension ColumnKind {
        /// The type of its cells in JSON; nil where they may be anything.
        fileprivate var type: String? {
            switch self {
            case .text, .date, .sentence, .word: "string"
            case .integer: "integer"
            case .decimal: "number"
            case .flag: "boolean"
            case .texts: "array"
            case .any: nil
            }
        }
    }
#endif
