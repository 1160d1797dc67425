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
                "round", "team", "cadre", "role", "duty", "homeUnit", "inspectedUnits", "authorisation", "authorisedOn", "pledge",
            ]
        case .declaration:
            [
                "cadre", "homeUnit", "unit", "round", "declaredRelation", "systemCheck", "declarationState", "confirmedBy",
                "declaredOn",
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
        let document = try FormDocument(context).make(
            title: title(input, context), answer, columns: input.form.columns, headings: headings(input.form, context),
            notes: try self.notes(input, answer, context), out: input.out)
        return ExportedForm(count: answer.rows.count, document: document)
    }

    private func title(_ input: Input, _ context: ReadContext) -> String {
        guard input.form == .pool, let pool = input.pool else {
            return context.registry.strings.text("personnelForm.\(input.form.rawValue)", in: .zhHans) ?? ""
        }
        return context.registry.strings.text(
            Message("personnelForm.poolOf", ["pool": .key("poolKind.\(pool.rawValue)")]), in: .zhHans)
    }

    /// On the assessment sheet the grade is that sheet's own, not somebody's last.
    private func headings(_ form: PersonnelForm, _ context: ReadContext) -> [String: String] {
        guard form == .appraisal, let grade = context.registry.strings.text("personnelForm.grade", in: .zhHans) else {
            return [:]
        }
        return ["grade": grade]
    }

    private func answer(_ input: Input, _ context: ReadContext) throws -> Answer {
        let db = context.db
        let cadre = try input.cadre.map { try Cadres.cadre($0, in: db).id }
        let days = try DayRange(input.from, input.to)
        switch input.form {
        case .pool:
            guard let pool = input.pool else { throw Rule.invalid.refused("empty", field: "pool") }
            return Answer(list: try PoolSheetLine.all(of: pool, in: context))
        case .recruitment:
            guard let code = input.campaign else { throw Rule.invalid.refused("empty", field: "campaign") }
            return Answer(list: try ApplicantLine.of(try Campaigns.campaign(code, in: db), context))
        case .appraisal: return Answer(list: try AppraisalLine.fetch(served(input.round, cadre), in: db))
        case .career:
            let days = try OutcomeCounts.careerDays(input.from, input.to, in: db)
            return Answer(list: try MoveLine.fetch(OutcomeCounts.counted("m", in: days), in: db))
        case .honour: return Answer(list: try HonourLine.fetch(OutcomeCounts.counted("h", in: days), in: db))
        case .evaluation:
            guard ListEvaluations.access.allows(context.principal) else {
                throw Rule.notPermitted.refused([
                    "operation": .key("evaluation.list"), "account": .text(context.principal.account),
                ])
            }
            return try ListEvaluations().run(.init(round: input.round, team: nil), in: context).answer
        case .authorisation: return Answer(list: try ServiceLine.fetch(served(input.round, cadre), in: db))
        case .declaration:
            var filter = Filter()
            if let round = input.round { filter.and("d.round = ?", round.trimmed) }
            if let cadre { filter.and("d.cadreId = ?", cadre) }
            if let own = context.principal.cadre { filter.and(RecusalCases.hides("d.unitId", from: own)) }
            return Answer(list: try DeclarationLine.fetch(filter, limit: -1, in: db))
        }
    }

    private func served(_ round: String?, _ cadre: UniqueID?) -> Filter {
        var filter = ServiceLine.valid
        if let round { filter.and("s.round = ?", round.trimmed) }
        if let cadre { filter.and("s.cadreId = ?", cadre) }
        return filter
    }

    private func notes(_ input: Input, _ answer: Answer, _ context: ReadContext) throws -> [Message] {
        var notes = [Message("personnel.form.note", ["date": "\(context.today)", "count": "\(answer.rows.count)"])]
        if input.form == .career {
            let days = try OutcomeCounts.careerDays(input.from, input.to, in: context.db)
            notes.append(
                Message("personnel.form.persons", ["count": "\(try OutcomeCounts.persons(nil, days, in: context.db))"]))
        }
        if input.form == .honour {
            let days = try DayRange(input.from, input.to)
            notes.append(
                Message("personnel.form.times", ["count": "\(try OutcomeCounts.honours(nil, days, in: context.db))"]))
        }
        return notes
    }
}

/// Makes a file of an answer's columns, in Chinese as official forms are.
struct FormDocument {
    private let context: ReadContext
    private let text: ValueText

    init(_ context: ReadContext) {
        self.context = context
        text = ValueText(strings: context.registry.strings, language: .zhHans)
    }

    /// - Throws: `E-VAL` for a format that is not written.
    func make(
        title: String, _ answer: Answer, columns: [String], headings: [String: String] = [:], notes: [Message], out: DownloadName
    ) throws -> Document {
        let format = try context.registry.tableFormat(forFile: out.path)
        guard let write = format.write else {
            throw Rule.invalid.refused("tableFormat", field: "out", ["file": .text(out.path), "known": "csv, html"])
        }
        let places = columns.compactMap { answer.columns.firstIndex(of: $0) }
        let table = ExportTable(
            title: title,
            columns: places.map { place in
                let key = answer.columns[place]
                return ExportColumn(
                    headings[key] ?? text.label(column: key), isNumber: answer.rows.contains { $0[place].isNumber })
            },
            rows: answer.rows.map { row in places.map { cell(row[$0]) } },
            notes: notes.map { context.registry.strings.text($0, in: .zhHans) })
        return Document(name: out.path, contentType: format.contentType, data: try write(table))
    }

    private func cell(_ value: Value) -> ExportCell {
        switch value {
        case .none: .empty
        case .integer(let number): .integer(number)
        case .decimal(let digits): .decimal(digits)
        case .date(let date): .date(date)
        default: .text(text(value))
        }
    }
}

extension Value {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
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
