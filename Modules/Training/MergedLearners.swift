import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// What follows for training when two records become one person's. In a session that both were in, the enrolment that says more stays
/// and the other is cancelled, so that hours are credited once; the higher of two levels is the person's.
enum MergedLearners {
    static let reaction = Reaction("training.mergedLearners", to: MergedCadre.event) { event, context in
        let merged = try JSONDecoder().decode(MergedCadre.self, from: Data(event.payload.utf8))
        try moveEnrolments(merged, context)
        try moveExternals(merged, context)
        let gone = try Levels.level(of: merged.gone, in: context.db)
        if try gone > Levels.level(of: merged.kept, in: context.db) {
            try LevelChanges.record(merged.kept, gone, evidence: merged.reason, in: context)
        }
    }

    private static func moveEnrolments(_ merged: MergedCadre, _ context: WriteContext) throws {
        let sql = "SELECT * FROM training_enrolment WHERE cadreId = ? ORDER BY id"
        var own = try Enrolment.fetchAll(context.db, sql: sql, arguments: [merged.kept]).filter { $0.state != .cancelled }
        var twice: [UniqueID] = []
        for before in try Enrolment.fetchAll(context.db, sql: sql, arguments: [merged.gone]) {
            var enrolment = before
            enrolment.cadreId = merged.kept
            if enrolment.state != .cancelled, let place = own.firstIndex(where: { $0.sessionId == enrolment.sessionId }) {
                twice.append(enrolment.sessionId)
                if rank(own[place]) >= rank(enrolment) {
                    cancel(&enrolment)
                } else {
                    let other = own[place]
                    cancel(&own[place])
                    try save(own[place], over: other, context)
                }
            }
            try save(enrolment, over: before, context)
        }
        for id in twice {
            let session = try Session.fetchOne(context.db, sql: "SELECT * FROM training_session WHERE id = ?", arguments: [id])
            if let session { try WaitingList(session, in: context).moveUp() }
        }
    }

    /// Which of two enrolments in one session says more.
    private static func rank(_ enrolment: Enrolment) -> Int {
        let order: [EnrolmentState] = [
            .cancelled, .waitlisted, .confirmed, .absent, .excused, .attended, .failed, .exempt, .passed,
        ]
        return order.firstIndex(of: enrolment.state) ?? 0
    }

    private static func cancel(_ enrolment: inout Enrolment) {
        enrolment.state = .cancelled
        enrolment.credited = 0
        enrolment.creditedOn = nil
        enrolment.creditNote = nil
        enrolment.validUntil = nil
    }

    private static func save(_ enrolment: Enrolment, over before: Enrolment, _ context: WriteContext) throws {
        var enrolment = enrolment
        enrolment.version += 1
        try enrolment.update(context.db)
        try context.noteChange(of: "enrolment", enrolment.id, from: before, to: enrolment)
    }

    /// A class whose certificate both have is one class.
    private static func moveExternals(_ merged: MergedCadre, _ context: WriteContext) throws {
        let sql = "SELECT * FROM training_external WHERE cadreId = ?"
        let own = Set(try ExternalClass.fetchAll(context.db, sql: sql, arguments: [merged.kept]).map(\.certificateNo))
        for before in try ExternalClass.fetchAll(context.db, sql: sql, arguments: [merged.gone]) {
            if own.contains(before.certificateNo) {
                try before.delete(context.db)
                try context.noteChange(of: "externalClass", before.id, from: before, to: ["sameAs": merged.kept.description])
            } else {
                var external = before
                external.cadreId = merged.kept
                try external.update(context.db)
                try context.noteChange(of: "externalClass", external.id, from: before, to: external)
            }
        }
    }
}
