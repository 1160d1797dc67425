import Foundation
import GRDB
import Operations
import Personnel

extension TeamSettings {
    private typealias Place = WritableKeyPath<TeamSettings, Int> & Sendable

    /// The numbers, each with its setting.
    private static let places: [(setting: Setting, place: any Place)] = [
        (Setting("team.size", standard: 6, in: 3...20, source: "domain 4.7, S1, S2"), \.size),
        (Setting("team.deputiesLow", standard: 1, in: 1...3, source: "domain 4.7, S1"), \.deputies.low),
        (Setting("team.deputiesHigh", standard: 2, in: 1...3, source: "domain 4.7, S1"), \.deputies.high),
        (Setting("team.oldHandRounds", standard: 1, in: 1...20, source: "domain 4.21, S27"), \.oldHandRounds),
        (Setting("team.oldHands", standard: 2, in: 0...20, source: "domain 4.21, S27"), \.oldHands),
        (Setting("team.newcomers", standard: 1, in: 0...20, source: "domain 4.21, S27"), \.newcomers),
        (Setting("team.pointsExpertise", standard: 10, in: 0...1000, source: "design"), \.points.expertise),
        (Setting("team.pointsExperience", standard: 6, in: 0...1000, source: "design"), \.points.experience),
        (Setting("team.pointsRoundServed", standard: 1, in: 0...1000, source: "design"), \.points.roundServed),
        (Setting("team.pointsSoftRecusal", standard: 8, in: 0...1000, source: "design"), \.points.softRecusal),
        (Setting("team.pointsChange", standard: 4, in: 0...1000, source: "design"), \.points.change),
        (Setting("team.pointsFurtherDeputy", standard: 1, in: 0...1000, source: "design"), \.points.furtherDeputy),
        (Setting("team.priceSize", standard: 1, in: 1...1000, source: "design"), \.prices.size),
        (Setting("team.priceExpertise", standard: 2, in: 1...1000, source: "design"), \.prices.expertise),
        (Setting("team.pricePin", standard: 3, in: 1...1000, source: "design"), \.prices.pin),
        (Setting("team.priceHomeUnit", standard: 4, in: 1...1000, source: "design"), \.prices.homeUnit),
        (Setting("team.priceDeputy", standard: 5, in: 1...1000, source: "design"), \.prices.deputy),
        (Setting("team.priceSuperior", standard: 8, in: 1...1000, source: "design"), \.prices.superior),
        (Setting("team.priceAbsence", standard: 10, in: 1...1000, source: "design"), \.prices.absence),
        (Setting("team.priceLeader", standard: 20, in: 1...1000, source: "design"), \.prices.leader),
    ]

    /// As an office sees and changes them.
    static let all = places.map(\.setting)

    /// The values in force, read at once.
    init(in db: Database) throws {
        self.init()
        let values = try SettingValues(of: "team", in: db)
        for (setting, place) in Self.places { self[keyPath: place] = values[setting] ?? self[keyPath: place] }
        deputies.high = max(deputies.low, deputies.high)
        if let json = try Data.fetchOne(db, sql: "SELECT rules FROM inspection_team_expertise") {
            expertise = try JSONDecoder().decode([ExpertiseRule].self, from: json)
        }
    }
}

/// JSON that people read and change.
func readableJSON(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
}
