#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import PluginKit
    import Testing

    @testable import HTTPHost

    /// What the API answers is what its description says, row by row and value by value.
    @Suite struct RowSchemaTests {
        let units: TwoUnits
        private var web: WebOffice { units.web }

        init() throws { units = try TwoUnits() }

        private func paths() async throws -> JSONValue {
            try await web.serve { try JSONValue(try await $0.get("/api/openapi.json").text) }["paths"]
        }

        private func schema(_ paths: JSONValue, _ name: OperationName) -> JSONValue {
            let responses = paths[OperationTable.path(of: name)]["get"]["responses"]
            return responses["200"]["content"]["application/json"]["schema"]
        }

        /// The answer of a query; nil where it is refused.
        private func answer(_ name: OperationName, _ query: String = "") async throws -> JSONValue? {
            let headers = bearer(try web.token("office"))
            return try await web.serve { server in
                let response = try await server.get("\(OperationTable.path(of: name))?\(query)", headers)
                return response.status == .ok ? try JSONValue(response.text) : nil
            }
        }

        /// Every query that asks for nothing, on an office with two units in it.
        @Test func answersFitTheirDescription() async throws {
            let paths = try await paths()
            let table = web.host.api.table
            var rows = 0
            for operation in table.operations where table.facts(operation).isReadable {
                guard table.facts(operation).fields.allSatisfy({ $0.isOptional || $0.isMany }),
                    let answer = try await answer(operation.name)
                else { continue }
                let faults = SchemaCheck.faults(answer, schema(paths, operation.name), "\(operation.name)")
                #expect(faults.isEmpty, "\(faults.prefix(3))")
                rows += answer.elements.count
            }
            #expect(rows > 100)
        }

        @Test func aRecordFitsItsDescriptionWithItsSections() async throws {
            let paths = try await paths()
            let number = try #require(try units.numbers("甲局党组").first)
            for (name, query) in [("item.show", "no=\(number)"), ("round.show", "round=14-3"), ("finding.show", "no=\(number)")] {
                let name = OperationName(name)
                let answer = try #require(try await answer(name, query), "\(name)")
                let described = schema(paths, name)
                #expect(SchemaCheck.faults(answer, described, "\(name)").isEmpty)
                #expect(described["required"].elements.count > 5 && described["additionalProperties"] == .flag(false))
                #expect(Set(answer.members.keys).isSubset(of: described["properties"].members.keys))
            }
        }

        @Test func columnsSayTheirTypes() async throws {
            let items = schema(try await paths(), "ledger.list")["items"]
            let properties = items["properties"]
            #expect(properties["no"]["type"] == .text("string"))
            #expect(properties["due"]["type"] == .list([.text("string"), .text("null")]))
            #expect(properties["due"]["format"] == .text("date"))
            #expect(properties["itemStatus"]["enum"].elements.contains(.text("closed")))
            #expect(properties["no"]["title"] == .text("编号"))
            #expect(items["additionalProperties"] == .flag(false))
        }

        @Test(arguments: [
            (#"{"a": 1}"#, 0), (#"{"a": null}"#, 0), (#"{}"#, 1), (#"{"a": "1"}"#, 1), (#"{"a": 1.5}"#, 1),
            (#"{"a": 1, "b": 1}"#, 1), (#"{"a": 1, "c": "x"}"#, 0), (#"{"a": 1, "c": "z"}"#, 1), (#"{"a": true}"#, 1), ("[]", 1),
        ])
        func theCheckItselfFindsFaults(json: String, faults: Int) throws {
            let schema = try JSONValue(
                """
                {"type": "object", "required": ["a"], "additionalProperties": false,
                 "properties": {"a": {"type": ["integer", "null"]}, "c": {"type": "string", "enum": ["x", "y"]}}}
                """)
            #expect(SchemaCheck.faults(try JSONValue(json), schema).count == faults)
        }
    }
#endif
