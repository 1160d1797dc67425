import Foundation
import Operations
import PluginKit
import Testing

@testable import PageKit

/// What every page keeps: one main heading, headings in order, labels for inputs, nothing inline, nothing from outside.
@Suite struct StructureTests {
    static let paths = [
        "/", "/overview", "/rounds", "/rounds/14-3", "/rounds/14-3/teams", "/findings", "/rectification", "/reviews", "/units",
        "/units/A2", "/people", "/coverage", "/declarations", "/rounds/14-3/tasks",
        "/system",
        "/settings", "/help", "/search", "/search?q=区", "/rule/R-RND-06", "/import/unit.import", "/import/cadre.import",
        "/nowhere",
    ]

    @Test(arguments: Language.allCases) func everyPage(_ language: Language) throws {
        let office = try Office()
        try office.seed()
        for path in Self.paths { try check(office.html(path, language: language), path) }
    }

    @Test(arguments: Language.allCases) func everyOperation(_ language: Language) throws {
        let office = try Office()
        try office.seed()
        let everything = Principal(account: "office", roles: Set(Role.all))
        for operation in office.dispatcher.registry.values(OperationSlot.self) {
            let response = office.site.respond(to: office.request("/op/\(operation.name)", as: everything, language: language))
            #expect(response.status < 500, "\(operation.name)")
            guard case .html(let html) = response.body else {
                if case .redirect(let path, _) = response.body {
                    try check(office.html(path, as: everything, language: language), path)
                }
                continue
            }
            try check(html, "/op/\(operation.name)")
            let label = Words(strings: office.dispatcher.registry.strings, language: language)(operation.name.text)
            #expect(html.contains(HTML(escaping: label).text), "\(operation.name)")
        }
    }

    /// A form sent empty is refused field by field, never with a fault of the program.
    @Test func everyCommandSentEmpty() throws {
        let office = try Office()
        let everything = Principal(account: "office", roles: Set(Role.all))
        for operation in office.dispatcher.registry.values(OperationSlot.self) where operation.kind == .command {
            let required = operation.fields().filter { !$0.isOptional && $0.kind != .flag && $0.kind != .download }
            guard !required.isEmpty else { continue }
            let response = office.site.respond(
                to: office.request("/op/\(operation.name)", as: everything, form: ["_csrf": ["t"]]))
            guard case .html(let html) = response.body else { continue }
            #expect((400..<500).contains(response.status), "\(operation.name)")
            #expect(html.contains("role=\"alert\""), "\(operation.name)")
            try check(html, "/op/\(operation.name)")
        }
    }

    private func check(_ html: String, _ place: String) throws {
        #expect(html.hasPrefix("<!DOCTYPE html>"), "\(place)")
        #expect(try html.all("<h1[^>]*>(.*?)</h1>").count == 1, "\(place)")
        try checkHeadings(html, place)
        try checkLabels(html, place)
        #expect(try html.all("<[^>]* (style|on[a-z]+)=").isEmpty, "\(place)")
        #expect(try html.all("<style[ >]()").isEmpty, "\(place)")
        #expect(try html.all("<script(?! src=\"/assets/)([^>]*)>").isEmpty, "\(place)")
        #expect(try html.all("(?:src|href|action)=\"(https?:|//)").isEmpty, "\(place)")
        let ids = try html.all(" id=\"([^\"]*)\"")
        #expect(
            Set(ids).count == ids.count,
            "\(place): \(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted())")
    }

    private func checkHeadings(_ html: String, _ place: String) throws {
        var last = 0
        for level in try html.all("<h([1-6])").compactMap({ Int($0) }) {
            #expect(level <= last + 1, "\(place): h\(level) after h\(last)")
            last = level
        }
    }

    private func checkLabels(_ html: String, _ place: String) throws {
        let labelled = Set(try html.all("<label[^>]* for=\"([^\"]*)\""))
        for input in try html.all("<((?:input|select|textarea) [^>]*)>") where !input.contains("type=\"hidden\"") {
            let id = input.between("id=\"", "\"")
            #expect(id.map(labelled.contains) == true, "\(place): \(input)")
        }
    }
}
