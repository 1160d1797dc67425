import Foundation
import Interchange
import Operations
import PluginKit

/// Imports a deadline profile of one's own from a JSON file. What is published stays: a change is a new version, under which
/// only new clocks start.
struct ImportProfile: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var dryRun: Bool?
    }
    static let name: OperationName = "deadline.import"
    static let access = Access.roles([.inspectionOffice, .administrator])
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<DeadlineLine> {
        let profile = try Self.read(input.file.data)
        try Self.requireNew(profile, among: DeadlineProfiles.all(in: context))
        try DeadlineProfiles.save(profile, in: context)
        context.noteImport(of: "deadlineProfile", count: 1, source: input.file.data)
        let isDryRun = input.dryRun ?? false
        if isDryRun { context.discardChanges() }
        let sentence = Message(
            isDryRun ? "deadline.import.tried" : "deadline.import.done",
            ["id": .text(profile.id), "version": "\(profile.version)"])
        return Page(rows: profile.terms.map(DeadlineLine.init), sentence: sentence)
    }

    /// - Throws: `E-VAL` for what is not JSON or no profile, with the place in the file, and everything wrong with the profile.
    private static func read(_ data: Data) throws -> DeadlineProfile {
        try JSONLimits.check(data, limits: JSONLimits(bytes: 1024 * 1024, depth: 8))
        do {
            return try JSONDecoder().decode(DeadlineProfile.self, from: data)
        } catch let error as DecodingError {
            throw Rule.invalid.refused("profileFile", field: "file", ["place": .text(error.place)])
        }
    }

    private static func requireNew(_ profile: DeadlineProfile, among all: [DeadlineProfile]) throws {
        guard let newest = all.filter({ $0.id == profile.id }).map(\.version).max(), profile.version <= newest else { return }
        throw Rule.duplicate.refused(
            "profile", field: "version",
            ["id": .text(profile.id), "version": "\(profile.version)", "newest": "\(newest)"])
    }
}

extension DecodingError {
    /// Where in the file it went wrong, `terms.3.period`; a dash for the file as a whole.
    fileprivate var place: String {
        let (path, key): ([any CodingKey], (any CodingKey)?) =
            switch self {
            case .keyNotFound(let key, let context): (context.codingPath, key)
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context.codingPath, nil)
            @unknown default: ([], nil)
            }
        let names = (path + [key].compactMap { $0 }).map { $0.intValue.map(String.init) ?? $0.stringValue }
        return names.isEmpty ? "—" : names.joined(separator: ".")
    }
}
