/// The fields of an input or of an object in it.
struct ObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let values: [String: InputValue]
    let decoder: InputDecoder
    private var notes: InputNotes { decoder.notes }

    init(values: [String: InputValue], decoder: InputDecoder) {
        self.values = values
        self.decoder = decoder
    }

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { values.keys.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { found(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { found(key) == nil }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        plain(key, or: "") { value throws(WrongValue) in try value.readText() }
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        plain(key, or: 0) { value throws(WrongValue) in try value.readInteger() }
    }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        plain(key, or: 0) { value throws(WrongValue) in try value.readDecimal() }
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        if notes.absentFlagsAreOff, found(key) == nil { return false }
        return plain(key, or: false) { value throws(WrongValue) in try value.readFlag() }
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try found(key).map { _ in try decode(type, forKey: key) }
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try found(key).map { _ in try decode(type, forKey: key) }
    }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        try found(key).map { _ in try decode(type, forKey: key) }
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try found(key).map { _ in try decode(type, forKey: key) }
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        guard let value = found(key) else { return try notes.missing(type, at: path(key)) }
        return try notes.value(type, value, at: path(key))
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try found(key).map { try notes.value(type, $0, at: path(key)) }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try superDecoder(forKey: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        InputDecoder(value: found(key) ?? .null, path: path(key), notes: notes, asked: AskedKeys())
    }

    private func path(_ key: Key) -> String { decoder.path(of: key.stringValue) }

    private func found(_ key: Key) -> InputValue? {
        decoder.asked.note(key.stringValue)
        guard let value = values[key.stringValue], !value.isMissing else { return nil }
        return value
    }

    private func plain<Value>(_ key: Key, or standIn: Value, _ read: (InputValue) throws(WrongValue) -> Value) -> Value {
        guard let value = found(key) else {
            notes.note("missing", path(key))
            return standIn
        }
        return notes.plain(value, at: path(key), or: standIn, read)
    }
}
