/// A reading function that remembers what it read, for cells that repeat a thousandfold.
public struct ReadOnce<Value: Sendable & Hashable> {
    private let read: (String) -> CellReading<Value>
    private var known: [String: CellReading<Value>] = [:]

    public init(_ read: @escaping (String) -> CellReading<Value>) {
        self.read = read
    }

    public mutating func callAsFunction(_ text: String) -> CellReading<Value> {
        if let reading = known[text] { return reading }
        let reading = read(text)
        known[text] = reading
        return reading
    }
}
