/// Decodes an input from a value tree. What is wrong goes into the notes instead of stopping at the first fault.
struct InputDecoder: Decoder {
    let value: InputValue
    let path: String
    let notes: InputNotes
    let asked: AskedKeys

    // Paths are kept by ourselves: they count list positions from one, as people do.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(ObjectContainer(values: try value.readObject(), decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        ListContainer(values: try value.readList(), decoder: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleContainer(decoder: self) }

    func path(of name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}

/// One value by itself. A wrong one is thrown, so that the type around it decides what its fault is called.
private struct SingleContainer: SingleValueDecodingContainer {
    let decoder: InputDecoder
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { decoder.value == .null }
    func decode(_ type: String.Type) throws -> String { try decoder.value.readText() }
    func decode(_ type: Int.Type) throws -> Int { try decoder.value.readInteger() }
    func decode(_ type: Bool.Type) throws -> Bool { try decoder.value.readFlag() }
    func decode(_ type: Double.Type) throws -> Double { try decoder.value.readDecimal() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try Value(from: decoder)
    }
}

private struct ListContainer: UnkeyedDecodingContainer {
    let values: [InputValue]
    let decoder: InputDecoder
    var currentIndex = 0

    init(values: [InputValue], decoder: InputDecoder) {
        self.values = values
        self.decoder = decoder
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    private mutating func next() throws -> (InputValue, path: String) {
        guard !isAtEnd else { throw WrongValue("list") }
        defer { currentIndex += 1 }
        return (values[currentIndex], decoder.path(of: "\(currentIndex + 1)"))
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, values[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (value, path) = try next()
        return try decoder.notes.value(type, value, at: path)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try superDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try superDecoder().unkeyedContainer() }

    mutating func superDecoder() throws -> any Decoder {
        let (value, path) = try next()
        return InputDecoder(value: value, path: path, notes: decoder.notes, asked: AskedKeys())
    }
}
