import Foundation
import PluginKit

/// A kind of file that tables are read from or written to. CSV is the kernel's; add-ons bring others.
public struct TableFormat: Sendable {
    /// Reads a whole file. `sheet` is nil for the first visible sheet; a format without sheets does not look at it.
    public typealias Read = @Sendable (_ data: Data, _ limits: ReadLimits) throws -> SourceTable
    /// Writes a whole file.
    public typealias Write = @Sendable (_ table: ExportTable) throws -> Data

    /// `csv` or `xlsx`: lower case, without the dot. It is the key in the slot.
    public var fileExtension: String
    /// The media type for HTTP, `text/csv; charset=utf-8`.
    public var contentType: String
    /// Reads a table; nil for a format that is only written. Throws `E-VAL` refusals and `R-LOG-04`.
    public var read: Read?
    /// Reads the sheet of this name; nil for a format without sheets.
    public var readSheet: (@Sendable (_ data: Data, _ sheet: String, _ limits: ReadLimits) throws -> SourceTable)?
    /// Writes a table; nil for a format that is only read.
    public var write: Write?

    public init(
        fileExtension: String, contentType: String, read: Read? = nil,
        readSheet: (@Sendable (Data, String, ReadLimits) throws -> SourceTable)? = nil, write: Write? = nil
    ) {
        self.fileExtension = fileExtension
        self.contentType = contentType
        self.read = read
        self.readSheet = readSheet
        self.write = write
    }
}

/// Slot for table formats, by file extension.
public enum TableFormats: ContributionKind {
    public static let slot = "tableFormats"
    public static func key(of value: TableFormat) -> String { value.fileExtension }
}

extension Registry {
    /// The format that a file's name asks for by its extension; letter case does not matter.
    /// - Throws: `E-VAL` naming the formats this program has.
    public func tableFormat(forFile name: String) throws -> TableFormat {
        let fileExtension = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let formats = values(TableFormats.self)
        if let format = formats.first(where: { $0.fileExtension == fileExtension }) { return format }
        let known = formats.map(\.fileExtension).sorted().joined(separator: ", ")
        throw Rule.invalid.refused("tableFormat", ["file": .text(name), "known": .text(known)])
    }
}
