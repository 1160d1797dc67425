import Operations
import Persistence
import PluginKit
import Testing

@testable import Training

@Suite struct CatalogueTests {
    @Test func bothAreasAndFourTracksAreThere() throws {
        let training = try TrainingOffice()
        let discipline = try training.office.run(ListCourses.self, .init(area: .discipline)).rows
        #expect(discipline.map(\.course.track) == Array(repeating: "supervision", count: 6))
        #expect(try training.office.run(ListCourses.self, .init(area: .inspection)).rows.count == 34)
        for track in ["监察", "审计", "巡察", "财务", "audit"] {
            #expect(try training.office.run(ListCourses.self, .init(track: track)).rows.count == 6)
        }
        #expect(
            training.office.refusals { _ = try training.office.run(ListCourses.self, .init(track: "园艺")) }.map(\.field) == [
                "track"
            ])
    }

    private static let graphs: [(required: [Int: Set<Int>], circle: [Int]?)] = [
        ([1: [2], 2: [3], 3: [1]], [1, 2, 3, 1]), ([1: [1]], [1, 1]), ([1: [2, 3], 2: [3]], nil), ([:], nil),
        ([1: [2], 2: [4], 4: [5], 5: [2]], [2, 4, 5, 2]),
    ]

    @Test(arguments: graphs)
    func circlesAreFound(graph: (required: [Int: Set<Int>], circle: [Int]?)) {
        #expect(Prerequisites.circle(in: graph.required) == graph.circle)
    }

    @Test func aCircleIsRefusedNamingIt() throws {
        let training = try TrainingOffice()
        let refusals = training.office.refusals {
            try training.office.run(SetCourse.self, .init(course: "C001", prerequisites: ["C003"]))
        }
        #expect(refusals.map(\.rule) == [TrainingRules.circle])
        #expect(refusals.first?.message.arguments["circle"] == .text("C001 → C003 → C001"))
        #expect(try training.office.run(ShowCourse.self, .init(course: "C001")).line.prerequisites == nil)
    }

    @Test func aCircleInAFileIsRefusedAsAWhole() throws {
        let training = try TrainingOffice()
        let header = "课程编号,课程名称,层级,专业方向,学时,授课形式,考核方式,必修,适用对象,先修课程"
        let file = Sample.csv("courses", header, "D1,甲,专业,审计,4,集中授课,开卷,是,全体,D2", "D2,乙,专业,审计,4,集中授课,开卷,是,全体,D1")
        #expect(
            training.office.refusals { try training.office.run(ImportCourses.self, .init(file: file)) }.map(\.rule) == [
                TrainingRules.circle
            ])
        #expect(try training.office.run(ListCourses.self, .init()).rows.count == 40)
    }

    @Test(arguments: [
        ("D1,甲,通识,审计,4,集中授课,开卷,是,全体,", "专业方向"), ("D1,甲,专业,园艺,4,集中授课,开卷,是,全体,", "专业方向"),
        ("D1,甲,专业,审计,0,集中授课,开卷,是,全体,", "学时"), ("D1,甲,专业,审计,4,心灵感应,开卷,是,全体,", "授课形式"),
        ("D1,甲,专业,审计,4,集中授课,开卷,是,全体,Z9", "先修课程"), (",甲,专业,审计,4,集中授课,开卷,是,全体,", "课程编号"),
    ])
    func aWrongRowIsHandedBack(row: String, column: String) throws {
        let training = try TrainingOffice()
        let header = "课程编号,课程名称,层级,专业方向,学时,授课形式,考核方式,必修,适用对象,先修课程"
        let refusals = training.office.refusals {
            try training.office.run(ImportCourses.self, .init(file: Sample.csv("courses", header, row)))
        }
        #expect(refusals.map(\.field) == ["rows.2.\(column)"])
    }

    @Test func pagesFollowOneAnother() throws {
        let training = try TrainingOffice.toLookAt()
        var codes: [String] = [], after: String?
        repeat {
            let page = try training.office.run(ListSessions.self, .init(limit: 17, after: after))
            codes += page.rows.map(\.session.code)
            after = page.next
        } while after != nil
        #expect(codes.count == 60)
        #expect(Set(codes).count == 60)
    }
}
