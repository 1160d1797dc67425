import PluginKit

/// Learns the shape of an input type by decoding it once from a decoder that answers everything and takes notes.
enum SchemaLearner {
    static func fields<Input: Decodable>(of type: Input.Type) -> [Field] {
        let notes = Notes()
        _ = try? Input(from: RecordingDecoder(notes: notes))
        return notes.fields
    }

    /// Why the shape of an input cannot be learnt to its end; nil when it can.
    static func failure<Input: Decodable>(of type: Input.Type) -> String? {
        let notes = Notes()
        do {
            _ = try Input(from: RecordingDecoder(notes: notes))
            return unknownField(in: notes.fields)
        } catch DecodingError.dataCorrupted(let context) {
            return context.debugDescription
        } catch {
            return "\(error)"
        }
    }

    private static func unknownField(in fields: [Field]) -> String? {
        for field in fields {
            guard case .object(let inner) = field.kind else { continue }
            if inner.isEmpty { return "no fields in \(field.name)" }
            if let found = unknownField(in: inner) { return found }
        }
        return nil
    }

    final class Notes {
        var fields: [Field] = []
    }

    /// The kind of a value type, and a value of it that decodes.
    static func describe<Value: Decodable>(_ type: Value.Type) -> (kind: FieldKind, sample: Value?) {
        if let text = type as? any InputText.Type { return (text.fieldKind, text.sample as? Value) }
        if let choice = type as? any Choice.Type { return choiceKind(choice, as: type) }
        switch type {
        case is String.Type: return (.text, "" as? Value)
        case is Int.Type: return (.integer, 0 as? Value)
        case is Double.Type: return (.decimal, 0.0 as? Value)
        case is Bool.Type: return (.flag, false as? Value)
        default:
            let notes = Notes()
            let sample = try? Value(from: RecordingDecoder(notes: notes))
            return (.object(notes.fields), sample)
        }
    }

    private static func choiceKind<Value>(_ choice: any Choice.Type, as type: Value.Type) -> (FieldKind, Value?) {
        func open<C: Choice>(_ choice: C.Type) -> (FieldKind, Value?) {
            let cases = Array(C.allCases)
            return (.choice(vocabulary: C.vocabulary, codes: cases.map(\.rawValue)), cases.first as? Value)
        }
        return open(choice)
    }
}

/// An array type seen without knowing its element.
private protocol ArrayType {
    static func describeElement() -> (kind: FieldKind, sample: Any)
}

extension Array: ArrayType where Element: Decodable {
    static func describeElement() -> (kind: FieldKind, sample: Any) {
        let element = SchemaLearner.describe(Element.self)
        return (element.kind, [Element]())
    }
}

private struct RecordingDecoder: Decoder {
    let notes: SchemaLearner.Notes
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RecordingContainer<Key>(notes: notes))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unsupported("a bare array") }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw unsupported("a bare value") }

    private func unsupported(_ what: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "an input cannot be \(what)"))
    }
}

private struct RecordingContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let notes: SchemaLearner.Notes
    let codingPath: [any CodingKey] = []
    let allKeys: [Key] = []

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try note(type, key, isOptional: false)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try note(type, key, isOptional: true)
    }

    // Codable's synthesised code calls these for the standard types; they need no look at the type at run time.
    func decode(_ type: String.Type, forKey key: Key) throws -> String { plain(.text, "", key) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { plain(.integer, 0, key) }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { plain(.flag, false, key) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { plain(.decimal, 0, key) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { plain(.text, "", key, isOptional: true) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { plain(.integer, 0, key, isOptional: true) }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { plain(.flag, false, key, isOptional: true) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { plain(.decimal, 0, key, isOptional: true) }

    private func plain<Value>(_ kind: FieldKind, _ sample: Value, _ key: Key, isOptional: Bool = false) -> Value {
        notes.fields.append(Field(name: key.stringValue, kind: kind, isOptional: isOptional, isMany: false))
        return sample
    }

    private func note<Value: Decodable>(_ type: Value.Type, _ key: Key, isOptional: Bool) throws -> Value {
        var kind: FieldKind
        var sample: Value?
        var isMany = false
        if let array = type as? any ArrayType.Type {
            isMany = true
            let element = array.describeElement()
            kind = element.kind
            sample = element.sample as? Value
        } else {
            (kind, sample) = SchemaLearner.describe(type)
        }
        var field = Field(name: key.stringValue, kind: kind, isOptional: isOptional, isMany: isMany)
        field.isSecret = type == Secret.self
        notes.fields.append(field)
        guard let sample else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "no sample for \(type)")
        }
        return sample
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        throw DecodingError.dataCorruptedError(
            forKey: key, in: self, debugDescription: "nested containers are not used by inputs")
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw DecodingError.dataCorruptedError(
            forKey: key, in: self, debugDescription: "nested containers are not used by inputs")
    }

    func superDecoder() throws -> any Decoder { RecordingDecoder(notes: notes) }
    func superDecoder(forKey key: Key) throws -> any Decoder { RecordingDecoder(notes: notes) }
}
