import Operations
import PluginKit

/// 专业方向: what a course belongs to. The list is open; its title is the string `track.CODE`.
public struct Track: Sendable {
    /// `audit`
    public let code: String
    package let area: ContentArea
    /// Whether it is the general one, for beginners.
    public let isGeneral: Bool

    /// - Parameter isDiscipline: whether its courses are about 纪律监督 rather than 巡察工作.
    public init(_ code: String, isDiscipline: Bool = false, isGeneral: Bool = false) {
        self.code = code
        area = isDiscipline ? .discipline : .inspection
        self.isGeneral = isGeneral
    }

    package var value: Value { Track.value(code) }
    package static func value(_ code: String) -> Value { .word(code: code, key: "track.\(code)") }

    /// Those of the district (domain 4.22).
    static let standard = [
        Track("general", isGeneral: true), Track("supervision", isDiscipline: true), Track("audit"), Track("inspection"),
        Track("finance"),
    ]
}

/// Slot for tracks.
public enum Tracks: ContributionKind {
    public static let slot = "tracks"
    public static func key(of value: Track) -> String { value.code }

    public static func problems(in contributions: [Contribution<Track>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { registry.strings.missing(["track.\($0.key)"], plugin: $0.plugin) }
    }

    /// The track somebody typed, by code or by title in any language.
    package static func find(_ text: String, in registry: Registry) -> Track? {
        let wanted = text.trimmed.lowercased()
        return registry.values(Self.self).first { track in
            track.code.lowercased() == wanted
                || Language.allCases.contains { registry.strings.text("track.\(track.code)", in: $0)?.lowercased() == wanted }
        }
    }

    /// - Throws: `E-VAL` listing the tracks there are.
    package static func track(_ text: String, field: String = "track", in registry: Registry) throws -> Track {
        if let track = find(text, in: registry) { return track }
        throw Rule.invalid.refused(
            "track", field: field,
            ["value": .text(text), "known": .keys(registry.values(Self.self).map { "track.\($0.code)" })])
    }
}
