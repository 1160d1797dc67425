#if Spreadsheets
    import Foundation
    import Interchange
    import PluginKit
    import Testing

    @testable import Spreadsheets

    @Suite struct HostileWorkbookTests {
        private func variants(_ data: Data, _ limits: ArchiveLimits = ArchiveLimits(), read: ReadLimits = ReadLimits()) throws
            -> [String]
        {
            let found = refusals { _ = try XLSX.read(data, sheet: nil, limits: read, archiveLimits: limits) }
            for language in Language.allCases {
                for refusal in found {
                    _ = try sentence(refusal.message, in: language, plugins: [InterchangePlugin.self, SpreadsheetsPlugin.self])
                }
            }
            return found.map { String($0.message.key.split(separator: ".").last ?? "") }
        }

        @Test func refusesABombInTheSheet() throws {
            let bomb = String(repeating: "<row/>", count: 4_000_000)
            #expect(try variants(try PlantedWorkbook(rows: bomb).data()) == ["workbookRatio"])
        }

        @Test func refusesABombInTheTexts() throws {
            let bomb = String(repeating: "<si/>", count: 4_000_000)
            #expect(try variants(try PlantedWorkbook(rows: "", strings: bomb).data()) == ["workbookRatio"])
        }

        /// A part that states a small size: the bytes are counted while they are unpacked.
        @Test func doesNotBelieveStatedSizes() throws {
            let rows = String(repeating: "<row/>", count: 400_000)
            var data = try PlantedWorkbook(rows: rows).data()
            let size = UInt32("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8.count)
            let stated = withUnsafeBytes(of: size.littleEndian) { Data($0) }
            var places = 0
            while let place = data.firstRange(of: stated) {
                data.replaceSubrange(place, with: [0x10, 0, 0, 0])
                places += 1
            }
            #expect(places == 2)
            #expect(["workbookRatio", "workbookDamaged"].contains(try variants(data).first))
        }

        @Test func doesNotOpenPartsItDoesNotNeed() throws {
            var book = PlantedWorkbook(rows: "<row><c><v>1</v></c></row>")
            book.parts["xl/media/bomb.bin"] = Data(count: 30_000_000)
            #expect(try XLSX.read(try book.data()).header == ["1"])
        }

        @Test func countsBytesPartsAndTexts() throws {
            let file = try PlantedWorkbook(rows: "<row><c><v>1</v></c></row>", strings: "<si/><si/><si/>").data()
            #expect(try variants(file, ArchiveLimits(parts: 4)) == ["workbookParts"])
            #expect(try variants(file, ArchiveLimits(partBytes: 40)) == ["workbookPart"])
            #expect(try variants(file, ArchiveLimits(totalBytes: 700)) == ["workbookTotal"])
            #expect(try variants(file, ArchiveLimits(texts: 1)) == ["workbookStrings"])
            #expect(try variants(file, read: ReadLimits(bytes: 100)) == ["tableBytes"])
            #expect(try XLSX.read(file, sheet: nil, limits: ReadLimits(), archiveLimits: ArchiveLimits(parts: 5)).header == ["1"])
        }

        @Test(arguments: [
            (#"<row><c r="C1"><v>1</v></c></row>"#, "tableColumns"), ("<row><c><v>12345</v></c></row>", "tableCell"),
            ("<row><c><v>1</v></c></row><row><c><v>1</v></c></row><row><c><v>1</v></c></row>", "tableRows"),
            (#"<row><c r="B1"><v>1</v></c></row><row><c r="B2"><v>1</v></c></row>"#, "tableCells"),
        ]) func keepsToReadLimits(_ rows: String, _ variant: String) throws {
            let limits = ReadLimits(rows: 2, columns: 2, cellCharacters: 4, cells: 3)
            #expect(try variants(try PlantedWorkbook(rows: rows).data(), read: limits) == [variant])
        }

        @Test(arguments: [
            #"<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>"#,
            #"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>"#,
            #"<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><worksheet/>"#,
        ]) func refusesEntities(_ xml: String) throws {
            for part in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"] {
                var book = PlantedWorkbook(rows: "")
                book.set(part, xml)
                #expect(try variants(try book.data()) == ["workbookEntities"])
            }
        }

        @Test func refusesDeepNesting() throws {
            let deep = String(repeating: "<a>", count: 70)
            #expect(try variants(try PlantedWorkbook(rows: deep).data()) == ["workbookDepth"])
            let fine = String(repeating: "<a>", count: 60) + String(repeating: "</a>", count: 60)
            #expect(try XLSX.read(try PlantedWorkbook(rows: fine).data()).rows == [])
        }

        @Test(arguments: [
            "<row><c>", "<row r=\"x\"/>", "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"1048577\"/>", "<row><c r=\"1\"/></row>",
            "<row><c r=\"ZZZZZZZZZZZZ1\"/></row>", "&undefined;", "<row r=\"99999999999999999999\"/>",
        ]) func refusesDamagedSheets(_ rows: String) throws {
            #expect(try variants(try PlantedWorkbook(rows: rows).data()) == ["workbookDamaged"])
        }

        @Test(arguments: ["_rels/.rels", "xl/workbook.xml", "xl/sharedStrings.xml"]) func refusesMissingParts(_ part: String)
            throws
        {
            var book = PlantedWorkbook(rows: "", strings: "")
            book.parts[part] = nil
            #expect(try variants(try book.data()) == ["workbookDamaged"])
        }

        @Test func refusesAMissingSheet() throws {
            var book = PlantedWorkbook(rows: "")
            book.parts["xl/worksheets/sheet1.xml"] = nil
            #expect(try variants(try book.data()) == ["workbookDamaged"])
            book.set("xl/workbook.xml", PlantedWorkbook.workbook([("甲", "r1", "veryHidden")]))
            #expect(try variants(try book.data()) == ["workbookNoSheet"])
        }

        @Test func refusesOtherFiles() throws {
            #expect(try variants(Data()) == ["workbookDamaged"])
            #expect(try variants(Data("姓名,单位\n".utf8)) == ["workbookDamaged"])
            #expect(try variants(Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1])) == ["workbookOld"])
        }

        private func expectTableOrRefusal(_ data: Data) throws {
            do {
                _ = try XLSX.read(data)
            } catch let error as any UserFacingError {
                #expect(error.refusals.allSatisfy { $0.kind == .validation })
            }
        }

        /// A file cut off anywhere leads to a refusal.
        @Test(arguments: 0..<50) func refusesCutFiles(_ step: Int) throws {
            let whole = try Sample.data("cadres/pool-sample-dirty.xlsx")
            #expect(try variants(Data(whole.prefix(whole.count * step / 50))) == ["workbookDamaged"])
        }

        /// Bytes changed anywhere, in the archive or in its unpacked parts, lead to a table or a refusal and nothing else.
        @Test(arguments: 1..<25) func survivesChangedBytes(_ seed: Int) throws {
            let whole = try Sample.data("cadres/pool-sample-dirty.xlsx")
            try expectTableOrRefusal(changed(whole, seed: seed, every: 1997))
            let archive = try ZipArchive(whole, limits: ArchiveLimits())
            var book = PlantedWorkbook(rows: "")
            for path in ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"] {
                var part = Data()
                #expect(try archive.read(path) { part.append(contentsOf: $0) })
                // Early damage in one part would hide the others; each round changes one of them.
                let isChosen = (path.count + seed).isMultiple(of: 2)
                book.parts[path] = isChosen ? changed(part, seed: seed, every: max(part.count * 2 / 3, 1)) : part
            }
            try expectTableOrRefusal(try book.data())
        }

        private func changed(_ data: Data, seed: Int, every step: Int) -> Data {
            var changed = data
            for place in stride(from: seed * 37 % step, to: changed.count, by: step) { changed[place] ^= UInt8(1 + seed % 7) }
            return changed
        }
    }
#endif
