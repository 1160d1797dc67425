/// A reading function that remembers what it read, for cells that repeat a thousandfold.
///
/// Inlinable, as are the functions of ``RowReader`` that call it: an import asks it for every cell of every row.
public struct ReadOnce<Value: Sendable & Hashable> {
    @usableFromInline let read: (String) -> CellReading<Value>
    @usableFromInline var known: [String: CellReading<Value>] = [:]

    @inlinable public init(_ read: @escaping (String) -> CellReading<Value>) {
        self.read = read
    }

    @inlinable public mutating func callAsFunction(_ text: String) -> CellReading<Value> {
        if let reading = known[text] { return reading }
        let reading = read(text)
        known[text] = reading
        return reading
    }
}
