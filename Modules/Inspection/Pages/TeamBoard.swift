import Operations
import PageKit
import PluginKit

/// `/rounds/14-3/teams`: the board on which a round's teams are composed: members with reasons, what breaks a rule, and for a
/// place everybody who could take it or may not, by which rule. Every change is a form, so that it works without a script.
enum TeamBoard {
    static let page = SitePage("/rounds/{round}/teams", access: .operation(ExplainTeams.name)) { context in
        let round = try context.dispatcher.run(ShowRound.self, .init(round: context["round"]), as: context.principal).round
        let explained = try context.dispatcher.run(ExplainTeams.self, .init(round: round.code), as: context.principal)
        let listed = try context.dispatcher.run(ListTeams.self, .init(round: round.code, limit: 1000), as: context.principal).rows
        let states = Dictionary(listed.map { ($0.team, $0.teamState) }) { first, _ in first }
        let board = Board(
            round: round, context: context, members: explained.rows, fixed: states.filter { $0.value != .proposed },
            violations: try context.dispatcher.run(CheckTeams.self, .init(round: round.code), as: context.principal).rows,
            targets: try context.dispatcher.run(ListTargets.self, .init(round: round.code), as: context.principal).rows)
        let words = context.words
        let key: [(String, String?)] = [("round", round.code)]
        var content = PageContent(title: words("inspection.pages.board", ["round": round.code]))
        content.kicker = round.title
        content.breadcrumb = [
            (words("inspection.pages.rounds"), "/rounds"), (round.code, SitePath.of("rounds", round.code)),
        ]
        content.lead = explained.sentence.map { "\(words($0)) \(words("inspection.pages.board.lead"))" }
        content.actions =
            "\(context.button(ProposeTeams.name, settled: key, isMain: true))\(context.button(BeginTeams.name, settled: key))"
        content.body = try board.html()
        return .page(content)
    }
}

/// The parts of the board.
private struct Board {
    let round: Round
    let context: PageContext
    let members: [ReasonLine]
    /// Teams that are no drafts any more: nobody is put in or taken out.
    let fixed: [String: TeamState]
    let violations: [ViolationLine]
    let targets: [TargetLine]

    private var words: Words { context.words }

    func html() throws -> HTML {
        let codes = Set(targets.compactMap(\.team)).sorted { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }
        guard !codes.isEmpty else { return "<p class=\"empty\">\(words("inspection.pages.board.none"))</p>" }
        return try codes.map(team).joined()
    }

    private func team(_ code: String) throws -> HTML {
        let own = members.filter { $0.seat.team == code }
        let title = words("inspection.pages.team", ["team": code])
        return """
            <section id="team-\(code)" class="composing"><h2>\(title) <span class="number-of">\(own.count)</span></h2>
            \(units(targets.filter { $0.team == code }.map(\.unit)))
            \(faults(of: code))
            \(own.isEmpty ? HTML() : table(own, title))
            \(try fixed[code].map(standing) ?? chooser(code))</section>

            """
    }

    /// The targets by name; many are folded away.
    private func units(_ names: [String]) -> HTML {
        guard names.count > 6 else { return "<p class=\"help\">\(words.list(names))</p>" }
        let items = names.map { "<li>\($0)</li>" as HTML }.joined()
        let title = words(
            "inspection.pages.board.targets", ["names": words.list(Array(names.prefix(3))), "count": "\(names.count)"])
        return "<details class=\"more\"><summary>\(title)</summary><ul class=\"names\">\(items)</ul></details>"
    }

    // MARK: - Violations

    /// What the team breaks now, hard before soft.
    private func faults(of code: String) -> HTML {
        let own = violations.filter { $0.violation.team == code }
        guard !own.isEmpty else {
            return "<p class=\"clean\"><span class=\"tag done\">\(words("inspection.pages.board.clean"))</span></p>"
        }
        let items = own.sorted { $0.violation.isHard && !$1.violation.isHard }.map { line -> HTML in
            let kind = words(line.violation.isHard ? "inspection.pages.board.hard" : "inspection.pages.board.soft")
            return """
                <li><span class="tag \(line.violation.isHard ? "late" : "due")">\(kind)</span> \(words(line.violation.evidence)) \
                <a class="rule" href="\(SitePath.of("rule", line.violation.rule))">\(line.violation.rule)</a></li>

                """
        }.joined()
        return "<div class=\"missing\"><ul>\(items)</ul></div>\n"
    }

    // MARK: - Members

    private func table(_ own: [ReasonLine], _ caption: String) -> HTML {
        let heads = ["teamRole", "cadre", "homeUnit", "reasons"].map { "<th scope=\"col\">\(words("column.\($0)"))</th>" as HTML }
        return """
            <div class="scroll"><table class="rows"><caption class="unseen">\(caption)</caption>
            <thead><tr>\(heads.joined())<th scope="col">\(words("inspection.pages.board.change"))</th></tr></thead>
            <tbody>\(own.map(row).joined())</tbody></table></div>

            """
    }

    private func row(_ line: ReasonLine) -> HTML {
        let id = line.seat.person.description
        let reasons = line.reasons.map { "<li>\(words($0))</li>" as HTML }.joined()
        let replace = link(line.seat.team, role: TeamRole(line.seat.role), leaving: id)
        return """
            <tr><td\(label("teamRole"))>\(words("teamRole.\(line.seat.role.rawValue)"))</td>
            <td\(label("cadre"))><a href="\(SitePath.of("people", id))">\(line.cadre)</a></td><td\(label("homeUnit"))>\(line.homeUnit)</td>
            <td\(label("reasons"))><ul class="plain">\(reasons)</ul></td>
            <td class="change">\(fixed[line.seat.team] == nil ? change(line, id, replace) : HTML())</td></tr>

            """
    }

    private func change(_ line: ReasonLine, _ id: String, _ replace: String) -> HTML {
        """
        <a class="button quiet" href="\(replace)" \
        aria-label="\(words("inspection.pages.board.replace.of", ["cadre": line.cadre]))">\(words("inspection.pages.board.replace"))</a>\
        \(context.oneStep(
            RemoveMember.name, [("team", line.seat.team), ("cadre", id)], label: words("inspection.pages.board.remove"),
            help: words("inspection.pages.board.remove.of", ["cadre": line.cadre]), next: team(line.seat.team, [])))
        """
    }

    /// Why a team is not changed here.
    private func standing(_ state: TeamState) -> HTML {
        "<p class=\"help\">\(words("inspection.pages.board.fixed", ["state": words("teamState.\(state.rawValue)")]))</p>"
    }

    /// What a cell is, for where its row is shown as a card.
    private func label(_ column: String) -> HTML { " data-label=\"\(words("column.\(column)"))\"" }

    // MARK: - Choosing

    /// The board again, at a team: whoever changes it stays in place, with what that breaks in view.
    private func team(_ code: String, _ fields: [(String, String)]) -> String {
        SitePath.with(SitePath.of("rounds", round.code, "teams"), fields) + "#team-\(code)"
    }

    private func link(_ team: String, role: TeamRole, leaving: String? = nil) -> String {
        let fields = [("team", team), ("role", role.rawValue)] + (leaving.map { [("leaving", $0)] } ?? [])
        return SitePath.with(SitePath.of("rounds", round.code, "teams"), fields) + "#choose"
    }

    /// Links to the candidates for each role, and the candidates of the one that was chosen.
    private func chooser(_ code: String) throws -> HTML {
        let links = TeamRole.allCases.map { role -> HTML in
            let title = words("inspection.pages.board.choose", ["role": words("teamRole.\(role.rawValue)")])
            return "<a class=\"button\" href=\"\(link(code, role: role))\">\(title)</a>\n"
        }.joined()
        guard context.query("team") == code else { return "<p class=\"buttons\">\(links)</p>" }
        return "<p class=\"buttons\">\(links)</p>\n\(try candidates(code))"
    }

    private func candidates(_ code: String) throws -> HTML {
        let role = context.query("role").flatMap(TeamRole.init(rawValue:)) ?? .inspector
        let leaving = context.query("leaving")
        let page = try context.dispatcher.run(
            TeamCandidates.self,
            .init(
                team: code, role: role, verdict: context.query("verdict").flatMap(CandidateVerdict.init(rawValue:)),
                words: context.query("words"), leaving: leaving, limit: leaving == nil ? 30 : 5), as: context.principal)
        let heads = ["cadre", "homeUnit", "candidateVerdict", "gain", "specialties", "rounds", "facts"].map {
            "<th scope=\"col\">\(words("column.\($0)"))</th>" as HTML
        }
        let title = page.sentence.map { words($0) } ?? ""
        return """
            <div id="choose" class="choose"><h3>\(title)</h3>
            \(filter(code, role, leaving))
            <div class="scroll"><table class="rows"><caption class="unseen">\(title)</caption>
            <thead><tr>\(heads.joined())<th scope="col">\(words("inspection.pages.board.change"))</th></tr></thead>
            <tbody>\(page.rows.map { candidate($0, code, role, leaving) }.joined())</tbody></table></div></div>

            """
    }

    /// A name or unit to look for, and which verdicts to see.
    private func filter(_ code: String, _ role: TeamRole, _ leaving: String?) -> HTML {
        let options = CandidateVerdict.allCases.map { verdict -> HTML in
            let chosen = context.query("verdict") == verdict.rawValue
            return
                "<option value=\"\(verdict.rawValue)\"\(.when(chosen, " selected"))>\(words("candidateVerdict.\(verdict.rawValue)"))</option>"
        }.joined()
        let carried = [("team", code), ("role", role.rawValue), ("leaving", leaving ?? "")].filter { !$0.1.isEmpty }.map {
            "<input type=\"hidden\" name=\"\($0)\" value=\"\($1)\">" as HTML
        }.joined()
        return """
            <form class="filter inline" action="#choose">\(carried)
            <label>\(words("team.candidates.words")) <input name="words" value="\(context.query("words") ?? "")"></label>
            <label>\(words("team.candidates.verdict")) <select name="verdict"><option value="">\(words("inspection.pages.board.everybody"))</option>\(options)</select></label>
            <button>\(words("inspection.pages.board.look"))</button></form>

            """
    }

    private func candidate(_ line: CandidateLine, _ code: String, _ role: TeamRole, _ leaving: String?) -> HTML {
        let id = line.person.id.description
        let facts = line.against.map { violation -> HTML in
            let soft: HTML? =
                violation.isHard ? nil : "<span class=\"tag due\">\(words("inspection.pages.board.soft"))</span> "
            return """
                <li>\(soft)\(words(violation.evidence)) \
                <a class="rule" href="\(SitePath.of("rule", violation.rule))">\(violation.rule)</a></li>
                """
        }
        .joined()
        return """
            <tr><td\(label("cadre"))><a href="\(SitePath.of("people", id))">\(line.person.name)</a></td>
            <td\(label("homeUnit"))>\(line.person.homeUnitName)</td>
            <td\(label("candidateVerdict"))>\(context.tag("candidateVerdict.\(line.verdict.rawValue)")) \(line.team ?? "")</td>
            <td class="number"\(label("gain"))>\(line.gain.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? "")</td>
            <td\(label("specialties"))>\(words.list(line.person.specialties))</td>
            <td class="number"\(label("rounds"))>\(line.person.roundsServed)</td>
            <td\(label("facts"))><ul class="plain">\(facts)</ul></td>
            <td class="change">\(isSettled(line) ? HTML() : put(id, line.person.name, code, role, leaving))</td></tr>

            """
    }

    /// Whether somebody sits here already, or in a team that nobody is taken out of.
    private func isSettled(_ line: CandidateLine) -> Bool {
        line.verdict == .here || line.team.map { fixed[$0] != nil } ?? false
    }

    private func put(_ id: String, _ name: String, _ code: String, _ role: TeamRole, _ leaving: String?) -> HTML {
        let help = words("inspection.pages.board.assign.of", ["cadre": name])
        let label = words("inspection.pages.board.assign")
        guard let leaving else {
            return context.oneStep(
                AssignMember.name, [("team", code), ("cadre", id), ("role", role.rawValue)], label: label, help: help,
                next: team(code, [("team", code), ("role", role.rawValue)]))
        }
        return context.oneStep(
            ReplaceMember.name, [("team", code), ("cadre", leaving), ("with", id)], label: label, help: help, next: team(code, [])
        )
    }
}
