import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Opens a round in the open term; from then on it is called by term and number, `14-3`.
struct CreateRound: Command {
    struct Input: Codable, Sendable {
        var number: Int
        var title: String
        var start: CalendarDate
        var end: CalendarDate
    }
    static let name: OperationName = "round.create"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<Round> {
        let term = try Terms.active(context.db)
        let code = "\(term.number)-\(input.number)"
        var checks = Checks()
        checks.require(input.number > 0, Rule.invalid.refused("positive", field: "number", ["value": "\(input.number)"]))
        checks.require(!input.title.trimmed.isEmpty, Rule.invalid.refused("empty", field: "title"))
        checks.require(
            input.end >= input.start,
            InspectionRules.roundDates.refused(field: "end", ["start": "\(input.start)", "end": "\(input.end)"]))
        checks.require(
            input.start >= term.startDate,
            InspectionRules.roundDates.refused(
                "outsideTerm", field: "start",
                ["start": "\(input.start)", "term": "\(term.number)", "termStart": "\(term.startDate)"]))
        try checks.finish()
        guard try Round.fetchOne(context.db, sql: "SELECT * FROM inspection_round WHERE code = ?", arguments: [code]) == nil
        else {
            throw InspectionRules.roundExists.refused(field: "number", ["number": "\(input.number)", "term": "\(term.number)"])
        }
        let round = Round(
            id: context.nextID(), version: 1, code: code, termNumber: term.number, number: input.number,
            title: input.title.trimmed,
            startDate: input.start, endDate: input.end, stage: .draft, planDocument: nil, reviewedBy: nil)
        try context.insert(round, as: "round", round.id)
        try context.noteStep(of: round.id, "roundStage.draft")
        return RecordAnswer(round, sentence: Message("round.create.done", ["round": .text(code)]))
    }
}
