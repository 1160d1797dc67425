import GRDB
import Interchange
import Operations
import Organization
import PluginKit
import PluginTestKit
import Testing

@testable import Accounts

@Suite struct AccountTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice(
            plugins: [InterchangePlugin.self, OrganizationPlugin.self, AccountsPlugin.self], jurisdiction: "杭州市西湖区")
    }

    @Test func theModuleConforms() {
        #expect(
            PluginConformance.problems(of: [InterchangePlugin.self, OrganizationPlugin.self, AccountsPlugin.self]) == [])
    }

    @Test func aNewFileHasTheOfficesAccount() throws {
        let first = try office.dispatcher.principal(named: nil)
        #expect(first.account == "office")
        #expect(first.roles == [.inspectionOffice, .administrator])
    }

    @Test func anAccountActsInItsRoles() throws {
        try office.run(AddAccount.self, .init(name: "leader", title: "组长", roles: [.teamLeader]))
        #expect(try office.dispatcher.principal(named: "leader").roles == [.teamLeader])
    }

    @Test func aDisabledOrUnknownAccountIsNobody() throws {
        try office.run(AddAccount.self, .init(name: "leader", title: "组长", roles: [.teamLeader]))
        try office.run(SetAccountState.self, .init(name: "leader", to: .disabled))
        for name in ["leader", "nobody"] {
            let refusals = office.refusals { _ = try office.dispatcher.principal(named: name) }
            #expect(refusals.map(\.kind) == [.permission])
        }
    }

    @Test(arguments: [
        ([Role.auditor, .inspectionOffice], false), ([.administrator, .securityManager], false), ([.auditor], true),
        ([.administrator, .inspectionOffice], false), ([.securityManager], true), ([.teamLeader, .inspector], true),
    ])
    func threeOfficersAreThreeAccounts(roles: [Role], isAllowed: Bool) throws {
        let refusals = office.refusals { try office.run(AddAccount.self, .init(name: "somebody", title: "某人", roles: roles)) }
        #expect(refusals.map(\.rule.id) == (isAllowed ? [] : ["R-SEC-04"]))
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let refusals = office.refusals {
            try office.run(AddAccount.self, .init(name: "1", title: "", roles: [Role(rawValue: "ZZ"), .unitLiaison]))
        }
        #expect(refusals.compactMap(\.field) == ["name", "title", "roles", "unit"])
    }

    @Test func whoKeepsAccountsIsFoundByAnIndex() throws {
        let plan = try office.dispatcher.store.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(AccountKeepers.namedManager)").map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("accounts_account_manager") })
    }

    @Test func namesAreUnique() throws {
        try office.run(AddAccount.self, .init(name: "leader", title: "组长", roles: [.teamLeader]))
        let refusals = office.refusals {
            try office.run(AddAccount.self, .init(name: "leader", title: "组长", roles: [.teamLeader]))
        }
        #expect(refusals.map(\.kind) == [.duplicate])
    }

    @Test func nobodyDisablesTheirOwnAccount() {
        let refusals = office.refusals { try office.run(SetAccountState.self, .init(name: "office", to: .disabled)) }
        #expect(refusals.map(\.rule.id) == ["R-SEC-05"])
    }

    @Test func whereASecurityManagerIsNamedTheAdministratorLeavesAccountsAlone() throws {
        try office.run(AddAccount.self, .init(name: "security", title: "安全员", roles: [.securityManager]))
        let add = AddAccount.Input(name: "newcomer", title: "新人", roles: [.inspector])
        #expect(office.refusals { try office.run(AddAccount.self, add) }.map(\.rule.id) == ["R-SEC-04"])
        let security = try office.dispatcher.principal(named: "security")
        try office.run(AddAccount.self, add, as: security)
        try office.run(AssignAccount.self, .init(name: "office", roles: [.inspectionOffice]), as: security)
        #expect(try office.dispatcher.principal(named: "office").roles == [.inspectionOffice])
        try office.run(SetAccountState.self, .init(name: "newcomer", to: .disabled), as: security)
    }

    @Test func rolesAreReplacedButNeverOnesOwn() throws {
        try office.run(AddAccount.self, .init(name: "leader", title: "组长", roles: [.teamLeader]))
        try office.run(AssignAccount.self, .init(name: "leader", roles: [.inspector, .liaison], version: 1))
        #expect(try principal("leader").roles == [.inspector, .liaison])
        func rules(_ input: AssignAccount.Input) -> [String] {
            office.refusals { try office.run(AssignAccount.self, input) }.map(\.rule.id)
        }
        #expect(rules(.init(name: "office", roles: [.inspector])) == ["R-SEC-05"])
        #expect(rules(.init(name: "leader", roles: [.inspector], version: 1)) == ["E-LOCK"])
        #expect(rules(.init(name: "leader", roles: [.unitPrincipal])) == ["E-VAL"])
        #expect(rules(.init(name: "leader", roles: [.auditor, .inspector])) == ["R-SEC-04"])
        #expect(rules(.init(name: "nobody", roles: [.inspector])) == ["E-NOTFOUND"])
    }

    private func principal(_ name: String) throws -> Principal { try office.dispatcher.principal(named: name) }

    @Test(arguments: Role.all)
    func onlyKeepersMakeAccounts(role: Role) {
        let refusals = office.refusals {
            try office.run(
                AddAccount.self, .init(name: "newcomer", title: "新人", roles: [.inspector]),
                as: Principal(account: "x", roles: [role]))
        }
        #expect(refusals.isEmpty == [.administrator, .securityManager].contains(role))
    }
}
