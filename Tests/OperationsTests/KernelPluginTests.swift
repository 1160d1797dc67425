import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@Suite struct KernelPluginTests {
    @Test func theKernelIsAPluginLikeAnyOther() {
        #expect(PluginConformance.problems(of: []) == [])
    }

    @Test func theOfficeRunsWithoutPlugins() throws {
        let office = try TestOffice(plugins: [])
        let page = try office.run(ListRules.self, .init())
        #expect(page.rows.count == Rule.general.count + Rule.file.count + Rule.privacy.count)
        let audit = try office.run(ListAudit.self, .init())
        #expect(audit.rows.isEmpty)
    }
}
