#if HTTPHost
    import HTTPTypes

    /// The cookie that holds a session's secret. Over HTTPS its name binds it to this very host.
    enum SessionCookie {
        static let name = "xuncha_session"
        static let secureName = "__Host-xuncha_session"

        static func token(in call: Call) -> String? {
            call.cookies[call.client.isSecure ? secureName : name]
        }

        /// The header value that sets it; it lasts as long as the browser is open.
        static func setting(_ token: String, for client: Client) -> String {
            "\(client.isSecure ? secureName : name)=\(token); Path=/; HttpOnly; SameSite=Lax\(client.isSecure ? "; Secure" : "")"
        }

        /// The header value that takes it away.
        static func clearing(for client: Client) -> String {
            setting("", for: client) + "; Max-Age=0"
        }
    }
#endif
