#if HTTPHost
    import Foundation
    import HTTPTypes
    import HostKit
    import Interchange
    import NIOCore
    import Operations
    import Persistence
    import PluginKit

    /// Answers of operations in the form a client asks for: JSON, a table format, or the file that was made.
    struct AnswerReply: Sendable {
        let registry: Registry
        let shelf: DocumentShelf
        let time: TimeSource
        /// The formats that can be written, each with the name of its media type.
        private let tables: [(type: String, format: TableFormat)]

        private static let json = "application/json"

        init(registry: Registry, time: TimeSource) {
            self.registry = registry
            self.time = time
            shelf = DocumentShelf(time: time)
            tables = registry.values(TableFormats.self).filter { $0.write != nil }
                .map { (MediaRange.name(of: $0.contentType), $0) }
        }

        /// What a client may get, the usual first.
        func offers(for answer: Answer) -> [String] {
            var offers = [Self.json]
            if let document = answer.document { offers.append(MediaRange.name(of: document.contentType)) }
            if answer.shape != .sentence { offers += tables.map(\.type) }
            return offers
        }

        /// - Throws: 406 when the client takes nothing of what there is.
        func reply(_ answer: Answer, _ operation: AnyOperation, _ call: Call, account: String) throws -> Reply {
            let text = ValueText(strings: registry.strings, language: call.language)
            var reply = try body(answer, operation, call, text, account)
            reply.headers[.vary] = "Accept, Accept-Language, Cookie, Authorization"
            if let next = answer.next {
                reply.headers.append(HTTPField(name: .link, value: "<\(Self.next(call, next))>; rel=\"next\""))
            }
            if let version = Self.version(answer) { reply.headers[.eTag] = "\"\(version)\"" }
            if let sentence = answer.sentence, answer.shape != .sentence, let name = HTTPField.Name("Xuncha-Message") {
                reply.headers[name] = URLEncoded.encode(text.sentence(sentence))
            }
            return reply
        }

        private func body(
            _ answer: Answer, _ operation: AnyOperation, _ call: Call, _ text: ValueText, _ account: String
        ) throws -> Reply {
            let accept = wish(call)
            // A file that was made is the answer, unless the client names JSON.
            if let document = answer.document, !MediaRange.isNamed(accept, Self.json) {
                let isTaken = MediaRange.best(accept, of: [MediaRange.name(of: document.contentType)]) != nil
                if isTaken { return .document(document) }
            }
            let offers = offers(for: answer)
            guard let choice = MediaRange.best(accept, of: offers) else { throw HTTPRefusal.notAcceptable(offers) }
            if offers[choice] == Self.json { return json(answer, text, account) }
            if let document = answer.document, MediaRange.name(of: document.contentType) == offers[choice] {
                return .document(document)
            }
            guard let format = tables.first(where: { $0.type == offers[choice] })?.format, let write = format.write
            else { throw HTTPRefusal.notAcceptable(offers) }
            let writer = PaperWriter(registry, in: text.language, now: Instant(time.now()))
            return .document(try file(answer, operation, format, write, writer))
        }

        /// A table as a file. What says something about itself to people would be one row more to a program that reads CSV.
        private func file(
            _ answer: Answer, _ operation: AnyOperation, _ format: TableFormat, _ write: TableFormat.Write, _ writer: PaperWriter
        ) throws -> Document {
            let name = "\(operation.name.text).\(format.fileExtension)"
            let table = writer.table(writer.text.text(operation.name.text), answer)
            guard format.fileExtension == CSV.format.fileExtension else { return try writer.document(table, Paper(), as: name) }
            return Document(name: name, contentType: format.contentType, data: try write(table))
        }

        /// What the client takes; `?format=csv` goes before its header.
        private func wish(_ call: Call) -> String? {
            guard let name = call.query("format") else { return call.headers[.accept] }
            return tables.first { $0.format.fileExtension == name }?.type ?? Self.json
        }

        private func json(_ answer: Answer, _ text: ValueText, _ account: String) -> Reply {
            var reply: Reply
            if answer.shape == .sentence {
                let message: JSONNode = answer.sentence.map { ["message": .text(text.sentence($0))] } ?? [:]
                reply = .json(message.encoded)
            } else {
                reply = .json(ByteBuffer(bytes: AnswerJSON(text).bytes(answer)))
            }
            if let document = answer.document {
                let path = shelf.keep(document, for: account)
                reply.headers.append(HTTPField(name: .link, value: "<\(path)>; rel=\"enclosure\""))
            }
            return reply
        }

        /// The address of the next page: the same filters, another start.
        private static func next(_ call: Call, _ mark: String) -> String {
            let pairs = call.query.filter { $0.name != "after" } + [("after", mark)]
            return "\(call.path)?\(URLEncoded.encode(pairs))"
        }

        /// The version of a record, for `If-Match`.
        private static func version(_ answer: Answer) -> Int? {
            guard answer.shape == .record, let column = answer.columns.firstIndex(of: "version"),
                case .integer(let version)? = answer.rows.first?[column]
            else { return nil }
            return version
        }
    }

    extension HTTPField.Name {
        static let link = HTTPField.Name.own("Link")
    }
#endif
