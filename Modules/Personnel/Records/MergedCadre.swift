import Persistence

/// Payload of `personnel.cadre.merged`: two records became one person's. Whoever keeps something under the id that goes hands it over
/// to the one that stays.
package struct MergedCadre: Codable, Sendable {
    package static let event = "personnel.cadre.merged"

    package var kept: UniqueID
    package var gone: UniqueID
    package var reason: String
}
