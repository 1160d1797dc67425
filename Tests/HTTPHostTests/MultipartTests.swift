#if HTTPHost
    import Foundation
    import Operations
    import Testing

    @testable import HTTPHost

    /// `multipart/form-data`, however it comes in.
    @Suite struct MultipartTests {
        private static let type = "multipart/form-data; boundary=XyZ"

        private func part(_ disposition: String, _ content: [UInt8]) -> [UInt8] {
            Array("--XyZ\r\nContent-Disposition: \(disposition)\r\n\r\n".utf8) + content + [0x0D, 0x0A]
        }

        private let end = Array("--XyZ--\r\n".utf8)

        private func read(_ body: [UInt8], chunks: [Int] = []) throws -> SentForm {
            var reader = try #require(MultipartReader(contentType: Self.type))
            var start = 0
            for size in chunks where start < body.count {
                try reader.feed(body[start..<min(start + size, body.count)])
                start = min(start + size, body.count)
            }
            try reader.feed(body[start...])
            return try reader.finish()
        }

        private func sample(_ content: [UInt8]) -> [UInt8] {
            part("form-data; name=\"title\"", Array("整改方案".utf8))
                + part("form-data; name=\"file\"; filename=\"方案.pdf\"", content)
                + part("form-data; name=\"title\"", []) + end
        }

        @Test func aFormIsReadWhereverItIsCut() throws {
            let body = sample(Array("\r\n--Xy\r\n--XyQ--XyZ\r\n\r\n".utf8))
            let whole = try read(body)
            #expect(whole.fields["title"] == ["整改方案", ""])
            #expect(whole.uploads["file"]?.map(\.name) == ["方案.pdf"])
            for cut in 0...body.count {
                let form = try read(body, chunks: [cut])
                #expect(form.uploads["file"]?.first?.data == whole.uploads["file"]?.first?.data)
                #expect(form.fields == whole.fields)
            }
            #expect(try read(body, chunks: [Int](repeating: 1, count: body.count)).fields == whole.fields)
        }

        @Test(arguments: 0..<200)
        func anyContentComesThroughUnchanged(seed: Int) throws {
            var generator = Seeded(state: UInt64(seed + 1))
            // Bytes that boundaries are made of come often.
            let alphabet: [UInt8] = [0x0D, 0x0A, 0x2D, 0x58, 0x79, 0x5A, 0x00, 0xFF]
            let content = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let text = String(decoding: content, as: UTF8.self)
            guard !content.contains(Array("\r\n--XyZ".utf8)), !text.hasPrefix("--XyZ") else { return }
            let chunks = (0..<80).map { _ in Int.random(in: 1...9, using: &generator) }
            let form = try read(sample(content), chunks: chunks)
            #expect(form.uploads["file"]?.first.map { Array($0.data) } == content)
            #expect(form.fields["title"] == ["整改方案", ""])
        }

        @Test(arguments: 0..<300)
        func rubbishIsRefusedAndNeverReadBeyondItsEnd(seed: Int) throws {
            var generator = Seeded(state: UInt64(seed + 1))
            var body = sample(Array("content".utf8))
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let index = Int.random(in: 0..<body.count, using: &generator)
                if Bool.random(using: &generator) {
                    body[index] = UInt8.random(in: .min ... .max, using: &generator)
                } else {
                    body.remove(at: index)
                }
            }
            do {
                let form = try read(body, chunks: [3, 5, 7, 11])
                #expect(form.fields.count + form.uploads.count <= 4)
            } catch {
                #expect(error is BodyFault)
            }
        }

        @Test(arguments: ["", "no boundary at all", "--XyZ\r\n", "--XyZ\r\nX: y\r\n\r\ncontent", "--XyZ--X", "--XyZ \u{7}\r\n"])
        func whatIsUnfinishedOrMalformedIsRefused(text: String) {
            #expect(throws: BodyFault.self) { try read(Array(text.utf8)) }
        }

        @Test func aFormWithoutFieldsIsEmpty() throws {
            let form = try read(end)
            #expect(form.fields.isEmpty)
            #expect(form.uploads.isEmpty)
        }

        @Test func thePreambleAndTheEpilogueAreLeftOut() throws {
            let form = try read(Array("preamble\r\n".utf8) + part("form-data; name=a", [0x31]) + end + Array("epilogue".utf8))
            #expect(form.fields == ["a": ["1"]])
        }

        @Test func aFileInputLeftEmptyIsNoFile() throws {
            #expect(try read(part("form-data; name=\"file\"; filename=\"\"", []) + end).uploads.isEmpty)
        }

        @Test(arguments: [
            ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\方案.docx", "方案.docx"), ("..", "file"), ("", "file"),
            ("a\u{202E}fdp.exe", "afdp.exe"),
            ("a\u{0}b.csv", "ab.csv"), ("/", "file"), ("普通 名称.xlsx", "普通 名称.xlsx"),
        ])
        func namesAreNoPaths(name: String, safe: String) {
            #expect(FileName.safe(name) == safe)
        }

        @Test func quotesInNamesAreUnderstood() throws {
            let form = try read(part("form-data; name=\"file\"; filename=\"a\\\"b%22c.csv\"", [0x31]) + end)
            #expect(form.uploads["file"]?.first?.name == "a\"b\"c.csv")
        }

        @Test func thereIsALimitToPartsFieldsAndHeaders() {
            let many = (0...MultipartReader.mostParts).flatMap { _ in part("form-data; name=a", []) } + end
            #expect(throws: BodyFault.self) { try read(many) }
            let long = part("form-data; name=a", [UInt8](repeating: 0x61, count: MultipartReader.longestField + 1)) + end
            #expect(throws: BodyFault.self) { try read(long) }
            let header = Array("--XyZ\r\nX: \(String(repeating: "a", count: 9000))\r\n\r\n".utf8) + end
            #expect(throws: BodyFault.self) { try read(header) }
        }

        @Test(arguments: [
            "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\(String(repeating: "a", count: 71))",
        ])
        func aTypeWithoutABoundaryIsRefused(type: String) {
            #expect(MultipartReader(contentType: type) == nil)
        }

        @Test func aBoundaryMayBeQuoted() {
            #expect(MultipartReader(contentType: "multipart/form-data; boundary=\"a b\"") != nil)
        }
    }

    /// A generator that gives the same numbers every time.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
#endif
