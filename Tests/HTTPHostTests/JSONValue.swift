#if HTTPHost
    import Foundation

    /// JSON as it came, telling flags from numbers.
    enum JSONValue: Decodable, Sendable, Equatable {
        case null
        case flag(Bool)
        case number(Double)
        case text(String)
        case list([JSONValue])
        case object([String: JSONValue])

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let flag = try? value.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let list = try? value.decode([JSONValue].self) {
                self = .list(list)
            } else {
                self = .object(try value.decode([String: JSONValue].self))
            }
        }

        init(_ json: String) throws { self = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)) }

        /// The member of a name; null for none.
        subscript(name: String) -> JSONValue { members[name] ?? .null }

        var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }
        var elements: [JSONValue] { if case .list(let elements) = self { elements } else { [] } }
        var string: String? { if case .text(let text) = self { text } else { nil } }
    }

    /// As much of JSON Schema as the description of the API uses.
    enum SchemaCheck {
        /// What of a value its schema does not allow.
        static func faults(_ value: JSONValue, _ schema: JSONValue, _ path: String = "") -> [String] {
            let choices = schema["anyOf"].elements
            if !choices.isEmpty {
                return choices.contains { faults(value, $0, path).isEmpty } ? [] : ["\(path) fits nothing"]
            }
            let wanted = (schema["type"].string.map { [$0] } ?? schema["type"].elements.compactMap(\.string))
            guard wanted.isEmpty || wanted.contains(where: { value.isOf($0) }) else {
                return ["\(path): \(value) is no \(wanted)"]
            }
            let words = schema["enum"].elements
            guard words.isEmpty || words.contains(value) else { return ["\(path): \(value) is none of the words"] }
            return value.elements.enumerated().flatMap { faults($1, schema["items"], "\(path)[\($0)]") }
                + members(of: value, schema, path)
        }

        private static func members(of value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
            guard case .object(let members) = value else { return [] }
            let missing = schema["required"].elements.compactMap(\.string).filter { members[$0] == nil }
            let properties = schema["properties"].members
            return missing.map { "\(path).\($0) is missing" }
                + members.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
                    if let property = properties[key] { return faults(value, property, "\(path).\(key)") }
                    return schema["additionalProperties"] == .flag(false) ? ["\(path).\(key) is not described"] : []
                }
        }
    }

    extension JSONValue {
        fileprivate func isOf(_ type: String) -> Bool {
            switch self {
            case .null: type == "null"
            case .flag: type == "boolean"
            case .number(let number): type == "number" || type == "integer" && number == number.rounded()
            case .text: type == "string"
            case .list: type == "array"
            case .object: type == "object"
            }
        }
    }
#endif
