import Foundation
import GRDB
import Operations
import PluginKit

/// What a learner must show to reach a level. Data with documented defaults; the domain names the criteria and no figures.
struct LevelRule: Codable, Sendable, Hashable {
    /// Hours credited in all, external classes included, in tenths.
    var hours: Int
    /// Whether the general tier must be passed.
    var needsGeneral: Bool
    /// Specialist courses passed.
    var specialistPasses: Int
    /// Rounds served.
    var rounds: Int
    /// Least appraisal, 0 to 100; counts only where an appraisal is on record or the figure is above 0.
    var appraisal: Int

    static let standard: [LearnerLevel: LevelRule] = [
        .intermediate: LevelRule(hours: 200, needsGeneral: true, specialistPasses: 0, rounds: 0, appraisal: 0),
        .advanced: LevelRule(hours: 400, needsGeneral: true, specialistPasses: 4, rounds: 1, appraisal: 0),
        .expert: LevelRule(hours: 800, needsGeneral: true, specialistPasses: 8, rounds: 3, appraisal: 0),
    ]

    /// The rules in force.
    static func all(_ db: Database) throws -> [LearnerLevel: LevelRule] {
        var rules = standard
        for row in try Row.fetchAll(db, sql: "SELECT level, content FROM training_levelRule") {
            let content: String = row["content"]
            rules[row["level"]] = try JSONDecoder().decode(LevelRule.self, from: Data(content.utf8))
        }
        return rules
    }
}

/// What a learner has shown.
struct LearnerFacts: Sendable, Hashable {
    /// In tenths.
    var hours = 0
    var hasGeneral = false
    var specialistPasses = 0
    var rounds = 0
    /// 0 to 100 in hundredths; nil where there is none.
    var appraisal: Int?

    /// Whether they are enough for a rule.
    func satisfy(_ rule: LevelRule) -> Bool {
        hours >= rule.hours && (hasGeneral || !rule.needsGeneral) && specialistPasses >= rule.specialistPasses
            && rounds >= rule.rounds && (rule.appraisal == 0 || (appraisal ?? 0) >= rule.appraisal * 100)
    }

    /// The level they lead to from another one: one step after another, never down.
    func level(from current: LearnerLevel, by rules: [LearnerLevel: LevelRule]) -> LearnerLevel {
        var level = current
        while let next = level.next, let rule = rules[next], satisfy(rule) { level = next }
        return level
    }
}
