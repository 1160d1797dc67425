import GRDB
import Operations
import Persistence
import PluginKit

/// What other modules may ask about rounds and targets, and the few changes they may cause.
package enum Rounds {
    /// The round of a code such as `14-3`.
    /// - Throws: `E-NOTFOUND` on the field.
    package static func round(_ code: String, field: String = "round", in db: Database) throws -> Round {
        guard let round = try Round.fetchOne(db, sql: "SELECT * FROM inspection_round WHERE code = ?", arguments: [code]) else {
            throw Rule.notFound.refused("round", field: field, ["code": .text(code)])
        }
        return round
    }

    /// The target of a unit in a round; nil when the unit is not inspected in it.
    package static func target(of unit: UniqueID, in round: Round, db: Database) throws -> Target? {
        try Target.fetchOne(
            db, sql: "SELECT * FROM inspection_target WHERE roundId = ? AND unitId = ?", arguments: [round.id, unit])
    }

    package static func target(id: UniqueID, in db: Database) throws -> Target? {
        try Target.fetchOne(db, sql: "SELECT * FROM inspection_target WHERE id = ?", arguments: [id])
    }

    package static func targets(of round: Round, in db: Database) throws -> [Target] {
        try Target.fetchAll(db, sql: "SELECT * FROM inspection_target WHERE roundId = ? ORDER BY id", arguments: [round.id])
    }

    /// Adds a target that an older ledger shows to have been inspected and fed back.
    package static func addHistoricTarget(unit: UniqueID, to round: Round, in context: WriteContext) throws -> Target {
        try context.acting(for: InspectionPlugin.manifest.id) {
            let target = Target(
                id: context.nextID(), version: 1, roundId: round.id, unitId: unit, teamId: nil, kind: .regular,
                linkageRole: .none,
                upperTargetId: nil, state: .fedBack, noticeDate: nil, entryDate: nil, exitDate: nil, feedbackDate: nil)
            try context.insert(target, as: "target", target.id)
            return target
        }
    }

    /// Moves a target on when its rectification reaches a step: plan approved, progress reported, evaluated, closed.
    package static func move(_ target: Target, to state: TargetState, in context: WriteContext) throws {
        try context.acting(for: InspectionPlugin.manifest.id) {
            var changed = target
            changed.state = state
            changed.version += 1
            try changed.update(context.db)
            try context.noteChange(of: "target", target.id, from: target, to: changed)
        }
    }
}
