#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import StandardPlugins
    import Testing

    @testable import HTTPHost

    /// The description of the API.
    @Suite struct OpenAPITests {
        private func document(_ headers: HTTPFields = [:]) async throws -> [String: Any] {
            let office = try WebOffice(plugins: standardPlugins)
            let response = try await office.serve { try await $0.get("/api/openapi.json", headers) }
            #expect(response.status == .ok)
            return response.json
        }

        @Test func everyOperationIsListedWithItsMethod() async throws {
            let office = try WebOffice(plugins: standardPlugins)
            let paths = try #require(try await document()["paths"] as? [String: [String: Any]])
            let table = office.host.api.table
            #expect(table.operations.count > 50)
            for operation in table.operations {
                let method = table.facts(operation).isReadable ? "get" : "post"
                let entry = try #require(
                    paths[OperationTable.path(of: operation.name)]?[method] as? [String: Any], "\(operation.name)")
                #expect(entry["operationId"] as? String == operation.name.text)
                let responses = try #require(entry["responses"] as? [String: Any])
                for status in ["200", "400", "401", "403", "404", "405", "406", "409", "422", "429", "503"] {
                    #expect(responses[status] != nil)
                }
                // Whatever is not listed is a fault, so nothing may stand for "anything else".
                #expect(responses["default"] == nil)
                #expect((responses["202"] != nil) == (operation.kind == .command))
            }
        }

        @Test func everyReferenceLeadsSomewhere() async throws {
            let document = try await document()
            for reference in references(in: document) {
                var node: Any? = document
                for name in reference.dropFirst(2).split(separator: "/") { node = (node as? [String: Any])?[String(name)] }
                #expect(node != nil, "\(reference)")
            }
            #expect(document["openapi"] as? String == "3.1.0")
            #expect((document["info"] as? [String: Any])?["title"] as? String == "程序接口")
        }

        private func references(in node: Any) -> Set<String> {
            if let object = node as? [String: Any] {
                let own = (object["$ref"] as? String).map { [$0] } ?? []
                return object.values.reduce(into: Set(own)) { $0.formUnion(references(in: $1)) }
            }
            return (node as? [Any] ?? []).reduce(into: Set()) { $0.formUnion(references(in: $1)) }
        }

        @Test func fieldsAreDescribed() async throws {
            let paths = try #require(try await document([.acceptLanguage: "en"])["paths"] as? [String: [String: [String: Any]]])
            let body = try #require(paths["/api/v1/account/password"]?["post"]?["requestBody"] as? [String: Any])
            let text = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
            #expect(text.contains("password"))
            #expect(text.contains("the new password"))
            let add = try #require(paths["/api/v1/account/add"]?["post"]?["requestBody"] as? [String: Any])
            let content = add["content"] as? [String: [String: Any]]
            let schema = try #require(content?["application/json"]?["schema"] as? [String: Any])
            #expect(schema["required"] as? [String] == ["name", "title", "roles"])
        }

        @Test func thereIsAPageForPeople() async throws {
            let office = try WebOffice(plugins: standardPlugins)
            let page = try await office.serve { try await $0.get("/api") }
            #expect(page.status == .ok)
            for operation in office.host.api.table.operations { #expect(page.text.contains("id=\"\(operation.name)\"")) }
            #expect(!page.text.contains("<script"))
            #expect(!page.text.contains("style=\""))
        }
    }
#endif
