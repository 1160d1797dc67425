import Foundation
import Interchange
import Operations
import Persistence
import PluginKit
import StudyLog
import Transfer

/// Fetches a platform's export from the address set for it and imports it like a file. Nothing is saved unless every row can be, or the
/// caller takes the good ones.
struct FetchExport: Command {
    struct Input: Codable, Sendable {
        /// Code of the platform.
        var platform: String
        var mode: StudyMode?
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
        /// What was fetched before the transaction opened; nothing a caller can give.
        var export: Upload?

        private enum CodingKeys: String, CodingKey { case platform, mode, dryRun, partial, rejects }
    }
    static let name: OperationName = "platform.fetch"
    static let access = Access.roles([.trainer, .inspectionOffice])

    /// The network is slow and must not hold up other writers.
    func prepare(_ input: Input, with preparation: Preparation) throws -> Input {
        let platform = try preparation.registry.importedPlatform(input.platform)
        let source = try preparation.read { try Source.of(platform.code, in: $0) }
        let environment = ProcessInfo.processInfo.environment
        let credential = TransferCredential(Source.variable(for: platform.code), in: environment)
        let reply = try Transfer(environment: environment).fetch(source.address, credential: credential)
        var input = input
        input.export = Upload(name: "\(platform.code).\(Self.fileExtension(of: reply.data))", data: reply.data)
        return input
    }

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        let platform = try context.registry.importedPlatform(input.platform)
        var source = try Source.of(platform.code, in: context.db)
        guard let export = input.export else { throw Rule.invalid.refused("missing", field: "platform") }
        let outcome = try StudyImports.take(
            export, platform: platform, mode: input.mode,
            options: ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects), in: context)
        source.fetchedAt = context.instant
        try source.update(context.db)
        return outcome
    }

    /// Workbooks are archives that begin with `PK`; everything else is read as CSV.
    private static func fileExtension(of data: Data) -> String { data.starts(with: Data("PK".utf8)) ? "xlsx" : "csv" }
}
