import Operations
import Persistence
import PluginKit

/// Shows one recusal case.
struct ShowRecusal: Query {
    struct Input: Codable, Sendable {
        /// `HB-1`
        var no: String
    }
    static let name: OperationName = "recusal.show"
    static let access = ListRecusals.access
    static let positional = ["no"]

    func run(_ input: Input, in context: ReadContext) throws -> RecordAnswer<RecusalCaseLine> {
        RecordAnswer(try Self.line(input.no, in: context))
    }

    /// A case about a unit that the asker is recused from is as absent as one that never was.
    static func line(_ no: String, in context: ReadContext) throws -> RecusalCaseLine {
        var filter = Filter("r.no = ?", no.trimmed.uppercased())
        if let own = context.principal.cadre { filter.and(RecusalCases.hides("r.unitId", from: own)) }
        guard let line = try RecusalCaseLine.fetch(filter, limit: 1, in: context.db).first else {
            throw Rule.notFound.refused("recusal", field: "no", ["no": .text(no)])
        }
        return line
    }
}

/// What a recusal case needs before each state it may enter next.
struct RecusalSteps: Query {
    struct Input: Codable, Sendable {
        var no: String
    }
    static let name: OperationName = "recusal.steps"
    static let access = ListRecusals.access
    static let positional = ["no"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<StepLine> {
        let recusal = try ShowRecusal.line(input.no, in: context).recusal
        // The reason is asked for when the step is taken.
        let reason = String(repeating: "—", count: 10)
        return Page(
            rows: RecusalStates.table.outlook(
                from: recusal.state, for: context.principal,
                facts: RecusalFacts(recusal: recusal, principal: context.principal, reason: reason)))
    }
}
