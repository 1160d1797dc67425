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
    static let eligibility = EligibilityCheck("training.eligibility") { cadres, _, context in
        try missing(cadres, in: context).mapValues { refusals in
            refusals.map { CriterionLine(.other, .fail, $0.message, asOf: context.today) }
        }
    }

    /// What these people lack to be eligible for a pool; those who lack nothing are left out.
    static func missing(_ cadres: [UniqueID], in context: ReadContext) throws -> [UniqueID: [Refusal]] {
        let settings = try TrainingSettings(context.db)
        let needed = settings[.eligibilityHours] * 10
        let asksForGeneral = settings[.eligibilityGeneral] == 1
        guard needed > 0 || asksForGeneral else { return [:] }
        let names = try Candidates.names(of: cadres, in: context.db)
        let hours = try needed > 0 ? Hours.all(in: context.db, on: Hours.window(before: context.today, settings)) : [:]
        let general = try asksForGeneral ? GeneralTier(context.db).missing(for: cadres, in: context.db) : [:]
        return cadres.reduce(into: [:]) { found, cadre in
            let name = Message.Argument.text(names[cadre] ?? "")
            var refusals: [Refusal] = []
            if needed > 0, hours[cadre] ?? 0 < needed {
                let own = Tenths.text(hours[cadre] ?? 0)
                refusals.append(
                    Rule.broken.refused(
                        "eligibilityHours", ["cadre": name, "needed": .text(Tenths.text(needed)), "hours": .text(own)]))
            }
            if let missing = general[cadre] {
                refusals.append(
                    Rule.broken.refused(
                        "eligibilityGeneral", ["cadre": name, "missing": .text(missing.joined(separator: "、"))]))
            }
            if !refusals.isEmpty { found[cadre] = refusals }
        }
    }
}
