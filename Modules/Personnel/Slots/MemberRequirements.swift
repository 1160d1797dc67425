import Operations
import Persistence
import PluginKit

/// What the members of a round's teams must have before the round goes on site, such as hours of training.
public struct MemberRequirement: Sendable {
    /// `training.entryHours`
    public let name: String
    package let missing: @Sendable (_ members: [UniqueID], _ entry: CalendarDate, ReadContext) throws -> [Refusal]

    /// - Parameter missing: what is missing, all of it; `entry` is the day on which the round begins.
    public init(
        _ name: String,
        missing: @escaping @Sendable (_ members: [UniqueID], _ entry: CalendarDate, ReadContext) throws -> [Refusal]
    ) {
        self.name = name
        self.missing = missing
    }
}

/// Slot for requirements of a round's members. It stands here, and not in Inspection which asks it, so that rooms beside
/// Inspection can fill it.
public enum MemberRequirements: ContributionKind {
    public static let slot = "memberRequirements"
    public static let keysAreNamespaced = true
    public static func key(of value: MemberRequirement) -> String { value.name }
}
