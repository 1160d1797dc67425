#if HTTPHost
    import Foundation
    import HTTPTypes
    import HostKit
    import Operations
    import PluginKit

    /// The input of an operation as a request carries it.
    struct InputSource {
        /// Names in an address that are the host's own.
        static let ownNames: Set<String> = ["lang", "format"]

        let call: Call
        let facts: OperationTable.Facts
        let strings: StringCatalogue

        /// - Throws: 415 for a body of an unknown type, 422 for an `If-Match` that is none or contradicts the body.
        func source() throws -> any DecodableSource {
            let version = try matchedVersion()
            switch call.body {
            case .json(let data):
                return JSONSource(
                    try version.map { try Self.adding($0, to: data) } ?? data, strings: strings, language: call.language)
            case .form(let form): return words(form.fields, form.uploads, version)
            case .foreign(let type): throw HTTPRefusal.foreignBody(type)
            case .none where call.isWrite:
                return JSONSource(
                    Data("{\(version.map { "\"version\":\($0)" } ?? "")}".utf8), strings: strings, language: call.language)
            case .none: return words(Dictionary(grouping: call.query, by: \.name).mapValues { $0.map(\.value) }, [:], nil)
            }
        }

        private func words(_ fields: [String: [String]], _ uploads: [String: [Upload]], _ version: Int?) -> WordsSource {
            var words = fields.filter { !Self.ownNames.contains($0.key) && $0.key != Self.csrfField && $0.key != Self.onceField }
            // What a form leaves empty was left out.
            words = words.mapValues { $0.filter { !$0.isEmpty } }.filter { !$0.value.isEmpty }
            if let version, words["version"] == nil { words["version"] = ["\(version)"] }
            var files: [String: Upload] = [:]
            for (name, list) in uploads {
                let marks = list.indices.map { "\(name) \($0)" }
                words[name] = marks
                for (mark, upload) in zip(marks, list) { files[mark] = upload }
            }
            return WordsSource(words, strings: strings, language: call.language) { [files] mark in
                guard let upload = files[mark] else { throw Rule.invalid.refused("upload") }
                return upload
            }
        }

        static let csrfField = "_csrf"
        static let onceField = "_once"

        /// The version that `If-Match: "3"` names.
        private func matchedVersion() throws -> Int? {
            guard call.isWrite, let header = call.headers[.ifMatch], header != "*" else { return nil }
            let digits = header.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
            guard facts.takesVersion, let version = Int(digits) else {
                throw Rule.invalid.refused("ifMatch", field: "If-Match", ["value": .text(header)])
            }
            return version
        }

        /// Puts the version into an object that does not name one itself; what is no object is left for others to refuse.
        private static func adding(_ version: Int, to data: Data) throws -> Data {
            guard var object = try? JSONSerialization.jsonObject(with: data) as? [String: Any], object["version"] == nil else {
                return data
            }
            object["version"] = version
            return try JSONSerialization.data(withJSONObject: object)
        }
    }
#endif
