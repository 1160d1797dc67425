import Deadlines
import GRDB
import Operations
import Persistence
import PluginKit

/// Opens a term. Its satisfaction threshold has no default: whoever opens it must say it.
struct OpenTerm: Command {
    struct Input: Codable, Sendable {
        var number: Int
        var name: String
        var start: CalendarDate
        /// Percent with at most two decimals, `90.00`.
        var satisfactionThreshold: String
        /// `county3m`, `reg2017` or `reg2024`; `county3m` when not given.
        var deadlineProfile: String?
    }
    static let name: OperationName = "term.open"
    static let access = Access.roles([.inspectionOffice, .administrator])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<Term> {
        var checks = Checks()
        checks.require(input.number > 0, Rule.invalid.refused("positive", field: "number", ["value": "\(input.number)"]))
        let name = input.name.trimmed
        checks.require(!name.isEmpty, Rule.invalid.refused("empty", field: "name"))
        let threshold = Percent.hundredths(input.satisfactionThreshold)
        checks.require(
            threshold.map { $0 <= 10_000 } ?? false,
            Rule.invalid.refused("percent", field: "satisfactionThreshold", ["value": .text(input.satisfactionThreshold)]))
        try checks.finish()
        try checkProfile(input, context)
        if let open = try Term.fetchOne(context.db, sql: "SELECT * FROM organization_term WHERE state = 'active'") {
            throw OrganizationRules.oneActiveTerm.refused(["number": "\(open.number)"])
        }
        if try Terms.term(number: input.number, in: context.db) != nil {
            throw Rule.duplicate.refused("term", field: "number", ["number": "\(input.number)"])
        }
        let term = Term(
            id: context.nextID(), version: 1, number: input.number, name: name, startDate: input.start, endDate: nil,
            state: .active,
            deadlineProfile: input.deadlineProfile ?? "county3m", satisfactionThreshold: threshold ?? 0, taxonomy: "seed-2022")
        try context.insert(term, as: "term", term.id)
        return RecordAnswer(term, sentence: Message("term.open.done", ["number": "\(term.number)"]))
    }

    /// A profile that does not exist would stop the first deadline of the term, long after it was typed.
    /// - Throws: `E-NOTFOUND` naming the profiles there are.
    private func checkProfile(_ input: Input, _ context: WriteContext) throws {
        guard let profile = input.deadlineProfile, !context.registry.values(DeadlineProfiles.self).isEmpty else { return }
        _ = try DeadlineProfiles.profile(profile, field: "deadlineProfile", in: context)
    }
}

/// Closes the open term.
struct CloseTerm: Command {
    struct Input: Codable, Sendable {
        var number: Int
        var end: CalendarDate
        var version: Int?
    }
    static let name: OperationName = "term.close"
    static let access = Access.roles([.inspectionOffice, .administrator])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<Term> {
        guard var term = try Terms.term(number: input.number, in: context.db) else {
            throw Rule.notFound.refused("term", field: "number", ["number": "\(input.number)"])
        }
        let before = term
        try context.expect(version: input.version, stored: term.version)
        guard term.state == .active else {
            throw Rule.illegalState.refused(
                "transition", ["state": .key("termState.closed"), "wanted": .key("termState.closed"), "next": "—"])
        }
        guard input.end >= term.startDate else {
            throw Rule.invalid.refused("dateOrder", field: "end", ["start": "\(term.startDate)", "end": "\(input.end)"])
        }
        term.state = .closed
        term.endDate = input.end
        term.version += 1
        try term.update(context.db)
        try context.noteChange(of: "term", term.id, from: before, to: term)
        return RecordAnswer(term, sentence: Message("term.close.done", ["number": "\(term.number)"]))
    }
}

/// Lists the terms, newest first.
struct ListTerms: Query {
    typealias Input = ListInput
    static let name: OperationName = "term.list"
    static let access = Access.everyone(reason: "which term it is, is on every document")

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<Term> {
        let terms = try Term.fetchAll(context.db, sql: "SELECT * FROM organization_term ORDER BY number DESC")
        return try .part(of: terms, limit: input.limit, after: input.after) { "\($0.number)" }
    }
}
