import Persistence

/// A team to be filled.
package struct TeamPlace: Codable, Sendable, Equatable {
    /// Code of the team, `14-3-1`.
    package var id: String
    package var targets: [Target]
    /// People in all, and deputies among them.
    package var size: TeamSpan
    package var deputies: TeamSpan
    package var wants: [TeamWant]

    package struct Target: Codable, Sendable, Equatable {
        package var unit: UniqueID
        package var name: String

        package init(
            unit: UniqueID, name: String
        ) {
            self.unit = unit
            self.name = name
        }
    }

    package init(
        id: String, targets: [Target], size: TeamSpan, deputies: TeamSpan, wants: [TeamWant]
    ) {
        self.id = id
        self.targets = targets
        self.size = size
        self.deputies = deputies
        self.wants = wants
    }
}

/// At least and at most.
package struct TeamSpan: Codable, Sendable, Equatable {
    package var low: Int
    package var high: Int

    package init(_ low: Int, _ high: Int) {
        self.low = low
        self.high = high
    }
}

/// A specialty that a team should have, or must.
package struct TeamWant: Codable, Sendable, Equatable {
    package var specialty: String
    /// How many people with it.
    package var count: Int
    /// Points for each of them that is found.
    package var weight: Int
    /// Whether the team may not be formed without.
    package var isRequired: Bool
    /// Names of the targets that call for it.
    package var because: [String]

    package init(
        specialty: String, count: Int, weight: Int, isRequired: Bool, because: [String]
    ) {
        self.specialty = specialty
        self.count = count
        self.weight = weight
        self.isRequired = isRequired
        self.because = because
    }
}
