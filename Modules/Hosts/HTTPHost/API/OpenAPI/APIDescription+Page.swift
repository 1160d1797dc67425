#if HTTPHost
    import Foundation
    import HostKit
    import Operations
    import PluginKit

    extension APIDescription {
        /// The reference for people: every operation with its address, its fields and who may use it.
        func page(_ language: Language) -> String {
            let groups = Dictionary(grouping: table.operations) { $0.name.words.first ?? "" }.sorted { $0.key < $1.key }
            let style = styleSheet.map { "<link rel=\"stylesheet\" href=\"\(Self.escaped($0))\">" } ?? ""
            let title = Self.escaped(text("http.api", language))
            let list = groups.map { "<li><a href=\"#\(Self.escaped($0.key))\">\(Self.escaped(text($0.key, language)))</a></li>" }
                .joined()
            let sections = groups.map { section($0.key, $0.value, language) }.joined(separator: "\n")
            return """
                <!doctype html>
                <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">\(style)</head>
                <body class="plain"><main><h1>\(title)</h1><p>\(Self.escaped(text("http.api.help", language)))</p>
                <p><a href="/api/openapi.json">openapi.json</a></p><nav><ul>\(list)</ul></nav>
                \(sections)
                </main></body></html>
                """
        }

        private func section(_ key: String, _ operations: [AnyOperation], _ language: Language) -> String {
            "<section><h2 id=\"\(Self.escaped(key))\">\(Self.escaped(text(key, language)))</h2>"
                + operations.map { entry($0, language) }.joined() + "</section>"
        }

        private func entry(_ operation: AnyOperation, _ language: Language) -> String {
            let facts = table.facts(operation)
            let method = facts.isReadable ? "GET" : "POST"
            let name = operation.name.text
            return """
                <article><h3 id="\(Self.escaped(name))">\(Self.escaped(text(name, language)))</h3>
                <p><code>\(method) \(Self.escaped(OperationTable.path(of: operation.name)))</code></p>
                <p>\(Self.escaped(text("\(name).help", language)))</p>\(rows(facts.fields, operation, language))<p>\(roles(operation, language))</p></article>
                """
        }

        private func rows(_ fields: [Field], _ operation: AnyOperation, _ language: Language) -> String {
            guard !fields.isEmpty else { return "" }
            let rows = fields.map { field in
                let help =
                    operation.labelKeys(field.name).lazy.compactMap { self.registry.strings.text("\($0).help", in: language) }
                    .first ?? ""
                let need = text(field.isOptional ? "http.api.optional" : "http.api.required", language)
                let label = registry.label(field.name, of: operation, in: language)
                return """
                    <tr><td><code>\(Self.escaped(field.name))</code></td><td>\(Self.escaped(label))</td><td>\(Self.escaped(need))</td>\
                    <td>\(Self.escaped(help))</td></tr>
                    """
            }
            return "<table>\(rows.joined())</table>"
        }

        private func roles(_ operation: AnyOperation, _ language: Language) -> String {
            guard case .roles(let roles) = operation.access else { return Self.escaped(text("http.access.everyone", language)) }
            let names = roles.map { text("role.\($0.rawValue)", language) }.sorted().joined(
                separator: language == .en ? ", " : "、")
            return Self.escaped(registry.strings.text(Message("http.access.roles", ["roles": .text(names)]), in: language))
        }

        static func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
                "\"", with: "&quot;")
        }
    }
#endif
