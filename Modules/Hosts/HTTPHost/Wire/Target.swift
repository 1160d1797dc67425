#if HTTPHost
    import Foundation

    /// The address of a request, taken apart.
    struct Target {
        var path: String
        var query: [(name: String, value: String)]

        /// Nil for an address that is malformed: broken percent signs, bytes that are no UTF-8, or a zero byte.
        init?(_ raw: String) {
            let parts = raw.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, first.hasPrefix("/"), let path = String(first).removingPercentEncoding,
                !path.contains("\0")
            else { return nil }
            self.path = path
            guard let pairs = URLEncoded.pairs(parts.count > 1 ? parts[1] : "") else { return nil }
            query = pairs
        }
    }

    /// `application/x-www-form-urlencoded`.
    enum URLEncoded {
        /// The fields in their order; nil when a percent sign or the text behind it is malformed.
        static func pairs(_ text: Substring) -> [(name: String, value: String)]? {
            var pairs: [(name: String, value: String)] = []
            for part in text.split(separator: "&") {
                let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = decode(pair[0]), let value = decode(pair.count > 1 ? pair[1] : "") else { return nil }
                pairs.append((name, value))
            }
            return pairs
        }

        static func encode(_ pairs: [(name: String, value: String)]) -> String {
            pairs.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
        }

        static func encode(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
        }

        private static let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

        private static func decode(_ text: Substring) -> String? {
            guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else { return String(text) }
            guard let decoded = text.replacing("+", with: " ").removingPercentEncoding, !decoded.contains("\0") else {
                return nil
            }
            return decoded
        }
    }
#endif
