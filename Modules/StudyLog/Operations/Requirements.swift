import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// A requirement that the office set.
struct StoredRequirement: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "studylog_requirement"

    var id: UniqueID
    var version: Int
    var tier: PoolKind
    var fromYear: Int
    /// Empty where hours are counted.
    var platform: String
    /// Empty for every mode.
    var mode: String
    var amount: Int
    var basis: String?

    var requirement: Requirement {
        Requirement(
            tier: tier, fromYear: fromYear, platform: platform.isEmpty ? nil : platform, mode: StudyMode(rawValue: mode),
            amount: amount, basis: basis)
    }

    /// What holds in a year.
    static func effective(in year: Int, _ db: Database) throws -> [Requirement] {
        let set = try StoredRequirement.fetchAll(db, sql: "SELECT * FROM studylog_requirement ORDER BY fromYear")
        return Requirement.effective(set.map(\.requirement), in: year)
    }
}

/// One requirement, as it is shown.
struct RequirementLine: Tabular {
    var requirement: Requirement

    static let columns: [TableColumn<RequirementLine>] = [
        .word("studyTier") { $0.requirement.tier },
        TableColumn("studyMeasure") { $0.requirement.measure },
        .word("platform", of: "studyPlatform") { $0.requirement.platform },
        .word("studyMode") { $0.requirement.mode },
        .decimal("required") { $0.requirement.text($0.requirement.amount) },
        .integer("fromYear") { $0.requirement.fromYear > 1900 ? $0.requirement.fromYear : nil },
        TableColumn("requirementBasis") { line in
            line.requirement.fromYear > 1900
                ? .optional(line.requirement.basis) : .phrase(Message("study.requirement.default"))
        },
    ]
}

extension Requirement {
    /// 学时 or 积分.
    var measure: Value { .word(code: isPoints ? "points" : "hours", key: "studyMeasure.\(isPoints ? "points" : "hours")") }
}

/// Lists what each tier owes in a year.
struct ListRequirements: Query {
    struct Input: Codable, Sendable {
        /// This year when not given.
        var year: Int?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.requirement.list"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<RequirementLine> {
        let year = input.year ?? context.today.year
        let lines = try StoredRequirement.effective(in: year, context.db).map { RequirementLine(requirement: $0) }
        return try .part(of: lines, limit: input.limit, after: input.after, key: \.requirement.mark)
    }
}

/// Sets what a tier owes from a year on. What held in earlier years stays.
struct SetRequirement: Command {
    struct Input: Codable, Sendable {
        var tier: PoolKind
        /// The first year.
        var year: Int
        /// Hours of study in a year.
        var hours: Int?
        /// Points in a year, on the platform named.
        var points: Int?
        var platform: String?
        /// Only hours studied in this mode.
        var mode: StudyMode?
        /// The document that says so.
        var basis: String?
    }
    static let name: OperationName = "study.requirement.set"
    static let access = Access.roles(StudyAccess.keepers)

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<RequirementLine> {
        try check(input, in: context)
        let platform = input.points == nil ? "" : input.platform.filled ?? ""
        let mode = input.mode?.rawValue ?? ""
        var stored =
            try StoredRequirement.fetchOne(
                context.db,
                sql: "SELECT * FROM studylog_requirement WHERE tier = ? AND fromYear = ? AND platform = ? AND mode = ?",
                arguments: [input.tier, input.year, platform, mode])
            ?? StoredRequirement(
                id: context.nextID(), version: 0, tier: input.tier, fromYear: input.year, platform: platform, mode: mode,
                amount: 0)
        let before = stored.version == 0 ? nil : stored
        stored.amount = input.points ?? (input.hours ?? 0) * 60
        stored.basis = input.basis.filled
        stored.version += 1
        try stored.save(context.db)
        try context.noteChange(of: "studyRequirement", stored.id, from: before, to: stored)
        return RecordAnswer(RequirementLine(requirement: stored.requirement), sentence: Message("study.requirement.set.done"))
    }

    private func check(_ input: Input, in context: WriteContext) throws {
        var checks = Checks()
        checks.require(
            (2000...2999).contains(input.year),
            Rule.invalid.refused("range", field: "year", ["low": "2000", "high": "2999", "value": "\(input.year)"]))
        checks.require((input.hours == nil) != (input.points == nil), Rule.invalid.refused("studyMeasure", field: "hours"))
        for (field, value) in [("hours", input.hours), ("points", input.points)] {
            let most = field == "hours" ? 8784 : 1_000_000
            checks.require(
                (0...most).contains(value ?? 0),
                Rule.invalid.refused("range", field: field, ["low": "0", "high": "\(most)", "value": "\(value ?? 0)"]))
        }
        if input.points != nil {
            checks.require(input.platform.filled != nil, StudyRules.pointsApart.refused(field: "platform"))
            checks.require(input.mode == nil, Rule.invalid.refused("studyPointsMode", field: "mode"))
        }
        if let platform = input.platform.filled { try checks.collect { try context.registry.requirePlatform(platform) } }
        try checks.finish()
    }
}
