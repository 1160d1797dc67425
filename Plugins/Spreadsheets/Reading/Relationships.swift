#if Spreadsheets
    /// The relationships of one part: which other parts it uses and what for.
    final class Relationships: XMLEvents {
        /// One relationship, its target as a path inside the archive.
        struct Target {
            var kind: String
            var path: String
        }

        private let folder: String
        private(set) var targets: [String: Target] = [:]

        /// - Parameter part: the part whose relationships are read; empty for those of the whole package.
        init(of part: String, in archive: ZipArchive) throws {
            folder = part.lastIndex(of: "/").map { String(part[..<$0]) } ?? ""
            let name = part.split(separator: "/").last.map(String.init) ?? ""
            try XMLScanner.scan(Self.joined(folder, "_rels/\(name).rels"), of: archive, events: self)
        }

        /// The path of the first relationship of a kind; kinds are the last words of their addresses.
        func path(ofKind kind: String) -> String? {
            targets.values.filter { $0.kind == kind }.map(\.path).min()
        }

        func start(_ name: XMLName, _ attributes: XMLAttributes) {
            guard name == "Relationship", let id = attributes["Id"], let kind = attributes["Type"]?.split(separator: "/").last,
                let target = attributes["Target"], attributes["TargetMode"] != "External"
            else { return }
            targets[id] = Target(kind: String(kind), path: Self.joined(folder, target))
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
        func end(_ name: XMLName) {}

        /// A target seen from a folder; `/xl/x.xml` is seen from the top and `..` steps up.
        static func joined(_ folder: String, _ target: String) -> String {
            var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
            for step in target.split(separator: "/") where step != "." {
                if step == ".." { _ = steps.popLast() } else { steps.append(step) }
            }
            return steps.joined(separator: "/")
        }
    }
#endif
