import Foundation
import PluginKit

extension InputNotes {
    /// A file: read from the path a word gives, or from `{"name": …, "data": BASE64}`.
    func upload(_ value: InputValue, at path: String) -> Upload {
        let nothing = Upload(name: "", data: Data())
        switch value {
        case .object(let parts):
            guard let name = parts["name"], let data = parts["data"] else { break }
            return Upload(
                name: plain(name, at: "\(path).name", or: "") { value throws(WrongValue) in try value.readText() },
                data: self.data(data, at: "\(path).data"))
        case .words, .text:
            guard let readUpload, let place = try? value.readText() else { break }
            do {
                return try readUpload(place)
            } catch let error as any UserFacingError {
                add(error, at: path)
            } catch {
                note("unreadableFile", path, ["path": .text(place)])
            }
            return nothing
        default: break
        }
        note("upload", path)
        return nothing
    }

    /// Bytes written in base64.
    func data(_ value: InputValue, at path: String) -> Data {
        if let text = try? value.readText(), let data = Data(base64Encoded: text) { return data }
        note("upload", path)
        return Data()
    }

    /// One of a closed set of words, by its code or by its label in any language; nil when the type is no such set.
    func choice<Value>(_ type: Value.Type, _ value: InputValue, at path: String) throws -> Value? {
        guard let choice = type as? any Choice.Type else { return nil }
        func find<C: Choice>(_ choice: C.Type) -> C? {
            let typed = (try? value.readText().lowercased()) ?? ""
            if let found = C.allCases.first(where: { names(of: $0).contains(typed) }) { return found }
            let choices = C.allCases.map { shown($0) }.joined(separator: ", ")
            note("choice", path, ["value": .text(value.shown), "choices": .text(choices)])
            return C.allCases.first
        }
        return find(choice) as? Value
    }

    /// A role by its label. Roles are an open set: any other text is left to the operation as a code.
    func role(_ value: InputValue) -> Role? {
        guard let text = try? value.readText() else { return nil }
        if let role = Role.all.first(where: { $0.rawValue == text }) { return role }
        let typed = text.lowercased()
        return Role.all.first { role in
            let code = role.rawValue
            return code.lowercased() == typed
                || Language.allCases.contains { strings?.text("role.\(code)", in: $0)?.lowercased() == typed }
        }
    }

    private func names<C: Choice>(of choice: C) -> [String] {
        [choice.rawValue.lowercased()]
            + Language.allCases.compactMap { strings?.text("\(C.vocabulary).\(choice.rawValue)", in: $0)?.lowercased() }
    }

    private func shown<C: Choice>(_ choice: C) -> String {
        let label = strings?.text("\(C.vocabulary).\(choice.rawValue)", in: language)
        return label.map { "\(choice.rawValue) (\($0))" } ?? choice.rawValue
    }
}
