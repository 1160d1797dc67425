#if HTTPHost
    import Foundation
    import HTTPTypes
    import Operations
    import PluginKit
    import Testing

    @testable import HTTPHost

    /// An account of a unit gets its own matters only, whichever way it asks; what is hidden looks like what is not there.
    @Suite struct SecrecyTests {
        let units: TwoUnits

        init() throws { units = try TwoUnits() }

        @Test func noListNoCountNoExportTellsOfAnotherUnit() async throws {
            let own = try units.numbers("甲局党组"), others = try units.numbers("乙局党组")
            #expect(own.count == 2)
            #expect(others.count == 2)
            let headers = try units.headers("first")
            let table = units.web.host.api.table
            let readable = table.operations.filter { table.facts($0).isReadable && $0.access.allows(unitSide) }
            #expect(readable.count > 15)
            try await units.web.serve { web in
                var seen = 0
                for operation in readable {
                    for wish in [
                        "", "?format=csv", "?round=14-3", "?round=14-3&format=csv", "?words=\(Self.word)",
                    ] {
                        let response = try await web.get(OperationTable.path(of: operation.name) + wish, headers)
                        let text = response.text
                        #expect(!text.contains(TwoUnits.mark), "\(operation.name)\(wish)")
                        for number in others { #expect(!text.contains(number), "\(operation.name)\(wish)") }
                        if own.contains(where: text.contains) { seen += 1 }
                    }
                }
                // The tests look in the right place: its own matters are there.
                #expect(seen >= 4)
            }
        }

        private let unitSide = Principal(account: "first", roles: [.unitLiaison])
        private static let word = "%E5%85%9A%E8%B4%B9"

        @Test func listsCountOnlyWhatIsSeen() async throws {
            let headers = try units.headers("first")
            try await units.web.serve { web in
                let list = try await web.get("/api/v1/ledger/list?limit=1", headers)
                #expect(list.list.count == 1)
                #expect(list.headers[.link] != nil)
                let all = try await web.get("/api/v1/ledger/list", headers)
                #expect(all.list.count == 2)
                #expect(all.headers[.link] == nil)
                let search = try await web.get("/api/v1/finding/search?words=\(Self.word)", headers)
                #expect(search.list.count == 1)
                let export = try await web.get("/api/v1/ledger/export?out=l.csv", headers)
                #expect(export.status == .ok)
                #expect(export.text.contains("会议记录不规范"))
                #expect(!export.text.contains(TwoUnits.mark))
            }
        }

        @Test(arguments: ["item/show?no=", "finding/show?no=", "item/steps?no=", "item/evidence?sha256=00&no="])
        func hiddenAndAbsentAreTheSame(path: String) async throws {
            let hidden = try #require(try units.numbers("乙局党组").first)
            let absent = String(hidden.dropLast(4)) + "9999"
            let headers = try units.headers("first")
            try await units.web.serve { web in
                let first = try await web.get("/api/v1/\(path)\(hidden)", headers)
                let second = try await web.get("/api/v1/\(path)\(absent)", headers)
                #expect(first.status == .notFound)
                #expect(second.status == .notFound)
                #expect(Self.likeness(first.text, hidden) == Self.likeness(second.text, absent))
            }
        }

        @Test func whatIsHiddenCannotBeChangedEither() async throws {
            let hidden = try #require(try units.numbers("乙局党组").first)
            let absent = String(hidden.dropLast(4)) + "9999"
            let headers = try units.headers("first")
            try await units.web.serve { web in
                for operation in ["item/progress", "item/start"] {
                    let first = try await web.post(
                        "/api/v1/\(operation)", json: #"{"no": "\#(hidden)", "progress": "x"}"#, headers)
                    let second = try await web.post(
                        "/api/v1/\(operation)", json: #"{"no": "\#(absent)", "progress": "x"}"#, headers)
                    #expect(first.status == second.status)
                    #expect(Self.likeness(first.text, hidden) == Self.likeness(second.text, absent))
                }
            }
        }

        /// An answer without the number that was asked for and the number of the request.
        private static func likeness(_ text: String, _ number: String) -> String {
            text.replacing(number, with: "NO").replacing(#/"request":"[^"]*"/#, with: "")
        }

        @Test func theOfficeSeesBoth() async throws {
            let headers = try units.headers("office")
            let list = try await units.web.serve { try await $0.get("/api/v1/ledger/list", headers) }
            #expect(list.list.count == 4)
        }
    }
#endif
