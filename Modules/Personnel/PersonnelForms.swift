import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// The forms of domain 8 that are about people.
enum PersonnelForm: String, Choice {
    /// F36, F37, F38, F39, F40, F44, F3, F4.
    case pool, recruitment, appraisal, career, honour, evaluation, authorisation, declaration

    static let vocabulary = "personnelForm"

    /// The form's columns, in the order of the reference.
    var columns: [String] {
        switch self {
        case .pool:
            [
                "cadre", "gender", "birthMonth", "homeUnit", "postTitle", "rank", "managedBy", "disciplineExperience",
                "severalPosts", "specialties", "admittedOn",
                "poolRoute", "standard", "roundsServed", "grade", "poolState",
            ]
        case .recruitment:
            [
                "cadre", "homeUnit", "screening", "recommendation", "opinions", "standard", "standardEvidence", "applicantState",
                "conclusion",
            ]
        case .appraisal:
            [
                "cadre", "round", "role", "duty", "performance", "findingsMade", "returnRate", "conduct", "grade",
                "leaderOpinion",
                "officeOpinion", "sentTo", "sentOn",
            ]
        case .career: ["year", "cadre", "rounds", "fromPost", "toPost", "moveKind", "document", "day"]
        case .honour: ["year", "honourTitle", "honourLevel", "recipient", "members", "issuer", "document", "persons"]
        case .evaluation:
            [
                "team", "evaluationItem", "excellent", "good", "fair", "poor", "evaluationRemark", "evaluationScore",
                "sheetsIssued", "sheetsReturned", "conclusion",
            ]
        case .authorisation:
            [
                "round", "team", "cadre", "role", "postTitle", "duty", "homeUnit", "politicalStatus", "specialties",
                "authorisation", "authorisedOn", "recusalResult", "inspectedUnits", "pledge",
            ]
        case .declaration:
            [
                "cadre", "homeUnit", "postTitle", "unit", "round", "relationKind", "relatedPerson", "relatedPost",
                "relationPeriod", "declaredRelation", "systemCheck", "reviewOpinion", "approvedBy", "approvedOn", "declaredOn",
            ]
        }
    }
}

/// Writes one of the forms about people, in the format the file's name asks for: csv, xlsx, or html for printing.
struct ExportForm: Query {
    struct Input: Codable, Sendable {
        var form: PersonnelForm
        var out: DownloadName
        var pool: PoolKind?
        var round: String?
        var cadre: String?
        /// Code of the campaign of joint recruitment.
        var campaign: String?
        /// First and last day of moves and honours.
        var from: CalendarDate?
        var to: CalendarDate?
    }
    static let name: OperationName = "personnel.form"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> ExportedForm {
        try RoundTeams.requireKnownRound(input.round, in: context)
        let answer = try answer(input, context)
        let writer = PaperWriter(context)
        let table = writer.table(
            title(input, writer.text), try context.naming(answer), columns: input.form.columns,
            headings: headings(input.form, writer.text),
            notes: try notes(input, context))
        let document = try writer.document(table, try paper(input, answer, context), as: input.out.path)
        return ExportedForm(count: answer.rows.count, document: document)
    }

    private func title(_ input: Input, _ text: ValueText) -> String {
        guard input.form == .pool, let pool = input.pool else { return text.text("personnelForm.\(input.form.rawValue)") }
        return text.sentence(Message("personnelForm.poolOf", ["pool": .key("poolKind.\(pool.rawValue)")]))
    }

    /// Columns that a form calls by other names than lists do: on the assessment sheet the grade is that sheet's own, not somebody's
    /// last.
    private func headings(_ form: PersonnelForm, _ text: ValueText) -> [String: String] {
        let own: [String] =
            switch form {
            case .appraisal: ["grade"]
            case .authorisation: ["role"]
            case .career: ["rounds", "document"]
            case .honour: ["document"]
            case .declaration: ["unit"]
            case .pool, .recruitment, .evaluation: []
            }
        return Dictionary(uniqueKeysWithValues: own.map { ($0, text.text("personnelForm.heading.\($0)")) })
    }

    /// What it is about, how it is to be kept, and the document's number where it is issued.
    private func paper(_ input: Input, _ answer: Answer, _ context: ReadContext) throws -> Paper {
        let days = try days(input, context)
        var paper = Paper(scope: [
            Paper.part("field.pool", input.pool.map { .key("poolKind.\($0.rawValue)") }), Paper.part("field.round", input.round),
            Paper.part("field.cadre", input.cadre), Paper.part("field.campaign", input.campaign),
            Paper.period(days.from, days.to),
        ])
        switch input.form {
        case .authorisation: paper.numbers = answer.distinct("authorisation")
        case .recruitment:
            paper.secrecy = .sensitive
            paper.numbers = try input.campaign.map { [try Campaigns.campaign($0, in: context.db).document].compactMap(\.self) }
        case .appraisal:
            paper.secrecy = .sensitive
            paper.numbers = []
        case .declaration: paper.secrecy = .sensitive
        case .pool: paper.secrecy = .sensitive
        case .career, .honour, .evaluation: break
        }
        return paper
    }

    /// Moves are counted from the day the office counts from.
    private func days(_ input: Input, _ context: ReadContext) throws -> DayRange {
        input.form == .career
            ? try OutcomeCounts.careerDays(input.from, input.to, in: context.db) : try DayRange(input.from, input.to)
    }

    private func answer(_ input: Input, _ context: ReadContext) throws -> Answer {
        let db = context.db
        let cadre = try input.cadre.map { try Cadres.cadre($0, in: db).id }
        let days = try days(input, context)
        switch input.form {
        case .pool:
            guard let pool = input.pool else { throw Rule.invalid.refused("formPool", field: "pool") }
            return Answer(list: try PoolSheetLine.all(of: pool, in: context))
        case .recruitment:
            guard let code = input.campaign else { throw Rule.invalid.refused("formCampaign", field: "campaign") }
            return Answer(list: try ApplicantLine.of(try Campaigns.campaign(code, in: db), context))
        case .appraisal: return Answer(list: try AppraisalLine.fetch(served(input.round, cadre, context), in: db))
        case .career:
            return Answer(list: try MoveLine.fetch(OutcomeCounts.counted("m", in: days), in: db))
        case .honour: return Answer(list: try HonourLine.fetch(OutcomeCounts.counted("h", in: days), in: db))
        case .evaluation:
            guard ListEvaluations.access.allows(context.principal) else {
                throw Rule.notPermitted.refused([
                    "operation": .key("evaluation.list"), "account": .text(context.principal.account),
                ])
            }
            return try ListEvaluations().run(.init(round: input.round, team: nil), in: context).answer
        case .authorisation: return Answer(list: try ServiceLine.fetch(served(input.round, cadre, context), in: db))
        case .declaration:
            var filter = Filter()
            if let round = input.round { filter.and("d.round = ?", round.trimmed) }
            if let cadre { filter.and("d.cadreId = ?", cadre) }
            if let own = context.principal.cadre { filter.and(RecusalCases.hides("d.unitId", from: own)) }
            return Answer(list: try DeclarationSheetLine.all(filter, in: context))
        }
    }

    private func served(_ round: String?, _ cadre: UniqueID?, _ context: ReadContext) -> Filter {
        var filter = Services.valid(for: context.principal)
        if let round { filter.and("s.round = ?", round.trimmed) }
        if let cadre { filter.and("s.cadreId = ?", cadre) }
        return filter
    }

    private func notes(_ input: Input, _ context: ReadContext) throws -> [Message] {
        let days = try days(input, context)
        switch input.form {
        case .career:
            return [Message("personnel.form.persons", ["count": "\(try OutcomeCounts.persons(nil, days, in: context.db))"])]
        case .honour:
            return [Message("personnel.form.times", ["count": "\(try OutcomeCounts.honours(nil, days, in: context.db))"])]
        default: return []
        }
    }
}

extension Answer {
    /// The different texts of a column, in the order of the rows.
    fileprivate func distinct(_ column: String) -> [String] {
        guard let place = columns.firstIndex(of: column) else { return [] }
        var found: [String] = []
        for row in rows {
            if case .text(let text) = row[place], !found.contains(text) { found.append(text) }
        }
        return found
    }
}

/// The file, and how many rows stand in it.
struct ExportedForm: Answerable {
    var count: Int
    var document: Document

    static var columnKeys: [String] { [] }
    static var shape: Answer.Shape? { .sentence }
    var answer: Answer {
        var answer = Answer(
            shape: .sentence, sentence: Message("personnel.form.done", ["count": "\(count)", "file": .text(document.name)]))
        answer.document = document
        return answer
    }
}
