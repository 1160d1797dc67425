import PluginKit

/// The rules of training (domain 6.13).
enum TrainingRules {
    /// A beginner passes the general tier before a specialist course; a trainer may exempt with a reason.
    static let generalFirst = Rule("R-CRS-01", .rule, source: "domain 6.13", isSoft: true)
    /// A full session puts people on the waiting list, and a place that becomes free goes to the first in line.
    static let waitingList = Rule("R-CRS-02", .rule, source: "domain 6.13")
    /// Nobody and no room is in two places at once.
    static let clash = Rule("R-CRS-03", .rule, source: "domain 6.13")
    /// Too little attendance earns no hours.
    static let attendance = Rule("R-CRS-04", .rule, source: "domain 6.13")
    /// Scores run from 0 to 100 with one decimal at most.
    static let score = Rule("R-CRS-05", .validation, source: "domain 6.13")
    /// A course counts once while its hours are valid.
    static let creditedOnce = Rule("R-CRS-06", .rule, source: "domain 6.13")
    /// Prerequisites run in no circle.
    static let circle = Rule("R-CRS-07", .rule, source: "domain 6.13")

    static let all = [generalFirst, waitingList, clash, attendance, score, creditedOnce, circle]
}

/// A score as somebody gave it (R-CRS-05).
enum Score {
    static let highest = 1000

    /// In tenths.
    /// - Throws: `R-CRS-05` outside 0 to 100 or with more than one decimal.
    static func tenths(_ number: Double, field: String = "score") throws -> Int {
        guard let tenths = Tenths.of(number), (0...highest).contains(tenths) else {
            throw TrainingRules.score.refused(field: field, ["value": .text("\(number)")])
        }
        return tenths
    }
}
