#if HTTPHost
    import HTTPTypes
    import Operations
    import PluginKit
    import PluginTestKit
    import StandardPlugins
    import Testing

    @testable import HTTPHost

    /// Every operation of the program for every role, and for nobody.
    @Suite struct AccessTests {
        @Test func theHostConforms() {
            #expect(PluginConformance.problems(of: WebOffice.plugins) == [])
        }

        @Test func nobodyGetsAnythingWithoutSigningIn() async throws {
            let office = try WebOffice(plugins: standardPlugins)
            let table = office.host.api.table
            try await office.serve { web in
                for operation in table.operations {
                    let method: HTTPRequest.Method = table.facts(operation).isReadable ? .get : .post
                    let response = try await web.send(method, OperationTable.path(of: operation.name))
                    #expect(response.status == .unauthorized, "\(operation.name)")
                    #expect(response.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
                    #expect(response.faults == ["E-HTTP-SIGNIN -"])
                }
            }
        }

        @Test(arguments: Role.all)
        func aRoleMayDoWhatTheTableSays(role: Role) async throws {
            let office = try WebOffice(plugins: standardPlugins)
            try office.add("somebody", [role])
            let headers = bearer(try office.token("somebody"))
            let principal = try office.office.dispatcher.principal(named: "somebody")
            let table = office.host.api.table
            try await office.serve { web in
                for operation in table.operations where operation.name != "session.end" {
                    let method: HTTPRequest.Method = table.facts(operation).isReadable ? .get : .post
                    let response = try await web.send(method, OperationTable.path(of: operation.name), headers)
                    let isAllowed = operation.access.allows(principal)
                    #expect((response.status == .forbidden) == !isAllowed, "\(operation.name) \(role.rawValue): \(response.text)")
                    #expect(response.status.code < 500, "\(operation.name) \(role.rawValue): \(response.text)")
                    if !isAllowed { #expect(response.faults == ["E-PERM -"]) }
                }
            }
        }

        @Test func aRefusalIsInTheAudit() async throws {
            let office = try WebOffice()
            try office.add("inspector", [.inspector])
            let headers = bearer(try office.token("inspector"))
            _ = try await office.serve { try await $0.get("/api/v1/account/list", headers) }
            #expect(try office.audit("account.list") == ["inspector denied"])
        }

        @Test(arguments: [
            "/api/v1/nothing", "/api/v1/", "/api/v2/unit/list", "/api/v1/unit", "/api/v1/unit.list", "/api/nothing",
        ])
        func whatIsNotThereIsAbsentForEverybody(path: String) async throws {
            let office = try WebOffice()
            let headers = bearer(try office.token("office"))
            try await office.serve { web in
                let status = try await web.get(path).status
                #expect(status == .notFound)
                let status2 = try await web.get(path, headers).status
                #expect(status2 == .notFound)
            }
        }

        @Test func methodsAreKept() async throws {
            let office = try WebOffice()
            let headers = bearer(try office.token("office"))
            try await office.serve { web in
                let query = try await web.post("/api/v1/unit/list", json: "{}", headers)
                #expect(query.status == .methodNotAllowed)
                #expect(query.headers[.allow] == "GET, HEAD")
                let command = try await web.get("/api/v1/unit/import", headers)
                #expect(command.status == .methodNotAllowed)
                #expect(command.headers[.allow] == "POST")
                let status = try await web.send(.head, "/api/v1/unit/list", headers).status
                #expect(status == .ok)
                let status2 = try await web.send(.delete, "/api/v1/unit/list", headers).status
                #expect(status2 == .methodNotAllowed)
            }
        }
    }
#endif
