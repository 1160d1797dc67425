import GRDB
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel
@testable import Training

/// When two records become one person's, training follows the person.
@Suite struct MergedLearnerTests {
    private let training: TrainingOffice
    private var office: TestOffice { training.office }
    private let kept: UniqueID
    private let gone: UniqueID

    init() throws {
        training = try TrainingOffice()
        kept = try training.cadre("彭华").id
        gone = try training.cadre("江洋").id
    }

    private func enrolments(of cadre: UniqueID) throws -> [String] {
        try office.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT s.code || ' ' || e.state || ' ' || e.credited FROM training_enrolment e
                    JOIN training_session s ON s.id = e.sessionId WHERE e.cadreId = ? ORDER BY s.code, e.state
                    """, arguments: [cadre])
        }
    }

    private func set(_ cadre: UniqueID, _ state: EnrolmentState, in session: String, credited: Int) throws {
        try office.dispatcher.store.write(owner: "training") {
            try $0.execute(
                sql: """
                    UPDATE training_enrolment SET state = ?, credited = ?, creditedOn = '2024-06-01' WHERE cadreId = ?
                    AND sessionId = (SELECT id FROM training_session WHERE code = ?)
                    """, arguments: [state, credited, cadre, session])
        }
    }

    private func merge() throws {
        try office.run(MergeCadres.self, .init(cadre: "\(kept)", duplicate: "\(gone)", reason: "同一人"))
    }

    @Test func enrolmentsFollowAndCountOnce() throws {
        for (course, code, start, end) in [
            ("C001", "A", "2024-07-01 09:00", "2024-07-01 11:00"), ("C002", "B", "2024-07-02 09:00", "2024-07-02 11:00"),
            ("C003", "C", "2024-07-03 09:00", "2024-07-03 11:00"),
        ] {
            try training.open(course, start, end, code: code)
        }
        // Only the one that goes was in A; in B it says more, in C less.
        for (name, session) in [("江洋", "A"), ("江洋", "B"), ("彭华", "B"), ("江洋", "C"), ("彭华", "C")] {
            try training.enrol(name, session, exemption: "补上去年缺的课，经研究同意")
        }
        for (cadre, session, state, credited) in [
            (gone, "A", EnrolmentState.passed, 40), (gone, "B", .passed, 40), (kept, "B", .absent, 0), (gone, "C", .attended, 40),
            (kept, "C", .passed, 40),
        ] {
            try set(cadre, state, in: session, credited: credited)
        }
        try merge()
        #expect(try enrolments(of: gone).isEmpty)
        #expect(
            try enrolments(of: kept) == [
                "A passed 40", "B cancelled 0", "B passed 40", "C cancelled 0", "C passed 40",
            ])
        #expect(try office.read { try Hours.all(in: $0) } == [kept: 120])
    }

    @Test func classesAndLevelsFollow() throws {
        let day = try #require(CalendarDate("2024-05-01"))
        for (cadre, no) in [(gone, "省训1号"), (gone, "省训2号"), (kept, "省训2号")] {
            try office.run(
                AddExternalClass.self,
                .init(
                    cadre: "\(cadre)", title: "全省巡察业务班", level: .province, organiser: "省委党校", from: day, to: day, hours: 8,
                    certificate: no), as: TrainingOffice.trainer)
        }
        try office.run(
            SetLevel.self, .init(cadre: "\(gone)", to: .advanced, reason: "年度考核优秀，经研究同意"), as: TrainingOffice.trainer)
        try merge()
        #expect(try office.read { try Levels.level(of: kept, in: $0) } == .advanced)
        #expect(try office.read { try Hours.all(in: $0) } == [kept: 160])
    }
}
