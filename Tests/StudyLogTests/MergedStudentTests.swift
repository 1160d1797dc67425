import GRDB
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel
@testable import StudyLog

/// When two records become one person's, the log follows the person.
@Suite struct MergedStudentTests {
    @Test func entriesFollowAndCountOnce() throws {
        let study = try StudyOffice()
        let office = study.office
        let people = try office.read { (try Cadres.cadre("彭华", in: $0).id, try Cadres.cadre("江洋", in: $0).id) }
        let (kept, gone) = people
        for (cadre, topic) in [(gone, "党纪条例"), (gone, "巡视工作条例"), (kept, "党纪条例")] {
            try office.run(
                AddStudy.self,
                .init(
                    cadre: "\(cadre)", date: try StudyOffice.day("2024-06-01"), topic: topic, minutes: 60, mode: .systematic),
                as: study.trainer)
        }
        try office.run(MergeCadres.self, .init(cadre: "\(kept)", duplicate: "\(gone)", reason: "同一人"))
        let rows = try office.run(ListStudy.self, .init(cadre: "\(kept)"), as: study.trainer).rows
        #expect(rows.map(\.topic).sorted() == ["党纪条例", "巡视工作条例"].sorted())
        #expect(rows.allSatisfy { $0.cadre == "彭华" })
        let all = try office.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM studylog_entry WHERE cadreId = ?", arguments: [kept])
        }
        #expect(all == 3, "what counts no more stays in the file")
    }
}
