#if Spreadsheets
    import PluginKit

    /// The sheets of a workbook in their order, and where its other parts are.
    final class WorkbookIndex: XMLEvents {
        /// One sheet of the workbook.
        struct Sheet {
            var name: String
            var isVisible: Bool
            /// Path of the sheet inside the archive.
            var path: String
        }

        private(set) var sheets: [Sheet] = []
        /// Whether dates count from 1904 instead of 1900.
        private(set) var countsFrom1904 = false
        private let relationships: Relationships

        init(_ archive: ZipArchive) throws {
            guard let path = try Relationships(of: "", in: archive).path(ofKind: "officeDocument") else {
                throw ZipArchive.damaged("_rels/.rels")
            }
            relationships = try Relationships(of: path, in: archive)
            guard try XMLScanner.scan(path, of: archive, events: self) else { throw ZipArchive.damaged(path) }
        }

        /// Path of the texts of the workbook; nil when every cell holds its own.
        var sharedStrings: String? { relationships.path(ofKind: "sharedStrings") }
        /// Path of the cell formats.
        var styles: String? { relationships.path(ofKind: "styles") }

        /// - Parameter name: nil for the first visible sheet.
        func path(ofSheet name: String?) throws -> String {
            guard let name else {
                guard let first = sheets.first(where: \.isVisible) else { throw Rule.invalid.refused("workbookNoSheet") }
                return first.path
            }
            guard let sheet = sheets.first(where: { $0.name == name }) else {
                let known = sheets.map(\.name).joined(separator: ", ")
                throw Rule.invalid.refused("workbookSheet", ["sheet": .text(name), "known": .text(known)])
            }
            return sheet.path
        }

        func start(_ name: XMLName, _ attributes: XMLAttributes) {
            switch name {
            case "workbookPr": countsFrom1904 = attributes.isTrue("date1904")
            case "sheet": addSheet(attributes)
            default: break
            }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
        func end(_ name: XMLName) {}

        /// Sheets that are only a chart have another kind of relationship and are left out.
        private func addSheet(_ attributes: XMLAttributes) {
            guard let name = attributes["name"], let id = attributes["id"], let target = relationships.targets[id],
                target.kind == "worksheet"
            else { return }
            let state = attributes["state"] ?? "visible"
            sheets.append(Sheet(name: name, isVisible: state == "visible", path: target.path))
        }
    }
#endif
