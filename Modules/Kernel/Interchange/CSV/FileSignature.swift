import Foundation
import PluginKit

/// What the first bytes of a file say about its kind.
public enum FileSignature {
    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// Whether the file is a zip archive, as `.xlsx` workbooks are.
    public static func isZip(_ data: Data) -> Bool { data.starts(with: zip) }

    /// Whether the file has the container of `.xls` workbooks, or of encrypted `.xlsx` ones. No reader here takes either.
    public static func isOldOffice(_ data: Data) -> Bool { data.starts(with: oldOffice) }

    /// Refuses a workbook given as CSV (`E-VAL`) with a sentence that says what to do.
    static func refuseWorkbook(_ data: Data) throws {
        guard isZip(data) || isOldOffice(data) else { return }
        throw Rule.invalid.refused("tableIsWorkbook")
    }
}
