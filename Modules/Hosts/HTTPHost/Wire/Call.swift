#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import PageKit
    import PluginKit

    /// One request as the rest of the host sees it: read, parsed, and free of any web server.
    struct Call: Sendable {
        var method: HTTPRequest.Method
        /// Percent-decoded, without the query.
        var path: String
        /// In the order of the address, decoded.
        var query: [(name: String, value: String)]
        var headers: HTTPFields
        var body: CallBody = .none
        var client: Client
        /// Told to the person where something goes wrong, and in every line of the log.
        var id: String

        /// The cookies, by name; of two with one name the first, as browsers put the more special one first.
        var cookies: [String: String] {
            let pairs = (headers[.cookie] ?? "").split(separator: ";").compactMap { part -> (String, String)? in
                let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard pair.count == 2 else { return nil }
                return (pair[0].trimmingCharacters(in: .whitespaces), pair[1].trimmingCharacters(in: .whitespaces))
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }

        /// What the address says under a name, first.
        func query(_ name: String) -> String? { query.first { $0.name == name }?.value }

        /// The language asked for: by the address, otherwise by the browser, otherwise Chinese.
        var language: Language {
            if let name = query("lang"), let language = try? Language(named: name) { return language }
            return LanguageHeader.preferred(headers[.acceptLanguage])
        }

        /// Whether it asks for a change; GET and HEAD do not.
        var isWrite: Bool { method != .get && method != .head }
    }

    /// What came with a request.
    enum CallBody: Sendable {
        case none
        case json(Data)
        case form(SentForm)
        /// Something whose type nobody here reads.
        case foreign(type: String)
    }

    /// A form as it was sent.
    struct SentForm: Sendable {
        var fields: [String: [String]] = [:]
        var uploads: [String: [Upload]] = [:]

        subscript(name: String) -> String? { fields[name]?.first }
    }

    /// `Accept-Language`.
    enum LanguageHeader {
        /// The language that is liked best of those we have.
        static func preferred(_ header: String?) -> Language {
            let wishes = (header ?? "").split(separator: ",").compactMap { part -> (Language, Double)? in
                let pieces = part.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
                guard let name = pieces.first, let language = try? Language(named: name) else { return nil }
                let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
                return (language, quality ?? 1)
            }
            let best = wishes.max { $0.1 < $1.1 }
            return wishes.first { $0.1 == best?.1 && $0.1 > 0 }?.0 ?? .zhHans
        }
    }
#endif
