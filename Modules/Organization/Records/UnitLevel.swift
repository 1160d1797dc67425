import Operations

/// Where a unit stands in the district's tree, as unit lists name it.
package enum UnitLevel: String, Choice {
    case province, city, county, district, township, street, town, community, village, organ, affiliate, enterprise, institution

    package static let vocabulary = "unitLevel"

    /// Whether units of this level are inspected by the district at all; the district and what stands above it are not.
    package var isInspected: Bool {
        switch self {
        case .province, .city, .county, .district: false
        default: true
        }
    }

    /// The kind of inspection object this level usually is (domain 4.2).
    package var kind: UnitKind {
        switch self {
        case .organ: .districtDepartment
        case .township, .street, .town: .townSubdistrict
        case .enterprise: .stateEnterprise
        case .institution: .institution
        case .affiliate: .subStation
        case .village: .village
        case .community: .community
        case .province, .city, .county, .district: .other
        }
    }
}

/// Kinds of inspected organisations (domain 4.2).
package enum UnitKind: String, Choice {
    case districtDepartment, townSubdistrict, stateEnterprise, institution, subStation, village, community, other

    package static let vocabulary = "unitKind"
}
