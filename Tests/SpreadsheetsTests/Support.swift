#if Spreadsheets
    import CZip
    import Foundation
    import Interchange
    import PluginKit
    import Testing

    /// Files of the sample data, in the layout of `Tests/Data`.
    enum Sample {
        static func data(_ path: String) throws -> Data {
            let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            return try Data(contentsOf: tests.appending(path: "Data").appending(path: path))
        }
    }

    /// The words of both plugins; every sentence that is looked up must exist and have no open place.
    func sentence(_ message: Message, in language: Language, plugins: [any Plugin.Type]) throws -> String {
        let text = try Registry.build(plugins, crossChecks: false).strings.text(message, in: language)
        #expect(text != message.key, "no text for \(message.key)")
        #expect(!text.contains("{"), "a place is not filled: \(text)")
        return text
    }

    /// Runs the body, which must be refused, and returns the refusals.
    func refusals(_ body: () throws -> Void) -> [Refusal] {
        do {
            try body()
            Issue.record("nothing was refused")
        } catch let error as any UserFacingError {
            return error.refusals
        } catch {
            Issue.record("not a refusal: \(error)")
        }
        return []
    }

    /// A workbook put together part by part, so that a test can say exactly what stands in it.
    struct PlantedWorkbook {
        var parts: [String: Data] = [:]
        private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

        /// A workbook of one sheet with this content of `sheetData`.
        init(rows: String, styles: String? = nil, strings: String? = nil, properties: String = "") {
            set("_rels/.rels", Self.relationships([("r1", "officeDocument", "xl/workbook.xml")]))
            var used = [("r1", "worksheet", "worksheets/sheet1.xml")]
            if let styles {
                set("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
                used.append(("r2", "styles", "styles.xml"))
            }
            if let strings {
                set("xl/sharedStrings.xml", "<sst>\(strings)</sst>")
                used.append(("r3", "sharedStrings", "/xl/sharedStrings.xml"))
            }
            set("xl/_rels/workbook.xml.rels", Self.relationships(used))
            set("xl/workbook.xml", Self.workbook([("甲", "r1", "visible")], properties: properties))
            set("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>")
        }

        mutating func set(_ path: String, _ xml: String) { parts[path] = Data(xml.utf8) }

        static func relationships(_ targets: [(id: String, kind: String, target: String)]) -> String {
            let lines = targets.map { #"<Relationship Id="\#($0.id)" Type="\#(office)/\#($0.kind)" Target="\#($0.target)"/>"# }
            return "<Relationships>\(lines.joined())</Relationships>"
        }

        static func workbook(_ sheets: [(name: String, id: String, state: String)], properties: String = "") -> String {
            let lines = sheets.map { #"<sheet name="\#($0.name)" state="\#($0.state)" r:id="\#($0.id)"/>"# }
            return #"<workbook xmlns:r="\#(office)"><workbookPr \#(properties)/><sheets>\#(lines.joined())</sheets></workbook>"#
        }

        /// The bytes of the file.
        func data() throws -> Data {
            let folder = FileManager.default.temporaryDirectory.appending(path: "xuncha-test-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let file = folder.appending(path: "planted.xlsx")
            let archive = try #require(zip_open(file.path, ZIP_CREATE, nil))
            for (path, content) in parts.sorted(by: { $0.key < $1.key }) { try Self.add(path, content, to: archive) }
            #expect(zip_close(archive) == 0)
            return try Data(contentsOf: file)
        }

        private static func add(_ path: String, _ content: Data, to archive: OpaquePointer) throws {
            let copy = try #require(malloc(max(content.count, 1)))
            content.copyBytes(to: UnsafeMutableRawBufferPointer(start: copy, count: content.count))
            let source = try #require(zip_source_buffer(archive, copy, zip_uint64_t(content.count), 1))
            #expect(zip_file_add(archive, path, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0)
        }
    }
#endif
