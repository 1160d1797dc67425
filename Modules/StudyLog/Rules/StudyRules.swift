import PluginKit

/// Rules of the study log (domain 6.13).
enum StudyRules {
    /// Not in the future, not negative, at most 24 hours in a day.
    static let plausible = Rule("R-LOG-01", .validation, source: "domain 6.13")
    /// The same person, platform, day and material once.
    static let once = Rule("R-LOG-02", .duplicate, source: "domain 6.13")
    /// Points of two platforms are never added.
    static let pointsApart = Rule("R-LOG-03", .validation, source: "domain 6.13")

    static let all = [plausible, once, pointsApart]
}
