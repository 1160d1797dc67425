import PluginKit
import Testing

@testable import Personnel

/// How many rounds are served where a roster's words and exact records tell of the same one (decision 0060).
@Suite struct RoundsServedTests {
    /// `2022-06-01 14-1` is an exact record, `2024-06-30 上一轮（2024.06）` what a roster told.
    private func count(_ records: [String]) throws -> Int {
        RoundsServed(
            try records.map { text in
                let parts = text.split(separator: " ").map(String.init)
                let isTold = parts[1].contains("（")
                return RoundsServed.Record(
                    round: parts[1], endedOn: try #require(CalendarDate(parts[0])),
                    remark: isTold ? ServiceRemark(round: parts[1]) : nil)
            }
        ).count
    }

    @Test(
        arguments: [
            ([], 0), (["2022-06-01 14-1"], 1), (["2022-06-01 14-1", "2022-06-01 14-1"], 1),
            (["2022-06-01 14-1", "2023-06-01 14-2"], 2),
            // The last round may be the exact one; what was over only later is another.
            (["2024-06-30 上一轮（2024.06）"], 1), (["2024-06-30 上一轮（2024.06）", "2023-06-01 14-2"], 1),
            (["2024-06-30 上一轮（2024.06）", "2025-06-01 14-3"], 2), (["2023-12-31 上一轮（2023.12）", "2024-06-30 上一轮（2024.06）"], 1),
            // A number of rounds holds for the day of the roster.
            (["2024-06-30 3次（2024.06）"], 3), (["2024-06-30 三次（2024.06）", "2022-06-01 14-1", "2023-06-01 14-2"], 3),
            (["2024-06-30 2次（2024.06）", "2022-06-01 14-1", "2025-06-01 14-3"], 3),
            (["2024-06-30 2次（2024.06）", "2021-06-01 13-9", "2022-06-01 14-1", "2023-06-01 14-2"], 3),
            // A numbered round is the exact one of that number.
            (["2024-06-30 第三轮（2024.06）", "2023-06-01 14-3"], 1), (["2024-06-30 第三轮（2024.06）", "2023-06-01 14-2"], 2),
            (["2024-06-30 第三轮（2024.06）", "2025-06-01 14-3"], 2), (["2024-06-30 第三轮（2024.06）", "2024-06-30 第四轮（2024.06）"], 2),
            (["2024-06-30 十四届第三轮（2024.06）", "2023-06-01 14-3"], 1), (["2024-06-30 十三届区委第三轮（2024.06）", "2023-06-01 14-3"], 2),
            (["2024-06-30 第三轮（2024.06）", "2024-06-30 2次（2024.06）", "2023-06-01 14-3"], 2),
        ] as [([String], Int)])
    func aRoundCountsOnce(records: [String], rounds: Int) throws {
        #expect(try count(records) == rounds)
    }
}
