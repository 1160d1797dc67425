import Foundation
import Operations
import PluginKit
import Testing

@testable import PageKit

@Suite struct EscapingTests {
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)", "</textarea><script>x</script>",
        "</title><svg onload=alert(1)>", "&lt;b&gt; & \"'", "javascript:alert(1)", "\u{0}\u{8}\u{1B}", "{{title}}{{{content}}}",
        "\\(x)",
        "</option></select><b>", "%3Cscript%3E", "<!--", "]]>",
    ]

    @Test(arguments: hostile) func aTextInHTMLIsNeverMarkup(_ text: String) {
        let html = HTML(escaping: text).text
        #expect(!html.contains("<"))
        #expect(!html.contains(">"))
        #expect(!html.contains("\""))
        #expect(!html.contains("'"))
        let cell: HTML = "<td title=\"\(text)\">\(text)</td>"
        #expect(cell.text.filter { $0 == "<" }.count == 2)
        #expect(cell.text.filter { $0 == "\"" }.count == 2)
    }

    @Test func controlCharactersAreReplaced() {
        #expect(HTML(escaping: "a\u{0}b\u{1B}c\nd\te").text == "a\u{FFFD}b\u{FFFD}c\nd\te")
    }

    @Test func randomTextsAreNeverMarkup() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(
                HTML(escaping: text).text.utf8.allSatisfy {
                    ![UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains($0)
                })
        }
    }

    /// Whatever is typed into any field of any command comes back as text, in a page whose markup is the same as for a harmless text.
    @Test(arguments: hostile) func everyFieldOfEveryCommand(_ text: String) throws {
        let office = try Office()
        let everything = Principal(account: text, roles: Set(Role.all))
        for operation in office.dispatcher.registry.values(OperationSlot.self) where operation.kind == .command {
            var form: [String: [String]] = ["_csrf": ["t"], "_next": [text], "_set": [text]]
            for field in operation.fields() { form[field.name] = [text] }
            let response = office.site.respond(to: office.request("/op/\(operation.name)", as: everything, form: form))
            guard case .html(let html) = response.body else { continue }
            #expect(response.status < 500, "\(operation.name)")
            expectInert(html, "\(operation.name)")
        }
    }

    /// The same for the addresses of all pages.
    @Test(arguments: hostile) func everyAddress(_ text: String) throws {
        let office = try Office()
        let word = SitePath.encoded(text)
        for path in [
            "/op/finding.list", "/findings", "/people", "/search", "/rectification", "/units/\(word)", "/rule/\(word)",
            "/\(word)", "/overview",
        ] {
            let html = office.html(
                "\(path)?q=\(word)&words=\(word)&round=\(word)&_col=\(word)&_t=\(word)&after=\(word)&\(word)=\(word)")
            expectInert(html, path)
        }
    }

    private func expectInert(_ html: String, _ place: String) {
        #expect(!html.contains("<script>"), "\(place)")
        #expect(!html.contains("<img"), "\(place)")
        #expect(!html.contains("<svg onload"), "\(place)")
        #expect(!html.lowercased().contains(" onfocus='"), "\(place)")
        #expect(!html.lowercased().contains("href=\"javascript:"), "\(place)")
        let balance = html.filter { $0 == "<" }.count - html.filter { $0 == ">" }.count
        #expect(balance == 0, "\(place)")
    }
}
