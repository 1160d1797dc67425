import Operations
import PluginKit

/// Shows what a profile says about every deadline.
struct ListDeadlines: Query {
    struct Input: Codable, Sendable {
        /// Id of the profile; `county3m` when not given.
        var profile: String?
        /// The newest when not given.
        var version: Int?
    }
    static let name: OperationName = "deadline.list"
    static let access = Access.everyone(reason: "deadlines bind everybody, so everybody may read them")

    func run(_ input: Input, in context: ReadContext) throws -> Page<DeadlineLine> {
        let profile = try DeadlineProfiles.profile(
            input.profile ?? DeadlineProfile.county3m.id, version: input.version, in: context)
        let hasName = context.registry.strings.text(profile.label, in: .zhHans) != nil
        let sentence = Message(
            profile.rollForward ? "deadline.list.rolling" : "deadline.list.fixed",
            [
                "name": hasName ? .key(profile.label) : .text(profile.id), "id": .text(profile.id),
                "version": "\(profile.version)", "extensions": "\(profile.extensionsAllowed)",
            ])
        return Page(rows: profile.terms.map(DeadlineLine.init), sentence: sentence)
    }
}

/// One line of a profile.
struct DeadlineLine: Tabular {
    let term: DeadlineTerm

    static let columns: [TableColumn<DeadlineLine>] = [
        TableColumn("deadlineKey") { .word(code: $0.term.key.rawValue, key: $0.term.key.label) },
        .sentence("countedFrom") { $0.term.countedFrom },
        TableColumn("opens") { $0.term.opens.map { .phrase($0.message) } ?? .none },
        .sentence("period") { $0.term.period.message },
        TableColumn("neverAfter") { $0.neverAfter },
        .text("sources") { $0.term.sources.joined(separator: ", ") },
        .flag("unverified") { $0.term.isUnverified },
    ]
    static let briefColumns: [String]? = ["deadlineKey", "countedFrom", "opens", "period", "neverAfter"]

    private var neverAfter: Value {
        let bounds = [term.limit?.message, term.endsBy.map { Message($0.label) }].compactMap { $0 }.map(Value.phrase)
        return bounds.count > 1 ? .list(bounds) : bounds.first ?? .none
    }
}

extension DeadlineTerm {
    /// What the deadline is counted from, in words.
    var countedFrom: Message {
        if let after { return Message("deadlineFrom.end", ["key": .key(after.label)]) }
        return key.countsBackwards ? Message("deadlineFrom.back", ["event": .key(key.start.label)]) : Message(key.start.label)
    }
}
