#if HTTPHost
    import Foundation
    import Operations
    import Persistence
    import Synchronization

    /// Files that operations made, kept in memory for a little while until their maker fetches them.
    final class DocumentShelf: Sendable {
        private struct Entry {
            var account: String
            var document: Document
            var until: Date
        }

        static let path = "/api/v1/documents/"
        /// Seconds a file is kept, and bytes of all of them together.
        private static let seconds = 600.0
        private static let mostBytes = 64 << 20

        private let entries = Mutex<[String: Entry]>([:])
        private let time: TimeSource

        init(time: TimeSource) {
            self.time = time
        }

        /// - Returns: the path where it can be fetched.
        func keep(_ document: Document, for account: String) -> String {
            let id = UUID().uuidString.lowercased()
            let now = time.now()
            entries.withLock { entries in
                entries = entries.filter { $0.value.until > now }
                var bytes = entries.values.reduce(document.data.count) { $0 + $1.document.data.count }
                for (id, entry) in entries.sorted(by: { $0.value.until < $1.value.until }) where bytes > Self.mostBytes {
                    bytes -= entry.document.data.count
                    entries[id] = nil
                }
                entries[id] = Entry(account: account, document: document, until: now.addingTimeInterval(Self.seconds))
            }
            return Self.path + id
        }

        /// A file that this account made; nil for one that is gone or somebody else's.
        func document(_ id: String, for account: String) -> Document? {
            let now = time.now()
            return entries.withLock { entries in
                guard let entry = entries[id], entry.account == account, entry.until > now else { return nil }
                return entry.document
            }
        }
    }
#endif
