import GRDB
import PluginKit
import Testing

@testable import Persistence

@Suite struct PreparedInsertTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory(registry: registry())
        try store.writer.writeWithoutTransaction { db in
            try db.execute(
                sql:
                    "CREATE TABLE notes_row (id BLOB, body TEXT CHECK (body <> 'bad'), number INTEGER); CREATE TABLE other_row (n)"
            )
        }
    }

    @Test func everyRowHasItsOwnValuesAndNoneOfTheRowBefore() throws {
        let ids = (1...3).map { UniqueID(milliseconds: $0, counter: 0, random: $0) }
        try store.write(owner: "notes") { db in
            let insert = try PreparedInsert(into: "notes_row", ["id", "body", "number"], in: db)
            try insert.add([ids[0], "一", 1])
            try insert.add([ids[1], nil, nil])
            try insert.add([ids[2], "三", 3])
        }
        let rows = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM notes_row ORDER BY rowid").map { row in
                "\(row["id"] as UniqueID) \(row["body"] ?? "—") \(row["number"] ?? 0)"
            }
        }
        #expect(rows == ["\(ids[0]) 一 1", "\(ids[1]) — 0", "\(ids[2]) 三 3"])
    }

    @Test func whatIsTheSameInEveryRowIsSaidOnce() throws {
        try store.write(owner: "notes") { db in
            let insert = try PreparedInsert(into: "notes_row", ["number"], constant: [("body", "同")], in: db)
            for number in 1...3 { try insert.add([number]) }
            #expect(throws: DatabaseError.self) { try insert.add([1, 2]) }
        }
        let rows = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT body, number FROM notes_row ORDER BY rowid").map { "\($0[0] ?? "—") \($0[1] ?? 0)" }
        }
        #expect(rows == ["同 1", "同 2", "同 3"])
    }

    @Test(arguments: [1, 3])
    func aRowThatCannotBeSavedSaysWhyAndTheNextOneCan(bad: Int) throws {
        try store.write(owner: "notes") { db in
            let insert = try PreparedInsert(into: "notes_row", ["body"], in: db)
            for number in 1...4 where number != bad { try insert.add(["\(number)"]) }
            let error = #expect(throws: DatabaseError.self) { try insert.add(["bad"]) }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT)
            #expect(error?.message?.contains("CHECK") == true)
            try insert.add(["after"])
        }
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM notes_row") } == 4)
    }

    @Test func tablesOfOthersStayClosed() throws {
        #expect(throws: ForeignWrite(owner: "notes", table: "other_row")) {
            try store.write(owner: "notes") { db in
                let insert = try PreparedInsert(into: "other_row", ["n"], in: db)
                for number in 1...3 { try insert.add([number]) }
            }
        }
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM other_row") } == 0)
    }
}
