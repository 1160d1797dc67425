import Operations

/// Stages of a round (domain 4.3).
package enum RoundStage: String, Choice {
    case draft, submitted, approved, preparing, onSite, reporting, feedback, rectifying, evaluating, closing, archived, cancelled

    package static let vocabulary = "roundStage"
}
