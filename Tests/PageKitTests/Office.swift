import Foundation
import Operations
import PageKit
import Persistence
import PluginKit
import PluginTestKit
import StandardPlugins
import Testing

/// The whole program in memory with its site, one per test.
struct Office {
    let test: TestOffice
    let site: PageSite
    var dispatcher: Dispatcher { test.dispatcher }

    init(also plugins: [any Plugin.Type] = []) throws {
        test = try TestOffice(plugins: standardPlugins + plugins, jurisdiction: "杭州市西湖区")
        site = PageSite(dispatcher: test.dispatcher)
    }

    /// Runs an operation with texts, as a form does.
    @discardableResult
    func run(_ name: String, _ fields: [String: String], as principal: Principal? = nil, file: Upload? = nil) throws -> Answer {
        let operation = try #require(dispatcher.registry.operation(OperationName(name)))
        var words = fields.mapValues { [$0] }
        if file != nil { words["file"] = ["file"] }
        let source = WordsSource(words, strings: dispatcher.registry.strings) { _ in
            guard let file else { throw Rule.invalid.refused("upload") }
            return file
        }
        return try operation.run(dispatcher, source, principal ?? test.office)
    }

    func request(
        _ path: String, as principal: Principal? = nil, language: Language = .zhHans, form: [String: [String]]? = nil,
        uploads: [String: [Upload]] = [:], cookies: [String: String] = [:]
    ) -> SiteRequest {
        let parts = path.split(separator: "?", maxSplits: 1)
        let query =
            parts.count < 2
            ? []
            : parts[1].split(separator: "&").map { pair -> (name: String, value: String) in
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(sides[0]).decoded, sides.count < 2 ? "" : String(sides[1]).decoded)
            }
        return SiteRequest(
            method: form == nil ? .get : .post, path: String(parts[0]).decoded, query: query, form: form ?? [:], uploads: uploads,
            cookies: cookies, language: language, principal: principal ?? test.office, accountTitle: "巡察办", csrfToken: "token")
    }

    /// The HTML of a page, whatever its status; empty for what is no page.
    func html(
        _ path: String, as principal: Principal? = nil, language: Language = .zhHans, form: [String: [String]]? = nil
    ) -> String {
        guard case .html(let html) = site.respond(to: request(path, as: principal, language: language, form: form)).body else {
            return ""
        }
        return html
    }

    /// A term, a few units and a round with two targets.
    func seed() throws {
        try run("term.open", ["number": "14", "name": "第十四届", "start": "2026-01-01", "satisfactionThreshold": "90.00"])
        let units =
            "code,name,level,parent_code\nA,西湖区,district,\nA1,区民政局,organ,A\nA2,北山街道,street,A\nA2-1,曙光社区,community,A2\n"
        try run("unit.import", [:], file: Upload(name: "units.csv", data: Data(units.utf8)))
        try run("round.create", ["number": "3", "title": "十四届区委第三轮巡察", "start": "2026-03-01", "end": "2026-06-30"])
        try run("target.add", ["round": "14-3", "unit": "A2", "withSubordinates": "true"])
    }

    /// An account of a unit.
    func unitAccount(_ code: String) throws -> Principal {
        try run("account.add", ["name": "unit\(code)", "title": "联络员", "roles": "UL", "unit": code])
        return try dispatcher.principal(named: "unit\(code)")
    }
}

extension String {
    fileprivate var decoded: String { replacing("+", with: " ").removingPercentEncoding ?? self }

    /// The text between two markers, the first time they occur.
    func between(_ start: String, _ end: String) -> String? {
        guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return nil }
        return String(self[from.upperBound..<to.lowerBound])
    }

    /// Every match of a pattern's first group.
    func all(_ pattern: String) throws -> [String] {
        let regex = try NSRegularExpression(pattern: pattern, options: [.dotMatchesLineSeparators])
        return regex.matches(in: self, range: NSRange(startIndex..., in: self)).compactMap { match in
            Range(match.range(at: 1), in: self).map { String(self[$0]) }
        }
    }
}
