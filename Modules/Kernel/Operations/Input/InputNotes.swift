import Foundation
import Persistence
import PluginKit

/// What is wrong with an input, collected while it is decoded; decoding goes on with stand-ins so that everything is found.
final class InputNotes {
    private(set) var refusals: [Refusal] = []
    let strings: StringCatalogue?
    let readUpload: ((String) throws -> Upload)?
    /// In which language choices are listed.
    let language: Language

    /// A flag that is not there is off, as on a command line; JSON has to say it.
    let absentFlagsAreOff: Bool

    init(
        strings: StringCatalogue?, readUpload: ((String) throws -> Upload)?, language: Language = .zhHans,
        absentFlagsAreOff: Bool = false
    ) {
        self.language = language
        self.strings = strings
        self.absentFlagsAreOff = absentFlagsAreOff
        self.readUpload = readUpload
    }

    /// Nothing can stand in for a value; what was found so far is reported.
    struct NoStandIn: Error {}

    /// Decodes a whole input.
    /// - Throws: every refusal at once.
    func input<Input: Decodable>(_ type: Input.Type, from value: InputValue) throws -> Input {
        let input = try? self.value(type, value, at: "")
        if refusals.count > 1 { throw Refusals(refusals) }
        if let refusal = refusals.first { throw refusal }
        guard let input else { throw Rule.invalid.refused() }
        return input
    }

    func note(_ variant: String, _ path: String, _ arguments: [String: Message.Argument] = [:]) {
        refusals.append(Rule.invalid.refused(variant, field: path.isEmpty ? nil : path, arguments))
    }

    /// Takes over what was refused elsewhere; it is about the field at the path unless it names one.
    func add(_ error: any UserFacingError, at path: String) {
        refusals += error.refusals.map { refusal in
            var refusal = refusal
            refusal.field = refusal.field ?? (path.isEmpty ? nil : path)
            return refusal
        }
    }

    /// Reads a plain value; a wrong one is noted and replaced.
    func plain<Value>(_ value: InputValue, at path: String, or standIn: Value, _ read: (InputValue) throws(WrongValue) -> Value)
        -> Value
    {
        do {
            return try read(value)
        } catch {
            note(error.variant, path, ["value": .text(value.shown)])
            return standIn
        }
    }

    /// Decodes a value of any type; a wrong one is noted and replaced.
    func value<Value: Decodable>(_ type: Value.Type, _ value: InputValue, at path: String) throws -> Value {
        if type == Upload.self, let upload = upload(value, at: path) as? Value { return upload }
        if type == Data.self, let data = data(value, at: path) as? Value { return data }
        if type == Role.self, let role = role(value) as? Value { return role }
        let asked = AskedKeys()
        do {
            let result = try Value(from: InputDecoder(value: value, path: path, notes: self, asked: asked))
            refuseUnknown(value, asked, path)
            return result
        } catch let error as any UserFacingError {
            add(error, at: path)
        } catch let error as WrongValue {
            note(error.variant, path, ["value": .text(value.shown)])
        } catch is DecodingError {
            if let choice = try choice(type, value, at: path) { return choice }
            note(Self.variant(type), path, ["value": .text(value.shown)])
        }
        return try standIn(type)
    }

    /// Notes that a value is missing and replaces it.
    func missing<Value: Decodable>(_ type: Value.Type, at path: String) throws -> Value {
        note("missing", path)
        return try standIn(type)
    }

    private func standIn<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let silent = InputNotes(strings: nil, readUpload: nil)
        let empty = InputDecoder(value: .list([]), path: "", notes: silent, asked: AskedKeys())
        if let value = InputSample.of(type) ?? (try? Value(from: empty)) { return value }
        throw NoStandIn()
    }

    private func refuseUnknown(_ value: InputValue, _ asked: AskedKeys, _ path: String) {
        guard case .object(let values) = value else { return }
        let known = asked.names
        for name in values.keys.sorted() where !known.contains(name) {
            let field = path.isEmpty ? name : "\(path).\(name)"
            note("unknownField", field, ["name": .text(name), "known": .text(known.joined(separator: ", "))])
        }
    }

    private static func variant(_ type: Any.Type) -> String {
        if type == CalendarDate.self { return "date" }
        return type == UniqueID.self ? "id" : "value"
    }
}

/// The keys a type asked for while it was decoded, in order.
final class AskedKeys {
    private(set) var names: [String] = []

    func note(_ name: String) {
        if !names.contains(name) { names.append(name) }
    }
}
