#if HTTPHost
    import HTTPTypes
    import HostKit
    import NIOCore
    import PluginKit

    /// Refusals as problem documents (RFC 9457), in the reader's language.
    struct Problem {
        static let type = "application/problem+json"

        let strings: StringCatalogue
        let language: Language
        /// Of the request, for the administrator.
        let id: String

        init(_ strings: StringCatalogue, _ call: Call) {
            self.strings = strings
            language = call.language
            id = call.id
        }

        /// - Parameter document: where a file is that was made all the same, such as rejected rows.
        func reply(_ fault: HTTPFault, document: String? = nil) -> Reply {
            var reply = Reply(
                status: fault.status, headers: [.contentType: Self.type, .vary: "Accept-Language"],
                body: ByteBuffer(string: node(fault, document).encoded))
            for (name, value) in fault.headers { reply = reply.adding(HTTPField.Name.own(name), value) }
            return reply
        }

        private func node(_ fault: HTTPFault, _ document: String?) -> JSONNode {
            let first = fault.refusals.first
            let kind = ErrorReport.gravest(fault.refusals) ?? first?.kind ?? .validation
            var node: JSONNode = [
                "type": "urn:xuncha:problem:\(kind.rawValue)",
                "title": .text(strings.text("refusalKind.\(kind.rawValue)", in: language) ?? kind.rawValue),
                "status": .integer(fault.status),
                "detail": .text(
                    fault.refusals.map { strings.text($0.message, in: language) }.joined(separator: language == .en ? "; " : "；")),
                "code": .text(kind.code),
                "rule": .text(first?.rule.id ?? kind.code),
                "errors": .list(fault.refusals.map(error)),
                "request": .text(id),
            ]
            if let document { node = node.adding("document", .text(document)) }
            return node
        }

        private func error(_ refusal: Refusal) -> JSONNode {
            [
                "field": refusal.field.map { .text($0) } ?? .null, "rule": .text(refusal.rule.id),
                "message": .text(strings.text(refusal.message, in: language)),
                "remedy": .text(strings.text(refusal.remedy, in: language)),
            ]
        }
    }
#endif
