import GRDB
import Operations
import Persistence
import PluginKit

/// How well somebody did a kind of work, as one part of the person's competence.
public struct CompetencePoint: Sendable, Hashable {
    /// 0 to 100, in hundredths: 87.50 is 8750.
    public var points: Int
    /// What it was counted from.
    public var evidence: Message

    public init(points: Int, evidence: Message) {
        self.points = points
        self.evidence = evidence
    }
}

/// Who knows how well people work: from appraisals, from the quality of their drafts.
public struct CompetenceSource: Sendable {
    /// The part of the competence profile that a source feeds; how much each counts is set in Training.
    public enum Part: String, Sendable, CaseIterable { case appraisal, quality }

    /// `inspection.drafts`; its title is the string `competenceSource.NAME`.
    public let name: String
    public let part: Part
    package let points: @Sendable (Set<UniqueID>, Database) throws -> [UniqueID: CompetencePoint]

    /// - Parameter points: those of the cadres asked for that it knows something about.
    public init(
        _ name: String, part: Part, points: @escaping @Sendable (Set<UniqueID>, Database) throws -> [UniqueID: CompetencePoint]
    ) {
        self.name = name
        self.part = part
        self.points = points
    }
}

/// Slot for evidence of competence.
public enum CompetenceEvidence: ContributionKind {
    public static let slot = "competenceEvidence"
    public static let keysAreNamespaced = true
    public static func key(of value: CompetenceSource) -> String { value.name }

    public static func problems(in contributions: [Contribution<CompetenceSource>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { registry.strings.missing(["competenceSource.\($0.key)"], plugin: $0.plugin) }
    }
}
