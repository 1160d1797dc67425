import PluginKit

/// What the text of a cell turned out to be. Nothing is guessed: a doubtful cell is a question, not a value.
public enum CellReading<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The cell holds nothing but spaces.
    case empty
    /// The value, written the way we write it.
    case value(Value)
    /// The value is certain and was written another way; the message says what was changed.
    case normalised(Value, Message)
    /// The text can mean one of several things, or one that somebody must confirm; the message asks.
    /// The likeliest comes first; there may be none.
    case ambiguous([Value], Message)
    /// The text is no such value; the message says why.
    case invalid(Message)

    /// The value where it is certain.
    @inlinable public var certain: Value? {
        switch self {
        case .value(let value), .normalised(let value, _): value
        case .empty, .ambiguous, .invalid: nil
        }
    }

    /// What there is to say about the cell; nil when it is empty or written well.
    @inlinable public var message: Message? {
        switch self {
        case .empty, .value: nil
        case .normalised(_, let message), .ambiguous(_, let message), .invalid(let message): message
        }
    }

    /// How grave what there is to say is; nil when there is nothing.
    @inlinable public var severity: RowFault.Severity? {
        switch self {
        case .empty, .value: nil
        case .normalised: .normalised
        case .ambiguous: .question
        case .invalid: .refused
        }
    }

    /// The same reading with its values turned into others; a value that has no counterpart is dropped from the candidates,
    /// and a certain one without counterpart becomes `invalid` with the message given.
    public func map<Other>(otherwise: Message, _ transform: (Value) -> Other?) -> CellReading<Other> {
        switch self {
        case .empty: .empty
        case .value(let value): transform(value).map { .value($0) } ?? .invalid(otherwise)
        case .normalised(let value, let message):
            transform(value).map { .normalised($0, message) } ?? .invalid(otherwise)
        case .ambiguous(let values, let message): .ambiguous(values.compactMap(transform), message)
        case .invalid(let message): .invalid(message)
        }
    }
}
