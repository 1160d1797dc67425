import Operations
import PluginKit
import Testing

@testable import PageKit

@Suite struct AccessTests {
    /// For every role and operation: whoever may not run it is told exactly what is told about a page that does not exist.
    @Test(arguments: Role.all) func hiddenAndAbsentAreTheSame(_ role: Role) throws {
        let office = try Office()
        let principal = Principal(account: "office", roles: [role])
        let absent = office.site.respond(to: office.request("/op/no.such", as: principal))
        #expect(absent.status == 404)
        for operation in office.dispatcher.registry.values(OperationSlot.self) {
            let path = "/op/\(operation.name)"
            let response = office.site.respond(to: office.request(path, as: principal))
            if operation.access.allows(principal) {
                #expect(response.status != 404, "\(operation.name)")
            } else {
                #expect(response.status == 404, "\(operation.name)")
                #expect(withoutPath(response, path) == withoutPath(absent, "/op/no.such"), "\(operation.name)")
                let sent = office.site.respond(to: office.request(path, as: principal, form: ["_csrf": ["t"]]))
                #expect(sent.status == 404, "\(operation.name)")
            }
        }
    }

    private func withoutPath(_ response: SiteResponse, _ path: String) -> String {
        guard case .html(let html) = response.body else { return "" }
        return html.replacing(SitePath.of("op", String(path.dropFirst(4))), with: "")
    }

    /// No page links to, or offers, an operation that the account may not run.
    @Test(arguments: Role.all) func nothingIsOfferedThatIsNotAllowed(_ role: Role) throws {
        let office = try Office()
        try office.seed()
        let principal = Principal(account: "x", roles: [role])
        for path in StructureTests.paths {
            let html = office.html(path, as: principal)
            for link in try html.all("(?:href|action)=\"(/op/[^\"?]*)") + html.all("(?:href|action)=\"(/import/[^\"?/]*)") {
                let name = link.split(separator: "/").last.map(String.init) ?? ""
                let operation = office.dispatcher.registry.operation(OperationName(name))
                #expect(operation?.access.allows(principal) == true, "\(role.rawValue) \(path) \(link)")
            }
        }
    }

    /// Every link on every page leads somewhere for the person who sees it.
    @Test(arguments: [
        Role.inspectionOffice, .districtCommittee, .leadingGroup, .unitLiaison, .inspector, .administrator, .auditor,
    ])
    func linksResolve(_ role: Role) throws {
        let office = try Office()
        try office.seed()
        let principal = Principal(account: "office", roles: [role])
        for path in StructureTests.paths {
            for link in Set(try office.html(path, as: principal).all("<a [^>]*href=\"(/[^\"#]*)")) {
                let response = office.site.respond(to: office.request(link.replacing("&amp;", with: "&"), as: principal))
                #expect(response.status < 400, "\(role.rawValue) \(path) → \(link): \(response.status)")
            }
        }
    }

    @Test func aUnitSeesItsOwnMattersOnly() throws {
        let office = try Office()
        try office.seed()
        let unit = try office.unitAccount("A2")
        let areas = try #require(office.html("/", as: unit).between("<nav class=\"areas\"", "</nav>"))
        #expect(try areas.all("href=\"([^\"]*)\"") == ["/", "/rectification", "/reviews"])
        for path in ["/overview", "/rounds", "/people", "/system", "/units"] {
            #expect(office.site.respond(to: office.request(path, as: unit)).status == 404, "\(path)")
        }
    }
}
