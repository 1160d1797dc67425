import Operations
import PageKit
import PluginKit

/// `/training/plan?day=2024-06-03`: plans a session. A clash is named with what is free instead; one press takes it over.
struct PlanPage {
    static let page = SitePage("/training/plan", access: .operation(AddSession.name)) { context in
        var plan = try PlanPage(context)
        return context.request.method == .post ? try plan.send() : .page(try plan.content())
    }

    private let context: PageContext
    /// What was typed, or what stands in the address.
    private let fields: [String: String]
    private let settings: TrainingSettings
    private var refusals: [Refusal] = []
    private var words: Words { context.words }

    private static let names = ["course", "day", "from", "to", "room", "teacher", "capacity", "deadline", "code"]

    private init(_ context: PageContext) throws {
        self.context = context
        settings = try context.dispatcher.store.read { try TrainingSettings($0) }
        var fields: [String: String] = [:]
        for name in Self.names { fields[name] = (context.request.form[name]?.first ?? context.query(name))?.trimmed.nonEmpty }
        self.fields = fields
    }

    /// The way here, for those who may plan.
    static func button(_ context: PageContext, course: String? = nil) -> HTML {
        guard context.mayRun(AddSession.name) else { return HTML() }
        let path = course.map { SitePath.with("/training/plan", [("course", $0)]) } ?? "/training/plan"
        return "<a class=\"button main\" href=\"\(path)\">\(context.words("session.add"))</a>\n"
    }

    // MARK: Sending

    private mutating func send() throws -> PageAnswer {
        guard let input = input() else { return .page(try content()) }
        do {
            let answer = try context.dispatcher.run(AddSession.self, input, as: context.principal)
            return .redirect(to: SitePath.of("training", "sessions", answer.row.session.code), flash: answer.sentence)
        } catch let error as any UserFacingError {
            refusals = error.refusals
            return .page(try content())
        }
    }

    /// What the form asks for; nil, with everything that is wrong noted, where it cannot be read.
    private mutating func input() -> AddSession.Input? {
        let start = time("from"), end = time("to")
        let capacity = fields["capacity"].flatMap { Int($0) }
        if fields["course"] == nil { refusals.append(Rule.invalid.refused("missing", field: "course")) }
        if capacity == nil {
            let typed = fields["capacity"]
            refusals.append(
                typed.map { Rule.invalid.refused("positive", field: "capacity", ["value": .text($0)]) }
                    ?? Rule.invalid.refused("missing", field: "capacity"))
        }
        let deadline = date("deadline", isNeeded: false)
        guard refusals.isEmpty, let start, let end, let capacity, let course = fields["course"] else { return nil }
        return AddSession.Input(
            course: course, start: start, end: end, room: fields["room"], teacher: fields["teacher"], capacity: capacity,
            deadline: deadline, code: fields["code"])
    }

    private mutating func date(_ field: String, isNeeded: Bool) -> CalendarDate? {
        guard let text = fields[field] else {
            if isNeeded { refusals.append(Rule.invalid.refused("missing", field: field)) }
            return nil
        }
        if let date = CalendarDate(text) { return date }
        refusals.append(Rule.invalid.refused("sessionDay", field: field, ["value": .text(text)]))
        return nil
    }

    /// A time of the day that was typed.
    private mutating func time(_ field: String) -> SessionTime? {
        guard let day = fields["day"].flatMap({ CalendarDate($0) }) else {
            if field == "from" { _ = date("day", isNeeded: true) }
            return nil
        }
        guard let clock = fields[field], let time = SessionTime("\(day) \(clock)") else {
            let typed = fields[field] ?? ""
            refusals.append(Rule.invalid.refused("sessionTime", field: field, ["value": .text(typed)]))
            return nil
        }
        return time
    }

    // MARK: Showing

    private func content() throws -> PageContent {
        var content = PageContent(title: words("session.add"))
        content.breadcrumb = [(words("training"), "/training")]
        content.lead = "\(words("session.add.help"))"
        content.status = refusals.first?.kind.httpStatus ?? 200
        content.body = """
            \(ClashBox(refusals: refusals, words: words).html(address))
            <form method="post" action="/training/plan" class="form"><input type="hidden" name="\(SiteRequest.csrfField)" value="\(context.frame.csrfToken)">
            \(try courses())
            \(field("day", "training.pages.plan.day", help: "training.pages.plan.day.help", control("day", "inputmode=\"numeric\" required")))
            <div class="pair">\(field("from", "training.pages.plan.from", control("from", "type=\"time\" required", standard: morning)))
            \(field("to", "training.pages.plan.to", control("to", "type=\"time\" required", standard: noon)))</div>
            \(field("room", "field.room", help: "field.room.help", control("room", "list=\"plan-rooms\"")))
            \(field("teacher", "field.teacher", control("teacher", "list=\"plan-teachers\"")))
            \(field("capacity", "field.capacity", control("capacity", "class=\"short\" inputmode=\"numeric\" required")))
            \(field("deadline", "field.deadline", optional: true, help: "field.deadline.help", control("deadline", "class=\"short\" inputmode=\"numeric\"")))
            \(field("code", "session.add.code", optional: true, help: "session.add.code.help", control("code", "class=\"short\"")))
            <p class="buttons"><button class="main">\(words("session.add"))</button>
            <a class="button quiet" href="\(back)">\(words("pages.cancel"))</a></p></form>
            \(try offers())
            """
        return content
    }

    private var back: String {
        guard let day = fields["day"].flatMap({ CalendarDate($0) }) else { return "/training" }
        return SitePath.with("/training", [("month", String("\(day)".prefix(7)))])
    }

    /// The same form with the time and the room of an offer.
    private func address(_ offer: ClashBox.Offer) -> String {
        var taken = fields
        taken["day"] = "\(offer.start.day)"
        taken["from"] = offer.start.clock
        if let from = time(of: "from"), let to = time(of: "to"), to > from {
            taken["to"] = offer.start.adding(minutes: to.minutes(since: from)).clock
        }
        taken["room"] = offer.room ?? taken["room"]
        return SitePath.with("/training/plan", Self.names.compactMap { name in taken[name].map { (name: name, value: $0) } })
    }

    private func time(of field: String) -> SessionTime? {
        guard let day = fields["day"].flatMap({ CalendarDate($0) }) else { return nil }
        return SessionTime("\(day) \(fields[field] ?? "")")
    }

    private var morning: String { SessionTime(.earliest, minute: settings[.morningStart]).clock }
    private var noon: String { SessionTime(.earliest, minute: settings[.morningStart] + settings[.meetingMinutes]).clock }

    private func control(_ name: String, _ attributes: HTML, standard: String = "") -> HTML {
        let wrong: HTML = .when(refusals.contains { $0.field == name }, " aria-invalid=\"true\"")
        return
            "<input id=\"f-\(name)\" name=\"\(name)\" value=\"\(fields[name] ?? standard)\" autocomplete=\"off\" aria-describedby=\"f-\(name)-help\" \(attributes)\(wrong)>"
    }

    private func field(
        _ name: String, _ label: String, optional: Bool = false, help: String? = nil, _ control: HTML
    ) -> HTML {
        let mark: HTML = .when(optional, " <span class=\"remark\">\(words("pages.optional"))</span>")
        let note: HTML = help.map { "<p class=\"help\" id=\"f-\(name)-help\">\(words($0))</p>" } ?? HTML()
        let wrong: HTML = .when(refusals.contains { $0.field == name }, " wrong")
        return "<div class=\"field\(wrong)\"><label for=\"f-\(name)\">\(words(label))\(mark)</label>\(note)\(control)</div>"
    }

    private func courses() throws -> HTML {
        let rows = try context.dispatcher.run(ListCourses.self, .init(limit: PageRequest.maximumLimit), as: context.principal)
            .rows
        let options = rows.map { line -> HTML in
            "<option value=\"\(line.course.code)\"\(.when(line.course.code == fields["course"], " selected"))>\(line.course.code) \(line.course.title)</option>"
        }.joined()
        return field(
            "course", "field.course",
            "<select id=\"f-course\" name=\"course\" required><option value=\"\"></option>\(options)</select>")
    }

    /// Rooms and teachers that are known, offered while somebody types.
    private func offers() throws -> HTML {
        let rooms = try context.dispatcher.run(ListRooms.self, ListInput(), as: context.principal).rows.map(\.name)
        let teachers = try context.dispatcher.run(ListTeachers.self, ListInput(), as: context.principal).rows.map(\.teacher)
        return "\(list("plan-rooms", rooms))\(list("plan-teachers", teachers))"
    }

    private func list(_ id: String, _ values: [String]) -> HTML {
        "<datalist id=\"\(id)\">\(values.map { "<option value=\"\($0)\">" as HTML }.joined())</datalist>"
    }
}
