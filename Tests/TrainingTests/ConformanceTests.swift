import Deadlines
import Interchange
import Organization
import PageKit
import Personnel
import PluginTestKit
import Statistics
import Testing
import Training

@Suite struct ConformanceTests {
    @Test func theModuleConforms() {
        #expect(
            PluginConformance.problems(of: [
                InterchangePlugin.self, DeadlinesPlugin.self, OrganizationPlugin.self, PersonnelPlugin.self,
                StatisticsPlugin.self, PagesPlugin.self, TrainingPlugin.self,
            ]) == [])
    }
}
