#if HTTPHost
    import Foundation
    import Operations

    /// Puts the parts of a `multipart/form-data` body together to a form.
    struct MultipartReader {
        /// The most parts a form may have, and the most bytes of one that is no file.
        static let mostParts = 1000
        static let longestField = 1 << 20

        private var parser: MultipartParser
        private var form = SentForm()
        private var part: Part?
        private var count = 0

        /// Nil for a content type without a boundary.
        init?(contentType: String) {
            guard let boundary = MediaRange.parameter("boundary", of: contentType),
                let parser = MultipartParser(boundary: boundary)
            else {
                return nil
            }
            self.parser = parser
        }

        /// - Throws: `BodyFault`.
        mutating func feed(_ bytes: some Sequence<UInt8>) throws {
            for event in try parser.feed(bytes) { try take(event) }
        }

        /// The whole form.
        /// - Throws: `BodyFault.malformed` when the closing boundary is missing.
        consuming func finish() throws -> SentForm {
            guard parser.isComplete else { throw BodyFault.malformed }
            return form
        }

        private mutating func take(_ event: MultipartParser.Event) throws {
            switch event {
            case .part(let lines):
                count += 1
                guard count <= Self.mostParts else { throw BodyFault.tooLarge(limit: Self.mostParts) }
                part = try Part(lines)
            case .data(let bytes):
                guard var current = part else { return }
                part = nil
                current.data.append(contentsOf: bytes)
                guard current.fileName != nil || current.data.count <= Self.longestField else {
                    throw BodyFault.tooLarge(limit: Self.longestField)
                }
                part = current
            case .end:
                if let part { try keep(part) }
                part = nil
            }
        }

        private mutating func keep(_ part: Part) throws {
            guard let fileName = part.fileName else {
                guard let text = String(data: part.data, encoding: .utf8) else { throw BodyFault.malformed }
                form.fields[part.name, default: []].append(text)
                return
            }
            // A file input that was left empty comes as a file without name and content.
            guard !fileName.isEmpty || !part.data.isEmpty else { return }
            form.uploads[part.name, default: []].append(Upload(name: FileName.safe(fileName), data: part.data))
        }

        private struct Part {
            var name: String
            var fileName: String?
            var data = Data()

            init(_ lines: [String]) throws {
                let prefix = "content-disposition:"
                guard let line = lines.first(where: { $0.lowercased().hasPrefix(prefix) }) else { throw BodyFault.malformed }
                let parameters = Self.parameters(line.dropFirst(prefix.count))
                guard let name = parameters["name"] else { throw BodyFault.malformed }
                self.name = name
                fileName = parameters["filename"]
            }

            /// The parameters of a header, with quotes and escapes taken away.
            private static func parameters(_ header: Substring) -> [String: String] {
                var parameters: [String: String] = [:]
                var rest = header.drop { $0 != ";" }
                while rest.first == ";" {
                    rest = rest.dropFirst()
                    let name = rest.prefix { $0 != "=" && $0 != ";" }
                    rest = rest.dropFirst(name.count)
                    guard rest.first == "=" else { continue }
                    rest = rest.dropFirst()
                    parameters[name.trimmingCharacters(in: .whitespaces).lowercased()] = value(&rest)
                    rest = rest.drop { $0 != ";" }
                }
                return parameters
            }

            private static func value(_ rest: inout Substring) -> String {
                guard rest.first == "\"" else {
                    let plain = rest.prefix { $0 != ";" }
                    rest = rest.dropFirst(plain.count)
                    return plain.trimmingCharacters(in: .whitespaces)
                }
                rest = rest.dropFirst()
                var value = ""
                while let character = rest.popFirst(), character != "\"" {
                    value.append(character == "\\" && rest.first == "\"" ? rest.removeFirst() : character)
                }
                return value.replacing("%22", with: "\"").replacing("%0D%0A", with: "\n")
            }
        }
    }
#endif
