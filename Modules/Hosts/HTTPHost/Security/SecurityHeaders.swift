#if HTTPHost
    import HTTPTypes

    /// Headers that every answer carries.
    enum SecurityHeaders {
        /// Nothing from elsewhere, nothing inline, no frames.
        static let contentPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

        static func add(to headers: inout HTTPFields, isSecure: Bool) {
            headers[.contentSecurityPolicy] = contentPolicy
            headers[.xContentTypeOptions] = "nosniff"
            for (name, value) in more { headers[name] = value }
            if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
            if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        }

        private static let more: [(HTTPField.Name, String)] = [
            ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }
#endif
