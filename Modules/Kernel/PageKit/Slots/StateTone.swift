import PluginKit

/// How a word of state looks: its own colour and sign, always beside the word.
public enum Tone: String, Sendable, CaseIterable {
    /// Not begun, withdrawn, archived.
    case quiet
    /// Somebody is working on it.
    case progress
    /// Somebody must act soon or has something to decide.
    case due
    /// Late, returned, refused.
    case late
    /// Finished.
    case done
}

/// The tone of one word, by its string key such as `itemStatus.closed`.
public struct StateTone: Sendable {
    public let word: String
    public let tone: Tone

    public init(_ word: String, _ tone: Tone) {
        self.word = word
        self.tone = tone
    }

    /// The tones of a vocabulary's words.
    public static func of(_ vocabulary: String, _ tones: [Tone: [String]]) -> [StateTone] {
        tones.flatMap { tone, codes in codes.map { StateTone("\(vocabulary).\($0)", tone) } }
    }
}

/// Slot for tones. Words without one are shown as plain text.
public enum StateTones: ContributionKind {
    public static let slot = "stateTones"
    public static func key(of value: StateTone) -> String { value.word }

    public static func problems(in contributions: [Contribution<StateTone>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { registry.strings.missing([$0.value.word], plugin: $0.plugin) }
    }
}
