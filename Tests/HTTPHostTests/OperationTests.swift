#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import PluginKit
    import Testing

    @testable import Accounts
    @testable import HTTPHost

    /// Operations over HTTP: input, answers, versions, paging, files.
    @Suite struct OperationTests {
        let office: WebOffice
        let headers: HTTPFields
        private static let boundary = "b0undary"

        init() throws {
            office = try WebOffice()
            headers = bearer(try office.token("office"))
        }

        private func units(_ rows: Int) -> String {
            "code,name,level,parent_code\n1,区,district,\n" + (2..<2 + rows).map { "\($0),街道\($0),street,1\n" }.joined()
        }

        private func upload(_ content: String, _ fields: [String: String] = [:]) -> (HTTPFields, String) {
            var body =
                "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"units.csv\"\r\n\r\n\(content)\r\n"
            for (name, value) in fields {
                body += "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
            }
            var headers = headers
            headers[.contentType] = "multipart/form-data; boundary=\(Self.boundary)"
            return (headers, body + "--\(Self.boundary)--\r\n")
        }

        private func importUnits(_ web: Web, _ rows: Int = 120) async throws {
            let (headers, body) = upload(units(rows))
            let status = try await web.send(.post, "/api/v1/unit/import", headers, body: body).status
            #expect(status == .ok)
        }

        @Test func filesComeInAsForms() async throws {
            try await office.serve { web in
                let (headers, body) = upload(units(3))
                let response = try await web.send(.post, "/api/v1/unit/import", headers, body: body)
                #expect(response.status == .ok)
                #expect(response.list.isEmpty)
                #expect(response.headers[.own("Xuncha-Message")]?.isEmpty == false)
                let list = try await web.get("/api/v1/unit/list", headers).list.count
                #expect(list == 4)
            }
        }

        @Test func filesComeInAsJSON() async throws {
            try await office.serve { web in
                let data = Data(units(3).utf8).base64EncodedString()
                let json = "{\"file\": {\"name\": \"units.csv\", \"data\": \"\(data)\"}}"
                let status = try await web.post("/api/v1/unit/import", json: json, headers).status
                #expect(status == .ok)
                let list = try await web.get("/api/v1/unit/list", headers).list.count
                #expect(list == 4)
            }
        }

        @Test func everyPageIsFollowedByTheNext() async throws {
            try await office.serve { web in
                try await importUnits(web)
                var path: String? = "/api/v1/unit/list?level=street&limit=50"
                var codes: [String] = []
                while let next = path {
                    let response = try await web.get(next, headers)
                    #expect(response.status == .ok)
                    codes += response.list.compactMap { $0["code"] as? String ?? $0["unitCode"] as? String }
                    path = response.headers[.link].map { String($0.dropFirst().prefix { $0 != ">" }) }
                }
                #expect(codes.count == 120)
                #expect(Set(codes).count == 120)
            }
        }

        @Test func everythingWrongIsSaidAtOnceInTheReadersLanguage() async throws {
            try await office.serve { web in
                let json = #"{"name": "1", "title": "", "roles": ["ZZ"], "colour": "red"}"#
                var english = headers
                english[.acceptLanguage] = "en-GB, zh;q=0.5"
                let response = try await web.post("/api/v1/account/add", json: json, english)
                #expect(response.status == .unprocessableContent)
                #expect(response.headers[.contentType] == "application/problem+json")
                #expect(response.json["code"] as? String == "E-VAL")
                #expect(response.json["status"] as? Int == 422)
                #expect(response.json["title"] as? String == "validation")
                #expect(response.faults.contains("E-VAL colour"))
                let chinese = try await web.post("/api/v1/account/add", json: json, headers)
                #expect(chinese.json["title"] as? String == "填写有误")
            }
        }

        @Test(arguments: [
            ("{", 422), ("[]", 422), ("", 422), ("{\"name\": \u{0001}}", 422), ("null", 422),
            (String(repeating: "[", count: 100), 422),
        ])
        func bodiesThatAreNoInputAreRefused(body: String, status: Int) async throws {
            try await office.serve { web in
                let status1 = try await web.post("/api/v1/account/add", json: body, headers).status.code
                #expect(status1 == status)
            }
        }

        @Test func aBodyOfAnotherTypeIsRefused() async throws {
            try await office.serve { web in
                var headers = headers
                headers[.contentType] = "text/xml"
                let status = try await web.send(.post, "/api/v1/account/add", headers, body: "<x/>").status
                #expect(status == .unsupportedMediaType)
            }
        }

        @Test func aBodyThatIsTooLargeIsRefused() async throws {
            var settings = ServeSettings()
            settings.limits.plain = 1000
            let office = try WebOffice(settings: settings)
            let headers = bearer(try office.token("office"))
            try await office.serve { web in
                let json = "{\"name\": \"\(String(repeating: "a", count: 2000))\"}"
                let response = try await web.post("/api/v1/account/add", json: json, headers)
                #expect(response.status == .contentTooLarge)
                #expect(response.faults == ["E-HTTP-BODY -"])
                let stranger = try await web.post("/api/v1/account/add", json: String(repeating: " ", count: 20_000))
                #expect(stranger.status == .contentTooLarge)
            }
        }

        @Test func versionsGuardChanges() async throws {
            try office.add("clerk")
            try await office.serve { web in
                var first = headers
                first[.ifMatch] = "\"1\""
                let changed = try await web.post("/api/v1/account/set", json: #"{"name": "clerk", "to": "disabled"}"#, first)
                #expect(changed.status == .ok)
                #expect(changed.headers[.eTag] == "\"2\"")
                let stale = try await web.post("/api/v1/account/set", json: #"{"name": "clerk", "to": "active"}"#, first)
                #expect(stale.status == .conflict)
                #expect(stale.json["code"] as? String == "E-LOCK")
                var wrong = headers
                wrong[.ifMatch] = "\"abc\""
                let malformed = try await web.post("/api/v1/account/set", json: #"{"name": "clerk", "to": "active"}"#, wrong)
                #expect(malformed.faults == ["E-VAL If-Match"])
            }
        }

        @Test(arguments: [
            ("text/csv", "text/csv"), ("application/json", "application/json"), ("*/*", "application/json"),
            ("", "application/json"),
            ("text/*;q=0.9, application/json;q=0.1", "text/csv"),
        ])
        func theClientChoosesTheForm(accept: String, type: String) async throws {
            try await office.serve { web in
                try await importUnits(web, 3)
                var headers = headers
                headers[.accept] = accept
                let response = try await web.get("/api/v1/unit/list", headers)
                #expect(response.status == .ok)
                #expect(MediaRange.name(of: response.headers[.contentType] ?? "") == type)
            }
        }

        @Test func aFormThatIsNotThereIsRefused() async throws {
            try await office.serve { web in
                var headers = headers
                headers[.accept] = "image/png"
                let status = try await web.get("/api/v1/unit/list", headers).status
                #expect(status == .notAcceptable)
                headers[.accept] = nil
                let csv = try await web.get("/api/v1/unit/list?format=csv", headers)
                #expect(csv.headers[.contentDisposition]?.contains("unit.list.csv") == true)
            }
        }

        @Test func rejectedRowsAreHandedBack() async throws {
            try await office.serve { web in
                let (headers, body) = upload(
                    "code,name,level,parent_code\n1,区,district,\n2,街道,stret,1\n", ["rejects": "rejects.csv"])
                let refused = try await web.send(.post, "/api/v1/unit/import", headers, body: body)
                #expect(refused.status == .unprocessableContent)
                let path = try #require(refused.json["document"] as? String)
                let file = try await web.get(path, self.headers)
                #expect(file.text.contains("stret"))
                try office.add("other")
                let status = try await web.get(path, bearer(try office.token("other"))).status
                #expect(status == .notFound)
                let status2 = try await web.get(path).status
                #expect(status2 == .unauthorized)
            }
        }

        @Test func aSentenceIsAMessage() async throws {
            try await office.serve { web in
                let response = try await web.post("/api/v1/session/end", json: "{}", headers)
                #expect(response.json["message"] as? String == "已结束 0 个会话。")
            }
        }
    }
#endif
