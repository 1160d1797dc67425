import Operations
import PageKit
import PluginKit

/// The lists of what people did in rounds and what came of it: `/services`, `/appraisals`, `/moves`, `/honours`, `/evaluations`, each
/// with the way to its official form.
enum OutcomePages {
    private struct List {
        var noun: String
        var path: String
        var query: OperationName
        var access: Access
        var form: PersonnelForm
        /// What makes a row.
        var making: OperationName
        var columns: [String]?
    }

    private static let lists = [
        List(
            noun: "service", path: "/services", query: ListServices.name, access: ListServices.access, form: .authorisation,
            making: RecordService.name),
        List(
            noun: "appraisal", path: "/appraisals", query: ListAppraisals.name, access: ListAppraisals.access, form: .appraisal,
            making: DraftAppraisal.name,
            columns: ["cadre", "homeUnit", "round", "team", "role", "grade", "appraisalState", "sentOn"]),
        List(
            noun: "career", path: "/moves", query: ListMoves.name, access: ListMoves.access, form: .career,
            making: AddMove.name),
        List(
            noun: "honour", path: "/honours", query: ListHonours.name, access: ListHonours.access, form: .honour,
            making: AddHonour.name),
        List(
            noun: "evaluation", path: "/evaluations", query: ListEvaluations.name, access: ListEvaluations.access,
            form: .evaluation, making: OpenEvaluation.name),
    ]

    static let pages = lists.map { page in
        SitePage(page.path, access: .operation(page.query)) { context in try answer(page, context) }
    }

    static let navigation = lists.enumerated().map { place, page in
        NavigationEntry(
            "personnel.\(page.noun)", in: .people, title: "personnel.pages.\(page.noun)", path: page.path, position: 5 + place,
            nouns: [page.noun]
        ) { page.access.allows($0) }
    }

    private static func answer(_ page: List, _ context: PageContext) throws -> PageAnswer {
        let words = context.words
        var list = ListPage(page.query, path: page.path, context)
        list.title = words("personnel.pages.\(page.noun)")
        list.lead = words.find("personnel.pages.\(page.noun).lead")
        list.columns = page.columns
        let making = context.button(page.making)
        list.actions = "\(making)\(context.button(ExportForm.name, settled: [("form", page.form.rawValue)]))"
        list.empty = "<p>\(words("personnel.pages.\(page.noun).none"))</p><p class=\"buttons\">\(making)</p>"
        if page.query == ListAppraisals.name { list.special["cadre"] = { value, row in sheetLink(value, row) } }
        return try list.answer()
    }

    /// From a name to the assessment sheet.
    private static func sheetLink(_ value: Value, _ row: [Value]) -> HTML {
        let keys = AppraisalLine.columns.map(\.key)
        guard let id = keys.firstIndex(of: "cadreId"), let team = keys.firstIndex(of: "team"), row.count > max(id, team),
            case (.text(let name), .text(let cadre), .text(let code)) = (value, row[id], row[team])
        else { return HTML() }
        return "<a href=\"\(SitePath.of("appraisals", cadre, code))\">\(name)</a>"
    }
}
