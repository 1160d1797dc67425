#if HTTPHost
    import Crypto
    import Foundation
    import HTTPTypes

    /// Protection against requests that another site makes a browser send.
    enum CSRF {
        /// The token of a session for one page. It looks different every time, so that compressed pages do not betray it.
        static func token(session: String) -> String {
            var generator = SystemRandomNumberGenerator()
            let mask = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            return encode(mask + zip(mask, secret(session)).map { $0 ^ $1 })
        }

        /// Whether a token was made for this session.
        static func isValid(_ token: String?, session: String) -> Bool {
            guard let bytes = token.flatMap(decode), bytes.count == 64 else { return false }
            return zip(zip(bytes.prefix(32), bytes.suffix(32)), secret(session)).reduce(into: UInt8(0)) {
                $0 |= $1.0.0 ^ $1.0.1 ^ $1.1
            } == 0
        }

        /// Whether a request comes from our own pages, as far as the browser says: browsers that say nothing pass, others must name us.
        static func isSameOrigin(_ call: Call) -> Bool {
            if let site = call.headers[.fetchSite], site != "same-origin", site != "none" { return false }
            guard let origin = call.headers[.origin] else { return true }
            return origin == call.client.origin
        }

        private static func secret(_ session: String) -> [UInt8] {
            Array(HMAC<SHA256>.authenticationCode(for: Data("xuncha.csrf".utf8), using: SymmetricKey(data: Data(session.utf8))))
        }

        private static func encode(_ bytes: [UInt8]) -> String {
            Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }

        private static func decode(_ text: String) -> [UInt8]? {
            let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
            return Data(base64Encoded: base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)).map { Array($0) }
        }
    }

    extension HTTPField.Name {
        static let fetchSite = HTTPField.Name.own("Sec-Fetch-Site")
    }
#endif
