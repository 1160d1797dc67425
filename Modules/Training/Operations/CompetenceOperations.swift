import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Shows somebody's competence on each track with every part of it.
struct ShowCompetence: Query {
    struct Input: Codable, Sendable {
        /// Name or id; the person's own where none is given.
        var cadre: String?
    }
    static let name: OperationName = "competence.show"
    static let access = Access.everyone(reason: ownReason)
    static let positional = ["cadre"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<CompetenceLine> {
        let cadre = try Enrolments.cadre(input.cadre, in: context)
        let settings = try TrainingSettings(context.db)
        let profiles = try CompetenceProfiles(of: [cadre.id], in: context)
        let rows = context.registry.values(Tracks.self).map { track in
            CompetenceLine(
                track: track.code, competence: profiles.all[cadre.id]?[track.code] ?? Competence(), settings: settings,
                evidence: profiles.evidence[cadre.id] ?? [])
        }
        return Page(
            rows: rows,
            sentence: Message(
                "competence.show.sentence",
                [
                    "cadre": .text(cadre.name), "exams": "\(settings[.examWeight])",
                    "appraisal": "\(settings[.appraisalWeight])", "quality": "\(settings[.qualityWeight])",
                ]))
    }
}

/// One track of a profile.
struct CompetenceLine: Tabular {
    var track: String
    var competence: Competence
    var settings: TrainingSettings
    var evidence: [Message]

    private static func points(_ hundredths: Int?) -> String? {
        hundredths.map { Percent.text(hundredths: $0) }
    }

    static let columns: [TableColumn<CompetenceLine>] = [
        .word("track", of: "track") { $0.track },
        .decimal("competence") { points($0.competence.score($0.settings)) },
        .decimal("examPoints") { points($0.competence.exams) },
        .integer("examCount") { $0.competence.examCount },
        .decimal("appraisalPoints") { points($0.competence.appraisal) },
        .decimal("qualityPoints") { points($0.competence.quality) },
        TableColumn("competenceEvidence") { .list($0.evidence.map(Value.phrase)) },
    ]
}

/// Says how many people with a track's skill a round needs.
struct SetNeed: Command {
    struct Input: Codable, Sendable {
        /// Code of the round, `14-4`.
        var round: String
        var track: String
        /// 0 takes the need away.
        var people: Int
    }
    static let name: OperationName = "need.set"
    static let access = Access.roles(trainingKeepers.union([.organisationDepartment]))

    func run(_ input: Input, in context: WriteContext) throws -> Page<NeedLine> {
        let track = try Tracks.track(input.track, in: context.registry)
        let round = input.round.trimmed
        var checks = Checks()
        checks.require(!round.isEmpty, Rule.invalid.refused("empty", field: "round"))
        checks.require(input.people >= 0, Rule.invalid.refused("negative", field: "people", ["value": "\(input.people)"]))
        try checks.finish()
        try context.db.execute(
            sql: "DELETE FROM training_need WHERE round = ? AND track = ?", arguments: [round, track.code])
        if input.people > 0 {
            try context.db.execute(
                sql: "INSERT INTO training_need VALUES (?, ?, ?)", arguments: [round, track.code, input.people])
        }
        try context.noteChange(of: "need", context.nextID(), to: ["\(round) \(track.code)": input.people])
        return try NeedAnalysis(round: round, in: context).page
    }
}

/// Which skills a round lacks, and which courses give them.
struct AnalyseNeeds: Query {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
    }
    static let name: OperationName = "training.needs"
    static let access = Access.roles(trainingReaders)
    static let positional = ["round"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<NeedLine> {
        try NeedAnalysis(round: input.round.trimmed, in: context).page
    }
}

/// One track of an analysis.
struct NeedLine: Tabular {
    var track: String
    var needed: Int
    var skilled: Int
    /// Codes and titles of the courses of the track, required ones first.
    var courses: [String]
    /// The next session of any of them that is open or planned.
    var next: String?

    static let columns: [TableColumn<NeedLine>] = [
        .word("track", of: "track") { $0.track },
        .integer("peopleNeeded") { $0.needed },
        .integer("peopleSkilled") { $0.skilled },
        .integer("peopleShort") { max(0, $0.needed - $0.skilled) },
        .texts("coursesGiving") { $0.courses },
        .text("nextSession") { $0.next },
    ]
}

/// Compares what a round needs with those who are to serve in it: the members of its teams, or everybody admitted to a pool while
/// it has none.
struct NeedAnalysis {
    let page: Page<NeedLine>
    private static let courseLimit = 3

    init(round: String, in context: ReadContext) throws {
        let members = Set(try Duties.all(in: context).filter { $0.round == round }.map(\.cadre))
        let people =
            members.isEmpty
            ? try UniqueID.fetchSet(
                context.db, sql: "SELECT DISTINCT cadreId FROM personnel_pool_membership WHERE state = 'admitted'") : members
        let needs = try Row.fetchAll(
            context.db, sql: "SELECT track, people FROM training_need WHERE round = ?", arguments: [round])
        let needed = Dictionary(uniqueKeysWithValues: needs.map { ($0[0] as String, $0[1] as Int) })
        let settings = try TrainingSettings(context.db)
        let profiles = try CompetenceProfiles(of: people, in: context)
        let mark = settings[.competenceMark] * 100
        let rows = try context.registry.values(Tracks.self).map { track in
            let skilled = people.count { cadre in
                guard let profile = profiles.all[cadre]?[track.code], profile.exams != nil else { return false }
                return profile.score(settings).map { $0 >= mark } ?? false
            }
            return NeedLine(
                track: track.code, needed: needed[track.code] ?? 0, skilled: skilled,
                courses: try Self.courses(track, in: context.db), next: try Self.next(track, in: context))
        }
        page = Page(
            rows: rows,
            sentence: Message(
                members.isEmpty ? "training.needs.pool" : "training.needs.teams",
                [
                    "round": .text(round), "people": "\(people.count)", "mark": "\(settings[.competenceMark])",
                    "short": "\(rows.count { $0.needed > $0.skilled })",
                ]))
    }

    private static func courses(_ track: Track, in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT code || ' ' || title FROM training_course WHERE track = ? ORDER BY isRequired DESC, hours DESC, code
                LIMIT \(courseLimit)
                """, arguments: [track.code])
    }

    private static func next(_ track: Track, in context: ReadContext) throws -> String? {
        try String.fetchOne(
            context.db,
            sql: """
                SELECT s.code || ' ' || s.startsAt FROM training_session s JOIN training_course c ON c.id = s.courseId
                WHERE c.track = ? AND s.state IN ('planned', 'open') AND s.startsAt >= ? ORDER BY s.startsAt, s.code LIMIT 1
                """, arguments: [track.code, SessionTime(context.now)])
    }
}
