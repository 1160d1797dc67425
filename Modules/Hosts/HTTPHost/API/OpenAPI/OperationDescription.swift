#if HTTPHost
    import HostKit
    import Operations
    import PluginKit

    /// One operation in the OpenAPI document.
    struct OperationDescription {
        let owner: APIDescription
        let operation: AnyOperation
        let facts: OperationTable.Facts
        let language: Language

        private var schema: FieldSchema { FieldSchema(strings: owner.registry.strings, language: language, operation: operation) }

        var node: JSONNode {
            var node: JSONNode = [
                "operationId": .text(operation.name.text), "tags": [.text(operation.name.words.first ?? "")],
                "summary": .text(owner.text(operation.name.text, language)),
                "description": .text(owner.text("\(operation.name).help", language) + "\n\n" + access),
                "x-roles": roles, "parameters": .list(facts.isReadable ? queryParameters : headerParameters),
                "responses": responses,
            ]
            if !facts.isReadable { node = node.adding("requestBody", body) }
            return node
        }

        // MARK: - Who

        private var roles: JSONNode {
            switch operation.access {
            case .roles(let roles): .texts(roles.map(\.rawValue).sorted())
            case .everyone: .texts([])
            }
        }

        private var access: String {
            switch operation.access {
            case .everyone: return owner.text("http.access.everyone", language)
            case .roles(let roles):
                let names = roles.map { owner.text("role.\($0.rawValue)", language) }.sorted()
                let joined = names.joined(separator: language == .en ? ", " : "、")
                return owner.registry.strings.text(Message("http.access.roles", ["roles": .text(joined)]), in: language)
            }
        }

        // MARK: - What goes in

        private var queryParameters: [JSONNode] {
            let own = facts.fields.flatMap { field -> [JSONNode] in
                guard case .object = field.kind else { return [parameter(field)] }
                return []
            }
            return own + [["$ref": "#/components/parameters/lang"], ["$ref": "#/components/parameters/format"]]
        }

        private func parameter(_ field: Field) -> JSONNode {
            var node: JSONNode = [
                "name": .text(field.name), "in": "query", "required": .flag(!field.isOptional && field.kind != .flag),
                "schema": schema.property(field, isForm: true),
            ]
            if field.isMany { node = node.adding([("style", "form"), ("explode", true)]) }
            return node
        }

        private var headerParameters: [JSONNode] {
            var names = ["lang", "prefer"]
            if operation.kind == .command { names.append("idempotencyKey") }
            if facts.takesVersion { names.append("ifMatch") }
            return names.map { ["$ref": .text("#/components/parameters/\($0)")] }
        }

        private var body: JSONNode {
            let json: JSONNode = ["schema": schema.object(facts.fields)]
            let form: JSONNode = ["schema": schema.object(facts.fields, isForm: true)]
            var content: [(String, JSONNode)] = [("application/json", json)]
            if facts.takesFiles { content.append(("multipart/form-data", form)) }
            return ["required": .flag(facts.fields.contains { !$0.isOptional }), "content": .object(content)]
        }

        // MARK: - What comes back

        private var responses: JSONNode {
            var responses: [(String, JSONNode)] = [("200", success)]
            if operation.kind == .command { responses.append(("202", ["$ref": "#/components/responses/accepted"])) }
            let statuses = APIParts.everywhere + ["403", "406", "409", "422"] + (facts.isReadable ? [] : ["408", "413", "415"])
            return .object(responses + APIParts.problems(statuses))
        }

        private var success: JSONNode {
            let answer = RowSchema(owner: owner, operation: operation, language: language).answer
            var content: [(String, JSONNode)] = [("application/json", ["schema": answer])]
            if operation.shape.answerShape != .sentence {
                content += owner.tableTypes.map { ($0, ["schema": ["type": "string", "format": "binary"]]) }
            }
            // A file that the operation makes may be of any type.
            if facts.fields.contains(where: { $0.kind == .download }) { content.append(("*/*", ["schema": [:]])) }
            return [
                "description": .text(owner.text(operation.name.text, language)), "content": .object(content),
                "headers": .object(headers.map { ($0, ["$ref": .text("#/components/headers/\($0)")]) }),
            ]
        }

        private var headers: [String] {
            switch operation.shape.answerShape {
            case .list: ["Link", "Xuncha-Message"]
            case .record: ["ETag", "Xuncha-Message"]
            case .sentence: []
            case nil: ["Link", "ETag", "Xuncha-Message"]
            }
        }
    }
#endif
