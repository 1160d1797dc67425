#if HTTPHost
    import Interchange
    import PluginKit

    /// The parts of the OpenAPI document that no operation makes.
    enum APIParts {
        static func components(_ owner: APIDescription, _ language: Language) -> JSONNode {
            [
                "securitySchemes": security(owner, language), "schemas": ["Problem": problem, "Job": job],
                "parameters": parameters(owner, language), "headers": headers(owner, language),
                "responses": [
                    "problem": [
                        "description": .text(owner.text("http.api.problem", language)),
                        "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
                    ],
                    "tooMany": [
                        "description": .text(owner.text("http.api.tooMany", language)),
                        "headers": ["Retry-After": ["$ref": "#/components/headers/Retry-After"]],
                        "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
                    ],
                    "accepted": [
                        "description": .text(owner.text("http.api.accepted", language)),
                        "headers": ["Location": ["schema": ["type": "string"]]],
                        "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Job"]]],
                    ],
                ],
            ]
        }

        /// Statuses that every address may answer with: malformed, not signed in, absent, wrong method, too often, too
        /// busy.
        static let everywhere = ["400", "401", "404", "405", "429", "503"]

        static func problems(_ statuses: [String]) -> [(String, JSONNode)] {
            statuses.sorted().map { status in
                (status, ["$ref": .text("#/components/responses/\(status == "429" ? "tooMany" : "problem")")])
            }
        }

        private static func security(_ owner: APIDescription, _ language: Language) -> JSONNode {
            [
                "bearer": ["type": "http", "scheme": "bearer", "description": .text(owner.text("http.api.bearer", language))],
                "session": [
                    "type": "apiKey", "in": "cookie", "name": .text(SessionCookie.name),
                    "description": .text(owner.text("http.api.session", language)),
                ],
                "csrf": [
                    "type": "apiKey", "in": "header", "name": "X-CSRF-Token",
                    "description": .text(owner.text("http.api.csrf", language)),
                ],
            ]
        }

        private static func parameters(_ owner: APIDescription, _ language: Language) -> JSONNode {
            let tables = owner.tableExtensions
            func parameter(_ name: String, _ place: String, _ key: String, _ schema: JSONNode) -> JSONNode {
                [
                    "name": .text(name), "in": .text(place), "required": false, "schema": schema,
                    "description": .text(owner.text("http.api.\(key)", language)),
                ]
            }
            return [
                "lang": parameter(
                    "lang", "query", "lang", ["type": "string", "enum": .texts(Language.allCases.map(\.rawValue))]),
                "format": parameter("format", "query", "format", ["type": "string", "enum": .texts(["json"] + tables)]),
                "prefer": parameter("Prefer", "header", "prefer", ["type": "string", "enum": ["respond-async"]]),
                "idempotencyKey": parameter(
                    "Idempotency-Key", "header", "idempotencyKey", ["type": "string", "minLength": 1, "maxLength": 255]),
                "ifMatch": parameter("If-Match", "header", "ifMatch", ["type": "string", "pattern": "^\"[0-9]{1,9}\"$"]),
            ]
        }

        private static func headers(_ owner: APIDescription, _ language: Language) -> JSONNode {
            let texts = [("Link", "link"), ("ETag", "etag"), ("Xuncha-Message", "message"), ("Retry-After", "retryAfter")]
            return .object(
                texts.map { name, key in
                    (
                        name,
                        [
                            "description": .text(owner.text("http.api.\(key)", language)),
                            "schema": ["type": .text(key == "retryAfter" ? "integer" : "string")],
                        ]
                    )
                })
        }

        private static let problem: JSONNode = [
            "type": "object", "required": ["type", "title", "status", "detail", "code", "rule", "errors"],
            "properties": [
                "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
                "detail": ["type": "string"],
                "code": ["type": "string"], "rule": ["type": "string"], "request": ["type": "string"],
                "document": ["type": "string"],
                "errors": [
                    "type": "array",
                    "items": [
                        "type": "object", "required": ["field", "rule", "message", "remedy"],
                        "properties": [
                            "field": ["type": ["string", "null"]], "rule": ["type": "string"], "message": ["type": "string"],
                            "remedy": ["type": "string"],
                        ],
                    ],
                ],
            ],
        ]

        private static let job: JSONNode = [
            "type": "object", "required": ["job", "operation", "state", "progress"],
            "properties": [
                "job": ["type": "string"], "operation": ["type": "string"],
                "state": ["type": "string", "enum": ["waiting", "running", "done", "refused"]],
                "progress": ["type": "object", "properties": ["done": ["type": "integer"], "of": ["type": "integer"]]],
                "status": ["type": "integer"], "result": ["type": "string"],
            ],
        ]

        /// Addresses beside the operations: who is signed in, jobs, files.
        static func fixedPaths(_ owner: APIDescription, _ language: Language) -> [(String, JSONNode)] {
            func get(_ key: String, _ content: JSONNode, parameters: [JSONNode] = []) -> JSONNode {
                [
                    "get": [
                        "operationId": .text("host.\(key)"), "summary": .text(owner.text("http.api.\(key)", language)),
                        "parameters": .list(parameters),
                        "responses": .object(
                            [("200", ["description": .text(owner.text("http.api.\(key)", language)), "content": content])]
                                + problems(everywhere)),
                    ]
                ]
            }
            let id: JSONNode = ["name": "id", "in": "path", "required": true, "schema": ["type": "string", "format": "uuid"]]
            let anything: JSONNode = ["*/*": ["schema": [:]]]
            return [
                ("/api/session", get("whoami", ["application/json": ["schema": ["type": "object"]]])),
                (
                    "/api/v1/jobs/{id}",
                    get("job", ["application/json": ["schema": ["$ref": "#/components/schemas/Job"]]], parameters: [id])
                ),
                ("/api/v1/jobs/{id}/result", get("jobResult", anything, parameters: [id])),
                ("/api/v1/documents/{id}", get("document", anything, parameters: [id])),
            ]
        }
    }

    extension APIDescription {
        /// Endings of the table formats, for `?format=`.
        var tableExtensions: [String] {
            registry.values(TableFormats.self).filter { $0.write != nil }.map(\.fileExtension).sorted()
        }
    }
#endif
