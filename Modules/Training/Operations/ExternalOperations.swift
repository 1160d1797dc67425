import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Records a class of the province or the city with its certificate; its hours count.
struct AddExternalClass: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var title: String
        var level: OrganiserLevel
        var organiser: String
        var from: CalendarDate
        var to: CalendarDate
        var hours: Double
        var certificate: String
    }
    static let name: OperationName = "external.add"
    static let access = Access.roles(trainingKeepers.union([.organisationDepartment]))

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ExternalLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        var checks = Checks()
        for (field, text) in [("title", input.title), ("organiser", input.organiser), ("certificate", input.certificate)] {
            checks.require(!text.trimmed.isEmpty, Rule.invalid.refused("empty", field: field))
        }
        let hours = Tenths.of(input.hours) ?? 0
        checks.require(hours > 0, Rule.invalid.refused("positive", field: "hours", ["value": .text("\(input.hours)")]))
        checks.require(
            input.to >= input.from,
            Rule.invalid.refused("externalEnd", field: "to", ["from": "\(input.from)", "to": "\(input.to)"]))
        let taken = try Bool.fetchOne(
            context.db, sql: "SELECT EXISTS (SELECT 1 FROM training_external WHERE cadreId = ? AND certificateNo = ?)",
            arguments: [cadre.id, input.certificate.trimmed])
        checks.require(
            taken != true,
            Rule.duplicate.refused("certificate", field: "certificate", ["certificate": .text(input.certificate.trimmed)]))
        try checks.finish()
        let record = ExternalClass(
            id: context.nextID(), cadreId: cadre.id, title: input.title.trimmed, organiserLevel: input.level,
            organiser: input.organiser.trimmed, fromDate: input.from, toDate: input.to, hours: hours,
            certificateNo: input.certificate.trimmed)
        try context.insert(record, as: "externalClass", record.id)
        return RecordAnswer(
            ExternalLine(record: record, person: cadre.name),
            sentence: Message("external.add.done", ["cadre": .text(cadre.name), "title": .text(record.title)]))
    }
}

/// An external class as lists show it.
struct ExternalLine: Tabular {
    var record: ExternalClass
    var person: String

    static let columns: [TableColumn<ExternalLine>] = [
        .text("cadre") { $0.person },
        .text("externalTitle") { $0.record.title },
        .word("organiserLevel") { $0.record.organiserLevel },
        .text("organiser") { $0.record.organiser },
        .date("startDate") { $0.record.fromDate },
        .date("endDate") { $0.record.toDate },
        .decimal("hours") { Tenths.text($0.record.hours) },
        .text("certificateNo") { $0.record.certificateNo },
    ]
}

/// Lists external classes; those who do not see everybody's training see their own.
struct ListExternalClasses: Query {
    struct Input: Codable, Sendable {
        var cadre: String?
        var level: OrganiserLevel?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "external.list"
    static let access = Access.everyone(reason: ownReason)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ExternalLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter()
        filter.restrictToOwn("x.cadreId", for: context.principal)
        if let cadre = input.cadre { filter.and("x.cadreId = ?", try Enrolments.cadre(cadre, in: context).id) }
        if let level = input.level { filter.and("x.organiserLevel = ?", level) }
        if let mark = try PageMark(page.after, parts: 2) {
            filter.and("(x.fromDate, x.id) > (?, ?)", mark.parts[0], UniqueID(mark.parts[1]))
        }
        let records = try ExternalClass.fetchAll(
            context.db,
            sql: "SELECT x.* FROM training_external x WHERE \(filter.sql) ORDER BY x.fromDate, x.id LIMIT \(page.limit + 1)",
            arguments: filter.arguments)
        let names = try Candidates.names(of: records.map(\.cadreId), in: context.db)
        return page.cut(records.map { ExternalLine(record: $0, person: names[$0.cadreId] ?? "") }) {
            PageMark(["\($0.record.fromDate)", "\($0.record.id)"])
        }
    }
}
