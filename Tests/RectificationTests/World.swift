import Deadlines
import Foundation
import GRDB
import Inspection
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit
import PluginTestKit
import Statistics
import Testing

@testable import Organization
@testable import Rectification

/// An office in memory with a term, a few units and round 14-3, in which 教育局 and 财政局 are fed back.
struct World {
    let office: TestOffice
    /// The inspection office and two more of its people.
    let io = Principal(account: "io", roles: [.inspectionOffice])
    let io2 = Principal(account: "io2", roles: [.inspectionOffice])
    let io3 = Principal(account: "io3", roles: [.inspectionOffice])
    let leadingGroup = Principal(account: "lg", roles: [.leadingGroup])
    /// Leader of the team that inspected both units.
    let leader: Principal
    /// Leader of a team that inspected neither.
    let stranger: Principal
    let unit: Principal
    let otherUnit: Principal

    static let plugins: [any Plugin.Type] = [
        InterchangePlugin.self, DeadlinesPlugin.self, OrganizationPlugin.self, PersonnelPlugin.self, StatisticsPlugin.self,
        InspectionPlugin.self,
        RectificationPlugin.self,
    ]
    static let today = CalendarDate(dayNumber: 20513)
    static let code = "J1"
    static let otherCode = "J2"

    init(findings: [String] = ["三会一课记录缺失", "党费收缴不及时"], threshold: Int? = 9000) throws {
        office = try TestOffice(plugins: Self.plugins, today: Self.today, jurisdiction: "杭州市西湖区")
        let ids = (1...9).map { UniqueID(milliseconds: UInt64($0), counter: 0, random: 7) }
        try World.addTerm(office, threshold: threshold, id: ids[0])
        try World.addUnits(office)
        let (round, cadre, otherCadre) = (ids[1], ids[2], ids[3])
        try World.addRound(office, round: round, teams: [(ids[4], cadre), (ids[5], otherCadre)])
        let first = try office.read { try Units.unit(code: World.code, in: $0).id }
        let second = try office.read { try Units.unit(code: World.otherCode, in: $0).id }
        leader = Principal(account: "leader", roles: [.teamLeader], cadre: cadre)
        stranger = Principal(account: "stranger", roles: [.teamLeader], cadre: otherCadre)
        unit = Principal(account: "us", roles: [.unitPrincipal], unit: first)
        otherUnit = Principal(account: "us2", roles: [.unitPrincipal], unit: second)
        try World.addTarget(office, ids[6], round: round, unit: first, team: ids[4])
        try World.addTarget(office, ids[7], round: round, unit: second, team: ids[4])
        for (index, wording) in findings.enumerated() {
            try World.addFinding(office, number: index + 1, wording: wording, round: round, target: ids[6], unit: first)
        }
    }

    private static func addTerm(_ office: TestOffice, threshold: Int?, id: UniqueID) throws {
        guard let threshold else { return }
        try office.dispatcher.store.write(owner: "organization") { db in
            try db.execute(
                sql: """
                    INSERT INTO organization_term (id, version, number, name, startDate, state, deadlineProfile, satisfactionThreshold, taxonomy)
                    VALUES (?, 1, 14, '第十四届', '2022-01-01', 'active', 'county3m', ?, 'seed-2022')
                    """, arguments: [id, threshold])
        }
    }

    private static func addUnits(_ office: TestOffice) throws {
        let list = """
            code,name,level,parent_code
            D,杭州市西湖区,district,
            J1,西湖区教育局,organ,D
            J2,西湖区财政局,organ,D
            J3,西湖区民政局,organ,D
            S1,转塘街道,street,D
            V1,横街村,village,S1
            V2,横街村,village,D
            """
        let file = Upload(name: "units.csv", data: Data(list.utf8))
        try office.run(ImportUnits.self, .init(file: file, dryRun: nil, partial: nil, rejects: nil))
    }

    private static func addRound(_ office: TestOffice, round: UniqueID, teams: [(UniqueID, UniqueID)]) throws {
        try office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(
                sql: """
                    INSERT INTO inspection_round (id, version, code, termNumber, number, title, startDate, endDate, stage)
                    VALUES (?, 1, '14-3', 14, 3, '第三轮', '2025-09-01', '2026-06-30', 'rectifying')
                    """, arguments: [round])
            for (index, team) in teams.enumerated() {
                try db.execute(
                    sql:
                        "INSERT INTO inspection_team (id, version, code, roundId, ordinal, state) VALUES (?, 1, ?, ?, ?, 'active')",
                    arguments: [team.0, "14-3-\(index + 1)", round, index + 1])
                try db.execute(
                    sql: """
                        INSERT INTO inspection_member (id, teamId, cadreId, role, state, remarks) VALUES (?, ?, ?, 'leader', 'serving', '')
                        """, arguments: [team.1, team.0, team.1])
            }
        }
    }

    private static func addTarget(
        _ office: TestOffice, _ id: UniqueID, round: UniqueID, unit: UniqueID, team: UniqueID
    ) throws {
        try office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(
                sql: """
                    INSERT INTO inspection_target (id, version, roundId, unitId, teamId, kind, linkageRole, state, feedbackDate)
                    VALUES (?, 1, ?, ?, ?, 'regular', 'none', 'fedBack', '2026-01-17')
                    """, arguments: [id, round, unit, team])
        }
    }

    static func addFinding(
        _ office: TestOffice, number: Int, wording: String, round: UniqueID, target: UniqueID, unit: UniqueID
    ) throws {
        try office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(
                sql: """
                    INSERT INTO inspection_finding (id, version, no, roundId, targetId, unitId, wording, category, leaf, taxonomy,
                        rootCauses, amountFen, state, issuedOn, isImported, draftedBy)
                    VALUES (?, 1, ?, ?, ?, ?, ?, 'organisational', '3.3', 'seed-2022', '', 0, 'issued', '2026-01-17', 0, 'drafter')
                    """,
                arguments: [
                    UniqueID(milliseconds: 100, counter: UInt16(number), random: 7),
                    "14-3-\(String(10_000 + number).dropFirst())", round,
                    target, unit, wording,
                ])
        }
    }

    /// A finding that was issued late.
    func addFinding(number: Int, wording: String) throws {
        let place = try #require(
            try office.read { db in
                try Row.fetchOne(
                    db, sql: "SELECT t.roundId, t.id, t.unitId FROM inspection_target t WHERE t.unitId = ?",
                    arguments: [unit.unit]
                )
                .map { row -> (UniqueID, UniqueID, UniqueID) in (row[0], row[1], row[2]) }
            })
        try World.addFinding(office, number: number, wording: wording, round: place.0, target: place.1, unit: place.2)
    }

    /// Rule ids of what something is refused by.
    func rules(_ body: () throws -> Void) -> [String] { office.refusals(body).map(\.rule.id) }

    func item(_ no: String) throws -> Item {
        try #require(
            try office.read { try Item.fetchOne($0, sql: "SELECT * FROM rectification_item WHERE no = ?", arguments: [no]) })
    }
}
