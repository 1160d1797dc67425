import Foundation
import HostKit
import Operations
import Persistence
import PluginKit

private let fileAccess = Access.everyone(reason: "works on whole files; the permissions of the files decide")

/// What is known of a backup that was checked.
struct BackupRow: Tabular {
    let report: Backup.Report

    static var columns: [TableColumn<BackupRow>] {
        [
            .text("backupPath") { $0.report.path },
            .integer("backupBytes") { $0.report.bytes },
            .integer("auditCount") { $0.report.audit.count },
            .text("auditHash") { $0.report.audit.hash },
        ]
    }
}

/// `backup create`: a checked copy of the file, made while it is in use.
struct CreateBackup: HostOperation {
    struct Input: Codable, Sendable {
        var out: String
    }

    static let name: OperationName = "backup.create"
    static let access = fileAccess

    /// - Throws: `E-FILE-EXISTS`, `R-SEC-02`.
    func run(_ input: Input, in context: HostContext) throws -> RecordAnswer<BackupRow> {
        try OwnFiles(context.configuration, context.environment).check(input.out, field: "out")
        let report = try Backup.create(of: context.open().store, at: input.out)
        return RecordAnswer(BackupRow(report: report), sentence: Message("backup.create.done", ["path": input.out]))
    }
}

/// `backup verify`: checks a copy without touching anything.
struct VerifyBackup: HostOperation {
    struct Input: Codable, Sendable {
        var file: String
    }

    static let name: OperationName = "backup.verify"
    static let access = fileAccess
    static let positional = ["file"]

    /// - Throws: `E-FILE-ABSENT`, `R-SEC-02`.
    func run(_ input: Input, in context: HostContext) throws -> RecordAnswer<BackupRow> {
        let report = try Backup.verify(input.file)
        return RecordAnswer(BackupRow(report: report), sentence: Message("backup.verify.sound", ["path": input.file]))
    }
}

/// `backup restore`: puts a checked copy in the place of the office's file, which is kept beside it.
struct RestoreBackup: HostOperation {
    struct Input: Codable, Sendable {
        var file: String
        var yes: Bool
    }

    static let name: OperationName = "backup.restore"
    static let access = fileAccess
    static let positional = ["file"]

    /// - Throws: `E-FILE-ABSENT`, `R-SEC-02`, `E-LOCK` when the office's file is in use, `E-VAL` without a yes.
    func run(_ input: Input, in context: HostContext) throws -> RecordAnswer<BackupRow> {
        let path = context.configuration.database
        let question = Message("backup.restore.question", ["path": path, "backup": input.file])
        let replaces = FileManager.default.fileExists(atPath: path)
        guard !replaces || input.yes || context.confirm(question) else {
            throw Rule.invalid.refused("confirmation", field: "yes")
        }
        let stamp = Instant(context.time.now()).description.filter(\.isNumber).prefix(14)
        let (report, kept) = try Backup.restore(input.file, to: path, keepingAs: "before-\(stamp)")
        let sentence =
            kept.map { Message("backup.restore.kept", ["path": path, "kept": $0]) }
            ?? Message("backup.restore.done", ["path": path])
        return RecordAnswer(BackupRow(report: report), sentence: sentence)
    }
}
