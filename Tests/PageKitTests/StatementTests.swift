import Foundation
import GRDB
import Operations
import PluginKit
import Synchronization
import Testing

@testable import PageKit

/// How many statements a page costs: few, and no more for fifty rows than for one.
@Suite struct StatementTests {
    /// Counts what is read while a page is made. The memory database has one connection, so the trace sees everything.
    private func statements(_ path: String, in office: Office) throws -> Int {
        let count = Mutex(0)
        try office.dispatcher.store.read { db in
            db.trace { event in
                if event.description.uppercased().hasPrefix("SELECT") { count.withLock { $0 += 1 } }
            }
        }
        #expect(office.html(path).contains("<h1>"), "\(path)")
        try office.dispatcher.store.read { db in db.trace() }
        return count.withLock { $0 }
    }

    private func office(units count: Int) throws -> Office {
        let office = try Office()
        try office.seed()
        let rows = (1...count).map { "U\($0 + 1000),单位\($0),organ,A" }.joined(separator: "\n")
        let units = "code,name,level,parent_code\n\(rows)\n"
        try office.run("unit.import", [:], file: Upload(name: "units.csv", data: Data(units.utf8)))
        return office
    }

    /// The list itself, its choices, the saved views.
    @Test(arguments: [
        "/op/unit.list", "/op/unit.list?level=organ&limit=50", "/rectification", "/findings", "/findings?round=14-3", "/people",
        "/op/account.list", "/audit",
    ])
    func aListTakesAtMostFive(_ path: String) throws {
        let office = try office(units: 120)
        let number = try statements(path, in: office)
        #expect((1...5).contains(number), "\(path): \(number)")
    }

    @Test func aListTakesNoMoreForMoreRows() throws {
        let few = try statements("/op/unit.list?level=organ", in: office(units: 1))
        let many = try statements("/op/unit.list?level=organ", in: office(units: 120))
        #expect(few == many)
        #expect(many > 0)
    }

    /// A filter by name costs its look-up and nothing for each row.
    @Test func aNameIsLookedUpOnce() throws {
        let office = try office(units: 120)
        #expect(try statements("/op/unit.list?parent=A", in: office) <= 5)
        #expect(try statements("/op/unit.list?parent=%E8%A5%BF%E6%B9%96%E5%8C%BA", in: office) <= 7)
        #expect(office.html("/op/unit.list?parent=%E8%A5%BF%E6%B9%96%E5%8C%BA").contains("单位1<"))
        #expect(office.html("/op/unit.list?parent=xhq").contains("单位1<"), "by the initials of its pinyin")
    }
}
