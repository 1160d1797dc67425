import Operations
import PluginKit

/// What another module wants to see before a round moves on: every issued finding has an item, every report is in.
public struct StageRequirement: Sendable {
    public let name: String
    package let stage: RoundStage
    package let missing: @Sendable (Round, ReadContext) throws -> [Refusal]

    /// - Parameters:
    ///   - stage: the stage the round is about to enter.
    ///   - missing: everything that is not there yet.
    package init(
        _ name: String, entering stage: RoundStage, missing: @escaping @Sendable (Round, ReadContext) throws -> [Refusal]
    ) {
        self.name = name
        self.stage = stage
        self.missing = missing
    }
}

/// Slot for requirements of a round's stages.
public enum StageRequirements: ContributionKind {
    public static let slot = "stageRequirements"
    public static let keysAreNamespaced = true
    public static func key(of value: StageRequirement) -> String { value.name }
}
