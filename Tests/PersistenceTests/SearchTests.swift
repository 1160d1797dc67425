import Foundation
import GRDB
import Persistence
import PluginKit
import Testing

@Suite struct SearchTests {
    private let store: Store
    private static let bodies = [
        "党委履行巡察整改主体责任不到位", "财务报销制度执行不严", "The 2026 Plan，第3号", "整 改", "责任制改革",
    ]

    init() throws {
        store = try Store.inMemory(registry: registry())
        try store.write(owner: "notes") { db in
            for body in Self.bodies { try db.execute(sql: "INSERT INTO notes_note (body) VALUES (?)", arguments: [body]) }
        }
    }

    private func found(_ words: String) throws -> [Int] {
        guard let pattern = SearchIndex.pattern(words) else { return [] }
        return try store.read { db in
            try Int.fetchAll(
                db, sql: "SELECT rowid FROM notes_note_search WHERE notes_note_search MATCH ? ORDER BY rowid",
                arguments: [pattern])
        }
    }

    @Test(arguments: [
        ("整改", [1, 4]), ("改", [1, 4, 5]), ("责任", [1, 5]), ("整改 责任", [1]), ("财务报销", [2]), ("plan", [3]), ("PLAN 2026", [3]),
        ("202", []), ("3", [3]), ("号", [3]), ("报销财务", []), ("", []), ("\"", []), ("*", []), ("NEAR(", []), ("，", []),
        ("　整改　", [1, 4]), ("第3号", [3]),
    ])
    func shortChineseWordsAreFound(_ words: String, _ rows: [Int]) throws {
        #expect(try found(words) == rows)
    }

    @Test func theIndexFollowsTheTable() throws {
        try store.write(owner: "notes") { try $0.execute(sql: "UPDATE notes_note SET body = '回访' WHERE seq = 1") }
        try store.write(owner: "notes") { try $0.execute(sql: "DELETE FROM notes_note WHERE seq = 4") }
        #expect(try found("整改") == [])
        #expect(try found("回访") == [1])
    }

    @Test func manyRowsAreBroughtInAtOnce() throws {
        try store.write(owner: "notes") { db in
            try SearchIndex.fillingOnce("notes_note", in: db) {
                let insert = try PreparedInsert(into: "notes_note", ["body"], in: db)
                for number in 1...300 { try insert.add(["整改第\(number)批"]) }
                try db.execute(sql: "UPDATE notes_note SET body = '回访' WHERE seq = 6")
                try db.execute(sql: "DELETE FROM notes_note WHERE seq IN (2, 7)")
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM notes_note_search('批')") == 0)
            }
        }
        #expect(try found("批").count == 298)
        #expect(try found("回访") == [6])
        #expect(try found("财务") == [])
        #expect(try found("第300批") == [305])
        try store.write(owner: "notes") { try $0.execute(sql: "DELETE FROM notes_note WHERE seq = 8") }
        try expectIndexFits()
    }

    @Test func theIndexFitsAfterAFaultInTheMiddle() throws {
        _ = try store.write(owner: "notes") { db in
            #expect(throws: DatabaseError.self) {
                try SearchIndex.fillingOnce("notes_note", in: db) {
                    let insert = try PreparedInsert(into: "notes_note", ["body"], in: db)
                    try insert.add(["整改完成"])
                    try insert.add([nil])
                }
            }
        }
        #expect(try found("完成") == [6])
        try store.write(owner: "notes") { try $0.execute(sql: "UPDATE notes_note SET body = '回访' WHERE seq = 6") }
        #expect(try found("完成") == [])
        try expectIndexFits()
    }

    @Test func aRowNeedsAValueForEveryColumn() throws {
        try store.write(owner: "notes") { db in
            let insert = try PreparedInsert(into: "notes_note", ["seq", "body"], in: db)
            #expect(throws: DatabaseError.self) { try insert.add([1]) }
        }
    }

    /// Lets SQLite compare index and table.
    private func expectIndexFits() throws {
        try store.write(owner: "notes") { db in
            try db.execute(sql: "INSERT INTO notes_note_search (notes_note_search, rank) VALUES ('integrity-check', 1)")
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM kernel_unindexed") == 0)
        }
    }
}

@Suite struct PinyinTests {
    @Test func chineseNamesSortByPinyin() {
        let sorted = ["阿强", "陈静", "重庆", "丁一", "李娜", "王芳", "张伟"]
        let mixed = ["张伟", "重庆", "王芳", "阿强", "丁一", "陈静", "李娜"]
        #expect(mixed.sorted { PinyinKey.of($0).lexicographicallyPrecedes(PinyinKey.of($1)) } == sorted)
    }

    @Test func equalNamesHaveEqualKeys() {
        #expect(PinyinKey.of("张伟") == PinyinKey.of("张伟"))
        #expect(PinyinKey.of("张") != PinyinKey.of("章"))
        #expect(PinyinKey.of("") == PinyinKey.of(""))
    }
}
