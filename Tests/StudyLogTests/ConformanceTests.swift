import PluginKit
import PluginTestKit
import Testing

@testable import StudyLog
@testable import StudyPlatforms

@Suite struct ConformanceTests {
    @Test func theModuleAndItsPlatformsConform() {
        #expect(PluginConformance.problems(of: StudyOffice.plugins) == [])
    }

    @Test func hoursAreTextWithTwoDecimals() {
        #expect(
            [0, 1, 20, 30, 45, 90, 1440].map { Hours.text(minutes: $0) } == [
                "0.00", "0.02", "0.33", "0.50", "0.75", "1.50", "24.00",
            ])
    }

    @Test func aTokensVariableIsMadeFromThePlatform() {
        #expect(Source.variable(for: "xuexi-qiangguo") == "XUNCHA_PLATFORM_TOKEN_XUEXI_QIANGGUO")
    }
}
