import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import Synchronization
import Testing

@testable import PageKit

/// Histories say who did it: the person behind the account, for readers who may see that person.
@Suite struct HistoryTests {
    private let office: Office
    private let actor: Principal

    init() throws {
        office = try Office()
        try office.seed()
        actor = try Self.account("wf", of: "王芳", in: office)
        try office.run("round.advance", ["round": "14-3", "to": "submitted"], as: actor)
    }

    /// An account of the office with a person behind it.
    private static func account(_ name: String, of person: String, in office: Office) throws -> Principal {
        let added = try office.run(
            "cadre.add", ["name": person, "birthMonth": "1985.05", "unit": "A1", "since": "2010.01", "source": "履历"])
        let id = try #require(added.text("cadreId"))
        try office.run("account.add", ["name": name, "title": "巡察办", "roles": "IO", "cadre": id])
        return try office.dispatcher.principal(named: name)
    }

    @Test func aHistoryNamesThePerson() throws {
        #expect(office.html("/rounds/14-3").contains("<span class=\"who\">王芳（wf）</span>"))
        #expect(office.html("/rounds/14-3", language: .en).contains("<span class=\"who\">王芳 (wf)</span>"))
        #expect(office.html("/audit").contains("王芳（wf）"))
        let answer = try office.run("round.show", ["round": "14-3"])
        let history = try #require(answer.sections.first { $0.heading == "section.history" }).answer
        #expect(history.rows.contains { $0.contains(.account("wf", person: "王芳")) })
        let text = ValueText(strings: office.dispatcher.registry.strings, language: .zhHans)
        let json = AnswerJSON(text).encode(answer)
        #expect(json.contains("\"account\": \"wf\"") && !json.contains("王芳"), "programs read the account")
        #expect(AnswerCSV(text).encode(history).contains("王芳（wf）"))
    }

    /// Auditors and administrators read the audit, but not the register of people.
    @Test func whoMayNotSeeThePersonSeesTheAccount() throws {
        for role in [Role.auditor, .administrator] {
            let html = office.html("/audit", as: Principal(account: "sa", roles: [role]))
            #expect(html.contains("<td data-label=\"账号\">wf</td>") || html.contains(">wf<"), "\(role)")
            #expect(!html.contains("王芳"), "\(role)")
        }
        #expect(office.html("/audit", as: Principal(account: "x", roles: [.auditor], cadre: actor.cadre)).contains("王芳（wf）"))
    }

    @Test func namesCostTwoQueriesHoweverManyThereAre() throws {
        // The letterhead is asked for once in a program.
        _ = office.html("/audit")
        let few = try statements("/audit?limit=1000")
        for (place, name) in ["李某", "张某", "赵某", "钱某"].enumerated() {
            let other = try Self.account("acc\(place)", of: name, in: office)
            let year = "\(2027 + place)"
            try office.run(
                "round.create", ["number": "\(place + 4)", "title": "轮次", "start": "\(year)-03-01", "end": "\(year)-06-30"],
                as: other)
        }
        #expect(office.html("/audit?limit=1000").contains("钱某（acc3）"))
        #expect(try statements("/audit?limit=1000") == few)
    }

    private func statements(_ path: String) throws -> Int {
        let count = Mutex(0)
        try office.dispatcher.store.read { db in
            db.trace { event in
                if event.description.uppercased().hasPrefix("SELECT") { count.withLock { $0 += 1 } }
            }
        }
        #expect(office.html(path).contains("<h1>"))
        try office.dispatcher.store.read { db in db.trace() }
        return count.withLock { $0 }
    }
}
