import GRDB
import Operations
import Persistence
import PluginKit

extension RosterWriter {
    /// Amends somebody as `cadre.amend` does, with the roster as the source.
    func write(_ update: RosterUpdate) throws {
        var cadre = update.after
        let kind: IdentityKind? = update.idNumber.map { $0.count == 18 ? .resident : .passport }
        try CadreChange.seal(
            phone: nil, idNumber: update.idNumber, kind: kind ?? cadre.idKind ?? .resident, into: &cadre, context)
        try writeHistory(update, of: cadre)
        let last = try lastOrdinal("personnel_kin", of: cadre.id)
        for (index, kin) in update.kin.enumerated() {
            try write(kin, of: cadre.id, at: last + index + 1)
            try context.noteChange(of: "cadreKin", cadre.id, to: ["kin": kin.raw])
        }
        for study in update.studies { try write(study, of: cadre.id) }
        _ = try CadreChange.keep(update.before, cadre, roster, context)
        cadre.version += 1
        try cadre.update(context.db)
        try context.noteChange(of: "cadre", cadre.id, from: update.before, to: cadre)
        try RecusalCases.recheck(cadre.id, in: context)
    }

    private func writeHistory(_ update: RosterUpdate, of cadre: Cadre) throws {
        for post in update.ends + update.left {
            try post.update(context.db)
            try context.noteChange(of: "cadrePost", post.id, to: post)
        }
        for (before, corrected) in update.corrections {
            var post = corrected
            post.rosterId = roster.id
            try post.update(context.db)
            try context.noteChange(of: "cadrePost", post.id, from: before, to: post)
        }
        let last = try lastOrdinal("personnel_post", of: cadre.id)
        for (index, post) in update.posts.enumerated() {
            try write(post, of: cadre.id, at: last + index + 1)
            try context.noteChange(of: "cadrePost", cadre.id, to: ["post": post.raw])
        }
        if let since = update.movedSince { try CadreChange.movePost(of: cadre, since: since, roster, context) }
    }

    private func lastOrdinal(_ table: String, of cadre: UniqueID) throws -> Int {
        try Int.fetchOne(context.db, sql: "SELECT coalesce(max(ordinal), 0) FROM \(table) WHERE cadreId = ?", arguments: [cadre])
            ?? 0
    }
}
