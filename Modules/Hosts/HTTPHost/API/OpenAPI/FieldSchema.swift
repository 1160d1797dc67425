#if HTTPHost
    import Operations
    import PluginKit

    /// Input fields as JSON Schema (2020-12, as OpenAPI 3.1 has it).
    struct FieldSchema {
        let strings: StringCatalogue
        let language: Language
        let operation: AnyOperation

        /// The schema of a whole input.
        /// - Parameter isForm: in a form with files these are bytes; in JSON objects with name and content.
        func object(_ fields: [Field], isForm: Bool = false, path: String = "") -> JSONNode {
            let required = fields.filter { !$0.isOptional && !(isForm && $0.kind == .flag) }.map(\.name)
            var node: JSONNode = [
                "type": "object", "additionalProperties": false,
                "properties": .object(fields.map { ($0.name, property($0, isForm: isForm, path: path)) }),
            ]
            if !required.isEmpty { node = node.adding("required", .texts(required)) }
            return node
        }

        /// The schema of one field with its label and help.
        func property(_ field: Field, isForm: Bool, path: String = "") -> JSONNode {
            let path = path.isEmpty ? field.name : "\(path).\(field.name)"
            var node = element(field, isForm: isForm, path: path)
            if field.isMany { node = ["type": "array", "items": node] }
            if let title = label(path, "") { node = node.adding("title", .text(title)) }
            if let help = label(path, ".help") { node = node.adding("description", .text(help)) }
            return node
        }

        private func element(_ field: Field, isForm: Bool, path: String) -> JSONNode {
            switch field.kind {
            case .text: text(field)
            case .download: ["type": "string", "minLength": 1]
            case .integer: ["type": "integer", "format": "int64"]
            case .decimal: ["type": "number", "format": "double"]
            case .flag: ["type": "boolean"]
            case .date: ["type": "string", "format": "date"]
            case .upload: isForm ? ["type": "string", "format": "binary"] : Self.upload
            case .choice(_, let codes): ["type": "string", "enum": .texts(codes)]
            case .object(let fields): object(fields, isForm: isForm, path: path)
            }
        }

        private func text(_ field: Field) -> JSONNode {
            field.isSecret ? ["type": "string", "format": "password", "writeOnly": true] : ["type": "string"]
        }

        private static let upload: JSONNode = [
            "type": "object", "additionalProperties": false, "required": ["name", "data"],
            "properties": ["name": ["type": "string"], "data": ["type": "string", "contentEncoding": "base64"]],
        ]

        private func label(_ path: String, _ suffix: String) -> String? {
            let last = path.split(separator: ".").last.map(String.init) ?? path
            return ["\(operation.name).\(path)", "field.\(last)"].lazy.compactMap { strings.text($0 + suffix, in: language) }
                .first
        }
    }
#endif
