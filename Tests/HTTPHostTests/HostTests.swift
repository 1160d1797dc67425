#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import Synchronization
    import Testing

    @testable import HTTPHost

    /// What every answer carries, and the host's own addresses.
    @Suite struct HostTests {
        let office: WebOffice

        init() throws { office = try WebOffice() }

        @Test(arguments: ["/health", "/ready", "/metrics", "/sign-in", "/nothing", "/api", "/api/v1/unit/list", "/%"])
        func everyAnswerIsGuarded(path: String) async throws {
            try await office.serve { web in
                let headers = try await web.get(path).headers
                #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
                #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
                #expect(headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
                #expect(headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[.own("Referrer-Policy")] == "same-origin")
                #expect(headers[.cacheControl] == "no-store")
                #expect(headers[.own("X-Request-ID")]?.isEmpty == false)
            }
        }

        @Test func theHostIsWellAndReady() async throws {
            try await office.serve { web in
                let text = try await web.get("/health").text
                #expect(text == "ok\n")
                let text2 = try await web.get("/ready").text
                #expect(text2 == "ready\n")
                let status = try await web.post("/health", json: "{}").status
                #expect(status == .methodNotAllowed)
            }
        }

        @Test func theFiguresCount() async throws {
            let headers = bearer(try office.token("office"))
            try await office.serve { web in
                for _ in 1...3 { _ = try await web.get("/api/v1/unit/list", headers) }
                _ = try await web.get("/api/v1/unit/list")
                let text = try await web.get("/metrics").text
                #expect(text.contains("xuncha_requests_total{operation=\"unit.list\",method=\"GET\",status=\"200\"} 3\n"))
                #expect(text.contains("xuncha_requests_total{operation=\"unit.list\",method=\"GET\",status=\"401\"} 1\n"))
                #expect(text.contains("xuncha_request_seconds_count{operation=\"unit.list\",method=\"GET\",status=\"200\"} 3\n"))
            }
        }

        @Test func assetsMayBeKept() async throws {
            try await office.serve { web in
                for asset in office.host.pages.site.assets {
                    let response = try await web.get(asset.path)
                    #expect(response.status == .ok)
                    #expect(response.headers[.contentType] == asset.contentType)
                    #expect(response.headers[.cacheControl]?.contains("immutable") == true)
                }
            }
        }

        @Test func largeAnswersAreCompressedWhereTheClientTakesIt() async throws {
            try await office.serve { web in
                let plain = try await web.get("/api")
                let packed = try await web.get("/api", [.acceptEncoding: "gzip"])
                #expect(plain.headers[.contentEncoding] == nil)
                #expect(packed.headers[.contentEncoding] == "gzip")
                #expect(packed.body.readableBytes < plain.body.readableBytes / 2)
                #expect(packed.headers[.contentLength] == "\(packed.body.readableBytes)")
            }
        }

        @Test func aStrangerIsSentToSignIn() async throws {
            try await office.serve { web in
                let response = try await web.get("/units?level=street")
                #expect(response.status == .seeOther)
                #expect(response.headers[.location] == "/sign-in?next=%2Funits%3Flevel%3Dstreet")
            }
        }

        @Test func aFaultTellsNothingOfTheInside() async throws {
            struct Odd: Error { let secret = "/var/lib" }
            let reply = Problem(office.office.registry.strings, call).reply(HTTPFault(Odd()))
            #expect(reply.status == 500)
            #expect(!String(buffer: reply.body).contains("/var/lib"))
        }

        private var call: Call {
            Call(
                method: .get, path: "/", query: [], headers: [:],
                client: Client(address: "192.0.2.1", isSecure: false, host: nil), id: "1")
        }

        @Test func longWorkGoesOnInTheBackground() async throws {
            var headers = bearer(try office.token("office"))
            try office.add("other")
            let other = bearer(try office.token("other"))
            headers[.prefer] = "respond-async"
            try await office.serve { [headers] web in
                let json = #"{"name": "clerk", "title": "文书", "roles": ["IO"]}"#
                let accepted = try await web.post("/api/v1/account/add", json: json, headers)
                #expect(accepted.status == .accepted)
                let path = try #require(accepted.headers[.location])
                #expect(accepted.json["state"] as? String == "waiting")
                var status = try await web.get(path, headers)
                while status.json["result"] == nil { status = try await web.get(path, headers) }
                #expect(status.json["state"] as? String == "done")
                let result = try await web.get(status.json["result"] as? String ?? "", headers)
                #expect(result.json["account"] as? String == "clerk")
                let status1 = try await web.get(path, other).status
                #expect(status1 == .notFound)
                let status2 = try await web.get(path).status
                #expect(status2 == .unauthorized)
                let status3 = try await web.get("/api/v1/jobs/x", headers).status
                #expect(status3 == .notFound)
            }
        }

        @Test func aJobThatIsRefusedSaysWhy() async throws {
            var headers = bearer(try office.token("office"))
            headers[.prefer] = "respond-async"
            try await office.serve { [headers] web in
                let accepted = try await web.post("/api/v1/account/add", json: "{}", headers)
                let path = try #require(accepted.headers[.location])
                var status = try await web.get(path, headers)
                while status.json["result"] == nil { status = try await web.get(path, headers) }
                #expect(status.json["state"] as? String == "refused")
                let status1 = try await web.get("\(path)/result", headers).status
                #expect(status1 == .unprocessableContent)
            }
        }
    }
#endif
