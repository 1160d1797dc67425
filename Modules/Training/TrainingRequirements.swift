import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// What training asks of people who are to serve. Both are data and off until an office sets them.
enum TrainingRequirements {
    /// Hours of training that members of a team need before the round goes on site.
    static let entryHours = MemberRequirement("training.entryHours") { members, entry, context in
        let settings = try TrainingSettings(context.db)
        let needed = settings[.entryHours] * 10
        guard needed > 0 else { return [] }
        let hours = try Hours.all(in: context.db, on: Hours.window(before: entry, settings))
        let short = members.filter { (hours[$0] ?? 0) < needed }
        guard !short.isEmpty else { return [] }
        let names = try Candidates.names(of: short, in: context.db)
        let people = short.map { "\(names[$0] ?? "") \(Tenths.text(hours[$0] ?? 0))" }.joined(separator: "、")
        return [
            Rule.broken.refused(
                "entryHours",
                ["needed": .text(Tenths.text(needed)), "count": "\(short.count)", "people": .text(people)])
        ]
    }

    /// What somebody lacks to be eligible for a pool, as criteria that are not met.
    static let eligibility = EligibilityCheck("training.eligibility") { cadre, _, context in
        try missing(cadre, in: context).map { CriterionLine(.other, .fail, $0.message, asOf: context.today) }
    }

    /// What somebody lacks to be eligible for a pool.
    static func missing(_ cadre: UniqueID, in context: ReadContext) throws -> [Refusal] {
        let settings = try TrainingSettings(context.db)
        let needed = settings[.eligibilityHours] * 10
        let names = try Candidates.names(of: [cadre], in: context.db)
        let name = Message.Argument.text(names[cadre] ?? "")
        var refusals: [Refusal] = []
        if needed > 0 {
            let window = Hours.window(before: context.today, settings)
            let hours = try Hours.all(in: context.db, on: window)[cadre] ?? 0
            if hours < needed {
                refusals.append(
                    Rule.broken.refused(
                        "eligibilityHours",
                        ["cadre": name, "needed": .text(Tenths.text(needed)), "hours": .text(Tenths.text(hours))]))
            }
        }
        if settings[.eligibilityGeneral] == 1 {
            let missing = try GeneralTier(context.db).missing(for: cadre, in: context.db)
            if !missing.isEmpty {
                refusals.append(
                    Rule.broken.refused(
                        "eligibilityGeneral", ["cadre": name, "missing": .text(missing.joined(separator: "、"))]))
            }
        }
        return refusals
    }
}
