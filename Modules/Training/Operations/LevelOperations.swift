import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// A learner's level as lists show it.
struct LevelLine: Tabular {
    var cadre: String
    var cadreId: UniqueID
    var level: LearnerLevel
    var since: CalendarDate?
    var evidence: String?
    var facts: LearnerFacts

    static let columns: [TableColumn<LevelLine>] = [
        .text("cadre") { $0.cadre },
        .word("learnerLevel") { $0.level },
        .date("levelSince") { $0.since },
        .decimal("totalHours") { Tenths.text($0.facts.hours) },
        .flag("generalPassed") { $0.facts.hasGeneral },
        .integer("specialistPasses") { $0.facts.specialistPasses },
        .integer("roundsServed") { $0.facts.rounds },
        .decimal("appraisalPoints") { $0.facts.appraisal.map { Percent.text(hundredths: $0) } },
        .text("levelEvidence") { $0.evidence },
        .text("cadreId") { $0.cadreId.description },
    ]
    static let briefColumns: [String]? = [
        "cadre", "learnerLevel", "levelSince", "totalHours", "generalPassed", "specialistPasses", "roundsServed",
    ]
}

/// Lists learners with their levels and what they have shown.
struct ListLevels: Query {
    struct Input: Codable, Sendable {
        var level: LearnerLevel?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "level.list"
    static let access = Access.roles(trainingReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<LevelLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter()
        if let level = input.level {
            filter.and(
                """
                coalesce((SELECT level FROM training_level l WHERE l.cadreId = c.id ORDER BY l.id DESC LIMIT 1), 'beginner') = ?
                """, level)
        }
        if let mark = try PageMark(page.after, parts: 2) {
            guard let key = Data(base64Encoded: mark.parts[0]) else {
                throw Rule.invalid.refused("cursor", field: "after")
            }
            filter.and("(c.nameKey, c.seq) > (?, ?)", key, try mark.integer(1))
        }
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.id, c.name, c.nameKey, c.seq FROM personnel_cadre c
                WHERE \(filter.sql) ORDER BY c.nameKey, c.seq LIMIT \(page.limit + 1)
                """, arguments: filter.arguments)
        let marks = Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row["id"] as UniqueID, PageMark([(row["nameKey"] as Data).base64EncodedString(), "\(row["seq"] as Int64)"]))
            })
        let changes = try LevelChange.fetchAll(context.db, sql: "SELECT * FROM training_level ORDER BY id")
        let last = Dictionary(changes.map { ($0.cadreId, $0) }, uniquingKeysWith: { _, last in last })
        let facts = try Levels.facts(in: context)
        let lines = rows.map { row -> LevelLine in
            let change = last[row["id"]]
            return LevelLine(
                cadre: row["name"], cadreId: row["id"], level: change?.level ?? .beginner, since: change?.since,
                evidence: change?.evidence, facts: facts[row["id"]] ?? LearnerFacts())
        }
        return page.cut(lines) { marks[$0.cadreId] ?? PageMark([]) }
    }
}

/// Advances learners by the rules, each with its evidence: one person, or everybody.
struct AdvanceLevels: Command {
    struct Input: Codable, Sendable {
        /// Name or id; everybody where none is given.
        var cadre: String?
        var dryRun: Bool?
    }
    static let name: OperationName = "level.advance"
    static let access = Access.roles(trainingKeepers)

    func run(_ input: Input, in context: WriteContext) throws -> Page<LevelLine> {
        let rules = try LevelRule.all(context.db)
        let levels = try Levels.all(in: context.db)
        var facts = try Levels.facts(in: context)
        if let text = input.cadre {
            let cadre = try Cadres.cadre(text, in: context.db)
            facts = [cadre.id: facts[cadre.id] ?? LearnerFacts()]
        }
        let names = try Candidates.names(of: Array(facts.keys), in: context.db)
        let advanced = facts.compactMap { cadre, shown -> LevelLine? in
            let current = levels[cadre] ?? .beginner
            let level = shown.level(from: current, by: rules)
            return level > current
                ? LevelLine(
                    cadre: names[cadre] ?? "", cadreId: cadre, level: level, since: context.today,
                    evidence: Self.evidence(shown, in: context), facts: shown) : nil
        }.sorted { ($0.cadre, $0.cadreId) < ($1.cadre, $1.cadreId) }
        for line in advanced {
            try LevelChanges.record(line.cadreId, line.level, evidence: line.evidence ?? "", in: context)
        }
        if input.dryRun == true { context.discardChanges() }
        return Page(
            rows: advanced,
            sentence: Message(
                input.dryRun == true ? "level.advance.tried" : "level.advance.done",
                ["count": "\(advanced.count)", "people": "\(facts.count)"]))
    }

    /// The figures as they stood, in the language the office keeps its records in.
    private static func evidence(_ facts: LearnerFacts, in context: WriteContext) -> String {
        context.registry.strings.text(
            Message(
                "level.advance.evidence",
                [
                    "hours": .text(Tenths.text(facts.hours)), "passes": "\(facts.specialistPasses)", "rounds": "\(facts.rounds)",
                    "appraisal": .text(facts.appraisal.map { Percent.text(hundredths: $0) } ?? "—"),
                ]), in: .zhHans)
    }
}

/// Sets somebody's level by decision, with the reason.
struct SetLevel: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var to: LearnerLevel
        var reason: String
    }
    static let name: OperationName = "level.set"
    static let access = Access.roles([.trainer])
    static let positional = ["cadre"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<LevelLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        guard input.reason.trimmed.count >= AddEnrolment.shortestReason else {
            throw Rule.invalid.refused("reasonShort", field: "reason", ["count": "\(AddEnrolment.shortestReason)"])
        }
        try LevelChanges.record(cadre.id, input.to, evidence: input.reason.trimmed, in: context)
        context.reason = input.reason.trimmed
        return RecordAnswer(
            LevelLine(
                cadre: cadre.name, cadreId: cadre.id, level: input.to, since: context.today, evidence: input.reason.trimmed,
                facts: try Levels.facts(in: context)[cadre.id] ?? LearnerFacts()),
            sentence: Message(
                "level.set.done", ["cadre": .text(cadre.name), "level": .key("learnerLevel.\(input.to.rawValue)")]))
    }
}

enum LevelChanges {
    static func record(_ cadre: UniqueID, _ level: LearnerLevel, evidence: String, in context: WriteContext) throws {
        let change = LevelChange(
            id: context.nextID(), cadreId: cadre, level: level, since: context.today, evidence: evidence,
            decidedBy: context.principal.account)
        try context.insert(change, as: "learnerLevel", change.id)
    }
}

/// What a level asks for, as lists show it.
struct LevelRuleLine: Tabular {
    var level: LearnerLevel
    var rule: LevelRule

    static let columns: [TableColumn<LevelRuleLine>] = [
        .word("learnerLevel") { $0.level },
        .decimal("neededHours") { Tenths.text($0.rule.hours) },
        .flag("needsGeneral") { $0.rule.needsGeneral },
        .integer("specialistPasses") { $0.rule.specialistPasses },
        .integer("roundsServed") { $0.rule.rounds },
        .integer("neededAppraisal") { $0.rule.appraisal },
    ]

    static func all(_ db: Database) throws -> [LevelRuleLine] {
        try LevelRule.all(db).sorted { $0.key < $1.key }.map { LevelRuleLine(level: $0.key, rule: $0.value) }
    }
}

/// Lists what each level asks for.
struct ListLevelRules: Query {
    typealias Input = NoInput
    static let name: OperationName = "level.rule.list"
    static let access = Access.everyone(reason: openReason)

    func run(_ input: NoInput, in context: ReadContext) throws -> Page<LevelRuleLine> {
        Page(rows: try LevelRuleLine.all(context.db))
    }
}

/// Changes what a level asks for; what is not given stays. Levels already reached stay too.
struct SetLevelRule: Command {
    struct Input: Codable, Sendable {
        var level: LearnerLevel
        var hours: Double?
        var general: Bool?
        var specialistPasses: Int?
        var rounds: Int?
        /// 0 to 100.
        var appraisal: Int?
    }
    static let name: OperationName = "level.rule.set"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["level"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<LevelRuleLine> {
        guard let before = try LevelRule.all(context.db)[input.level] else {
            throw Rule.invalid.refused("levelLowest", field: "level")
        }
        var rule = before
        if let hours = input.hours {
            guard let tenths = Tenths.of(hours), tenths >= 0 else {
                throw Rule.invalid.refused("negative", field: "hours", ["value": .text("\(hours)")])
            }
            rule.hours = tenths
        }
        rule.needsGeneral = input.general ?? rule.needsGeneral
        rule.specialistPasses = input.specialistPasses ?? rule.specialistPasses
        rule.rounds = input.rounds ?? rule.rounds
        rule.appraisal = input.appraisal ?? rule.appraisal
        var checks = Checks()
        for (field, value) in [("specialistPasses", rule.specialistPasses), ("rounds", rule.rounds)] {
            checks.require(value >= 0, Rule.invalid.refused("negative", field: field, ["value": "\(value)"]))
        }
        checks.require(
            (0...100).contains(rule.appraisal),
            Rule.invalid.refused("range", field: "appraisal", ["low": "0", "high": "100", "value": "\(rule.appraisal)"]))
        try checks.finish()
        let content = String(decoding: try JSONEncoder().encode(rule), as: UTF8.self)
        try context.db.execute(
            sql: "INSERT INTO training_levelRule VALUES (?1, ?2) ON CONFLICT (level) DO UPDATE SET content = ?2",
            arguments: [input.level, content])
        try context.noteChange(of: "levelRule", context.nextID(), from: before, to: rule)
        return Page(
            rows: try LevelRuleLine.all(context.db),
            sentence: Message("level.rule.set.done", ["level": .key("learnerLevel.\(input.level.rawValue)")]))
    }
}
