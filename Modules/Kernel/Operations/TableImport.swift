import Foundation
import Interchange
import PluginKit

/// How an import treats what it finds; every import has these three fields.
public struct ImportOptions: Sendable {
    /// Read, check and report, but keep nothing.
    public var dryRun: Bool
    /// Keep the good rows and hand the others back.
    public var partial: Bool
    /// Name of the rejects file the caller wants.
    public var rejects: DownloadName?

    public init(dryRun: Bool?, partial: Bool?, rejects: DownloadName?) {
        self.dryRun = dryRun ?? false
        self.partial = partial ?? false
        self.rejects = rejects
    }
}

/// An import that was refused as a whole; the rejects file is handed out all the same.
public struct ImportRefused: UserFacingError, DocumentedError {
    public var refusals: [Refusal]
    public var document: Document?
}

/// What an import gives back: what became of the rows, and the rejects file where somebody asked for one.
public struct ImportOutcome: Answerable {
    public var faults: [RowFault]
    public var sentence: Message
    public var document: Document?

    public init(faults: [RowFault], sentence: Message, document: Document?) {
        self.faults = faults
        self.sentence = sentence
        self.document = document
    }

    public static var columns: [ColumnShape]? { RowFault.shapes }
    public static var shape: Answer.Shape? { .list }
    public var answer: Answer {
        var answer = Answer(list: faults, sentence: sentence)
        answer.document = document
        answer.excerpt = FaultExcerpt.of(faults)
        return answer
    }
}

extension RowFault: Tabular {
    public static let columns: [TableColumn<RowFault>] = [
        .integer("row") { $0.row },
        .text("sourceColumn") { $0.column },
        .text("sourceValue") { $0.value },
        TableColumn("severity") { .word(code: $0.severity.code, key: "severity.\($0.severity.code)") },
        .sentence("fault") { $0.message },
    ]
}

extension RowFault.Severity {
    /// The word used in answers.
    public var code: String {
        switch self {
        case .refused: "refused"
        case .question: "question"
        case .normalised: "normalised"
        case .notice: "notice"
        }
    }
}

extension ReadContext {
    /// Reads an uploaded table by the format its name asks for.
    /// - Throws: `E-VAL`, `R-LOG-04`.
    public func table(_ upload: Upload) throws -> SourceTable {
        let format = try registry.tableFormat(forFile: upload.name)
        guard let read = format.read else {
            throw Rule.invalid.refused("tableNotReadable", field: "file", ["file": .text(upload.name)])
        }
        return try read(upload.data, ReadLimits())
    }
}

extension WriteContext {
    /// Ends the reading of an import before anything is saved: all or nothing unless the caller takes the good rows.
    /// - Parameter blocking: severities that keep a row from being saved.
    /// - Returns: the rejects file, where one was asked for and there is something to hand back.
    /// - Throws: ``ImportRefused`` with every faulty cell, unless `partial`.
    public func settle(
        _ report: ImportReport, _ options: ImportOptions, blocking: Set<RowFault.Severity> = [.refused]
    ) throws -> Document? {
        let faults = report.faults.filter { blocking.contains($0.severity) }
        let document = options.rejects.flatMap { name -> Document? in
            guard !faults.isEmpty else { return nil }
            let data = report.rejects(language: language, strings: registry.strings, severities: blocking)
            return Document(name: name.path, contentType: "text/csv; charset=utf-8", data: data)
        }
        guard faults.isEmpty || options.partial else {
            throw ImportRefused(refusals: faults.map(\.refusal), document: document)
        }
        if options.dryRun { discardChanges() }
        return document
    }
}
