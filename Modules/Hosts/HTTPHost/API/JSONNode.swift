#if HTTPHost
    import HTTPTypes

    /// A JSON value that keeps the order of its members.
    enum JSONNode: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
        ExpressibleByArrayLiteral,
        ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
    {
        case text(String)
        case integer(Int)
        case flag(Bool)
        case list([JSONNode])
        case object([(String, JSONNode)])
        case null

        init(stringLiteral value: String) { self = .text(value) }
        init(booleanLiteral value: Bool) { self = .flag(value) }
        init(integerLiteral value: Int) { self = .integer(value) }
        init(arrayLiteral elements: JSONNode...) { self = .list(elements) }
        init(dictionaryLiteral elements: (String, JSONNode)...) { self = .object(elements) }

        static func texts(_ texts: some Sequence<String>) -> JSONNode { .list(texts.map { .text($0) }) }

        /// The same object with more members behind; anything else stays as it is.
        func adding(_ members: [(String, JSONNode)]) -> JSONNode {
            guard case .object(let own) = self else { return self }
            return .object(own + members)
        }

        func adding(_ name: String, _ value: JSONNode) -> JSONNode { adding([(name, value)]) }

        /// The JSON text.
        var encoded: String {
            var out = ""
            write(to: &out)
            return out
        }

        private func write(to out: inout String) {
            switch self {
            case .text(let text): JSONLine.write(text, to: &out)
            case .integer(let number): out += "\(number)"
            case .flag(let flag): out += flag ? "true" : "false"
            case .null: out += "null"
            case .list(let values):
                out += "["
                for (index, value) in values.enumerated() {
                    if index > 0 { out += "," }
                    value.write(to: &out)
                }
                out += "]"
            case .object(let members):
                out += "{"
                for (index, member) in members.enumerated() {
                    if index > 0 { out += "," }
                    JSONLine.write(member.0, to: &out)
                    out += ":"
                    member.1.write(to: &out)
                }
                out += "}"
            }
        }
    }
#endif
