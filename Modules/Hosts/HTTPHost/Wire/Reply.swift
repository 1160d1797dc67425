#if HTTPHost
    import Foundation
    import HTTPTypes
    import NIOCore
    import Operations

    /// What goes back.
    struct Reply: Sendable {
        var status: Int
        var headers: HTTPFields = [:]
        var body: ByteBuffer = ByteBuffer()
        /// What the request was about, for the log and the figures: an operation's name, `page`, `sign-in`.
        var label: String?
        /// Who asked, for the log.
        var account: String?

        static func text(_ text: String, status: Int = 200, type: String = "text/plain; charset=utf-8") -> Reply {
            Reply(status: status, headers: [.contentType: type], body: ByteBuffer(string: text))
        }

        static func html(_ html: String, status: Int = 200) -> Reply {
            text(html, status: status, type: "text/html; charset=utf-8")
        }
        static func json(_ json: String, status: Int = 200) -> Reply { text(json, status: status, type: "application/json") }

        static func json(_ json: ByteBuffer) -> Reply {
            Reply(status: 200, headers: [.contentType: "application/json"], body: json)
        }

        /// To another page; the browser gets it with GET.
        static func redirect(to path: String) -> Reply {
            Reply(status: 303, headers: [.location: path])
        }

        /// A file to save.
        static func document(_ document: Document) -> Reply {
            Reply(
                status: 200,
                headers: [.contentType: document.contentType, .contentDisposition: ContentDisposition.attachment(document.name)],
                body: ByteBuffer(bytes: document.data))
        }

        func labelled(_ label: String) -> Reply {
            var reply = self
            reply.label = label
            return reply
        }

        func adding(_ name: HTTPField.Name, _ value: String) -> Reply {
            var reply = self
            reply.headers.append(HTTPField(name: name, value: value))
            return reply
        }
    }

    /// The header that makes browsers save a file under its name, Chinese names too (RFC 6266, RFC 8187).
    enum ContentDisposition {
        static func attachment(_ name: String) -> String {
            let name = FileName.safe(name)
            let plain = String(name.map { $0.isASCII && $0 != "\"" && $0 != "\\" && $0 != "%" ? $0 : "_" })
            var allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: Unicode.Scalar(0)..."\u{7F}"))
            allowed.insert(charactersIn: "!#$&+-.^_`|~")
            let encoded = name.addingPercentEncoding(withAllowedCharacters: allowed) ?? plain
            return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
        }
    }

    extension HTTPField.Name {
        /// A name that is not among the usual ones.
        static func own(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }

        static let csrfToken = HTTPField.Name.own("X-CSRF-Token")
    }
#endif
