import Foundation
import GRDB
import Persistence
import PluginKit

/// Turns any error into refusals that people can read.
public enum ErrorTranslation {
    /// What an error refuses; empty when it is none that people could do anything about.
    public static func refusals(of error: any Error) -> [Refusal] {
        switch error {
        case let error as any UserFacingError: error.refusals
        case let error as DatabaseError: refusal(of: error).map { [$0] } ?? []
        case let error as DecodingError: [refusal(of: error)]
        case let error as CocoaError: refusal(of: error).map { [$0] } ?? []
        default: []
        }
    }

    private static func refusal(of error: DatabaseError) -> Refusal? {
        let reason: [String: Message.Argument] = ["reason": .text(error.message ?? "\(error.resultCode)")]
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return Rule.stale.refused("busy")
        case .SQLITE_FULL: return Rule.fullDisk.refused()
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: return Rule.readOnlyFile.refused()
        case .SQLITE_IOERR, .SQLITE_CANTOPEN: return Rule.failingFile.refused(reason)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return Rule.integrity.refused("damaged", reason)
        case .SQLITE_CONSTRAINT where isUniqueness(error): return Rule.duplicate.refused()
        default: return nil
        }
    }

    private static func isUniqueness(_ error: DatabaseError) -> Bool {
        [.SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY].contains(error.extendedResultCode)
    }

    private static func refusal(of error: DecodingError) -> Refusal {
        let context: DecodingError.Context
        switch error {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
        case .keyNotFound(let key, let found):
            return Rule.invalid.refused("missing", field: path(found.codingPath + [key]))
        @unknown default: return Rule.invalid.refused()
        }
        return Rule.invalid.refused(field: path(context.codingPath))
    }

    private static func path(_ keys: [any CodingKey]) -> String? {
        keys.isEmpty ? nil : keys.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: ".")
    }

    private static func refusal(of error: CocoaError) -> Refusal? {
        guard let path = error.filePath ?? error.url?.path else { return nil }
        let place: [String: Message.Argument] = ["path": .text(path)]
        switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: return Rule.absentFile.refused(place)
        case .fileWriteFileExists: return Rule.existingFile.refused(place)
        case .fileWriteOutOfSpace: return Rule.fullDisk.refused()
        default:
            return Rule.failingFile.refused("path", ["path": .text(path), "reason": .text(error.localizedDescription)])
        }
    }
}
