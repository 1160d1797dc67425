#if HTTPHost
    import Foundation

    /// Media types and what a client likes of them (RFC 9110).
    enum MediaRange {
        /// `text/csv` of `Text/CSV; charset=utf-8`.
        static func name(of type: String) -> String {
            (type.split(separator: ";").first ?? "").trimmingCharacters(in: .whitespaces).lowercased()
        }

        /// A parameter of a type, without its quotes.
        static func parameter(_ name: String, of type: String) -> String? {
            for part in type.split(separator: ";").dropFirst() {
                let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                guard pair.count == 2, pair[0].lowercased() == name else { continue }
                let value = pair[1]
                return value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"")
                    ? String(value.dropFirst().dropLast()) : value
            }
            return nil
        }

        /// Which of the offers a client likes best; the first where it does not say. Nil when it takes none of them.
        static func best(_ accept: String?, of offers: [String]) -> Int? {
            guard let accept, !accept.trimmingCharacters(in: .whitespaces).isEmpty else { return offers.isEmpty ? nil : 0 }
            let wishes = accept.split(separator: ",").map(Wish.init)
            let likings = offers.map { offer in
                let fitting = wishes.filter { $0.covers(offer) }
                return fitting.max { $0.precision < $1.precision }?.quality ?? 0
            }
            guard let best = likings.max(), best > 0 else { return nil }
            return likings.firstIndex(of: best)
        }

        /// Whether a client names a type itself instead of taking anything.
        static func isNamed(_ accept: String?, _ type: String) -> Bool {
            (accept ?? "").split(separator: ",").contains { name(of: String($0)) == type }
        }

        private struct Wish {
            var range: String
            var quality: Double

            init(_ text: Substring) {
                range = MediaRange.name(of: String(text))
                quality = MediaRange.parameter("q", of: String(text)).flatMap { Double($0) } ?? 1
            }

            var precision: Int { range == "*/*" ? 0 : range.hasSuffix("/*") ? 1 : 2 }

            func covers(_ offer: String) -> Bool {
                switch precision {
                case 0: true
                case 1: offer.hasPrefix(range.dropLast())
                default: offer == range
                }
            }
        }
    }
#endif
