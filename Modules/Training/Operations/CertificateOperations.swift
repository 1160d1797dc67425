import Foundation
import GRDB
import Operations
import Organization
import PageKit
import Persistence
import Personnel
import PluginKit

/// Shows the certificate of a number. Learners see their own.
struct ShowCertificate: Query {
    struct Input: Codable, Sendable {
        /// `PX2024-0001`
        var number: String
    }
    static let name: OperationName = "certificate.show"
    static let access = Access.everyone(reason: ownReason)
    static let positional = ["number"]

    func run(_ input: Input, in context: ReadContext) throws -> RecordAnswer<CertificateLine> {
        RecordAnswer(try CertificateLine.of(input.number, in: context))
    }
}

/// Writes a certificate as a page to be printed.
struct PrintCertificate: Query {
    struct Input: Codable, Sendable {
        var number: String
        var out: DownloadName
    }
    static let name: OperationName = "certificate.print"
    static let access = Access.everyone(reason: ownReason)
    static let positional = ["number"]

    func run(_ input: Input, in context: ReadContext) throws -> FileAnswer {
        let line = try CertificateLine.of(input.number, in: context)
        return FileAnswer(
            document: Document(
                name: input.out.path, contentType: "text/html; charset=utf-8",
                data: Data(CertificatePaper(line, in: context).document.text.utf8)),
            sentence: Message("certificate.print.done", ["number": .text(line.number), "file": .text(input.out.path)]))
    }
}

/// A certificate: that somebody passed a course, with its hours.
struct CertificateLine: Tabular {
    var number: String
    var person: String
    var homeUnit: String
    var course: String
    var hours: Int
    var score: Int?
    var issuedOn: CalendarDate
    var validUntil: CalendarDate?
    var issuer: String

    /// - Throws: `E-NOTFOUND`, also for one that this person may not see.
    static func of(_ number: String, in context: ReadContext) throws -> CertificateLine {
        var filter = Filter("e.certificateNo = ?", number.trimmed)
        filter.restrictToOwn("e.cadreId", for: context.principal)
        let line = try EnrolmentLine.fetch(context.db, where: filter, tail: "").first
        guard let line, let issuedOn = line.enrolment.creditedOn else {
            throw Rule.notFound.refused("certificate", field: "number", ["number": .text(number)])
        }
        return CertificateLine(
            number: number.trimmed, person: line.person, homeUnit: line.homeUnit, course: line.courseTitle,
            hours: line.enrolment.credited, score: line.enrolment.score, issuedOn: issuedOn,
            validUntil: line.enrolment.validUntil, issuer: try Jurisdiction.name(context.db) ?? "")
    }

    static let columns: [TableColumn<CertificateLine>] = [
        .text("certificateNo") { $0.number },
        .text("cadre") { $0.person },
        .text("homeUnit") { $0.homeUnit },
        .text("course") { $0.course },
        .decimal("hours") { Tenths.text($0.hours) },
        .decimal("examScore") { $0.score.map(Tenths.text) },
        .date("issuedOn") { $0.issuedOn },
        .date("validUntil") { $0.validUntil },
    ]
}

/// A certificate on paper, in Chinese as the district issues it.
struct CertificatePaper {
    private let line: CertificateLine
    private let strings: StringCatalogue

    init(_ line: CertificateLine, in context: ReadContext) {
        self.init(line, strings: context.registry.strings)
    }

    init(_ line: CertificateLine, strings: StringCatalogue) {
        self.line = line
        self.strings = strings
    }

    /// What stands on the paper.
    var body: HTML {
        let text = strings.text(
            Message(
                line.score == nil ? "certificatePaper.attended" : "certificatePaper.passed",
                [
                    "cadre": .text(line.person), "unit": .text(line.homeUnit), "course": .text(line.course),
                    "hours": .text(Tenths.text(line.hours)), "score": .text(line.score.map(Tenths.text) ?? ""),
                ]), in: .zhHans)
        let until = line.validUntil.map { strings.text(Message("certificatePaper.until", ["date": "\($0)"]), in: .zhHans) }
        return """
            <section class="certificate" lang="zh-Hans">
            <h2>\(title)</h2>
            <p class="certificate-no">\(strings.text(Message("certificatePaper.number", ["number": .text(line.number)]), in: .zhHans))</p>
            <p>\(text)</p>
            \(until.map { "<p>\($0)</p>" as HTML })
            <p class="certificate-seal">\(strings.text(Message("certificatePaper.issuer", ["district": .text(line.issuer)]), in: .zhHans))<br>\(chinese(line.issuedOn))</p>
            </section>
            """
    }

    /// A whole document, on its own.
    var document: HTML {
        """
        <!DOCTYPE html>
        <html lang="zh-Hans"><head><meta charset="utf-8"><title>\(title) \(line.number)</title>
        <style>@page { size: A4 landscape; margin: 25mm } body { font: 16pt/2 "FangSong", "Noto Serif CJK SC", serif; color: #000 }
        .certificate { border: 3px double #A4232A; padding: 18mm 24mm } .certificate h2 { text-align: center; font-size: 30pt; letter-spacing: .3em; color: #A4232A; margin: 0 0 8mm }
        .certificate p { text-indent: 2em; margin: 0 0 4mm } .certificate .certificate-no { text-align: right; font-size: 11pt }
        .certificate .certificate-seal { text-align: right; margin-top: 14mm }</style></head>
        <body>\(body)</body></html>
        """
    }

    private var title: String { strings.text("certificatePaper.title", in: .zhHans) ?? "" }
    private func chinese(_ day: CalendarDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
}
