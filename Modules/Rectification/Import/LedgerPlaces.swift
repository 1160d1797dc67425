import GRDB
import Inspection
import Operations
import Organization
import Persistence
import PluginKit

/// Where the rows of a ledger belong: each name in it looked up once.
struct LedgerPlaces {
    /// What a name turned out to be.
    enum Place {
        /// Inspected in the round.
        case target(Target)
        /// A unit of the tree that is not on the round's list.
        case unit(Unit)
        /// Several units share the name.
        case ambiguous([Unit])
        case unknown
    }

    private(set) var places: [String: Place] = [:]

    /// Looks every name up among the valid units and the round's targets.
    init(_ names: Set<String>, round: Round, in db: Database) throws {
        let rule = UnitNames(jurisdiction: try Jurisdiction.name(db) ?? "")
        let targets = Dictionary(
            try Rounds.targets(of: round, in: db).map { ($0.unitId, $0) }, uniquingKeysWith: { first, _ in first })
        for name in names {
            let found = try Self.units(named: rule.candidates(for: name), in: db)
            switch found.count {
            case 0: places[name] = .unknown
            case 1: places[name] = targets[found[0].id].map(Place.target) ?? .unit(found[0])
            default: places[name] = .ambiguous(found)
            }
        }
    }

    /// The units under the first of these names that any unit has.
    private static func units(named candidates: [String], in db: Database) throws -> [Unit] {
        for name in candidates {
            let found = try Units.units(named: name, in: db)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The target of a name; nil while there is none.
    func target(_ name: String) -> Target? {
        if case .target(let target) = places[name] { return target }
        return nil
    }

    /// Adds what the ledger shows to have been inspected and is missing: units to the tree, targets to the round. Names that differ
    /// only in the ending of the Party organisation are one unit.
    /// - Returns: how many units and targets were added.
    mutating func addMissing(_ rows: [LedgerRow], to round: Round, in context: WriteContext) throws -> (units: Int, targets: Int)
    {
        var added: [String: Target] = [:]
        var counts = (units: 0, targets: 0)
        for row in rows {
            switch places[row.unit] {
            case .unit(let unit):
                let target = try added[unit.id.description] ?? Rounds.addHistoricTarget(unit: unit.id, to: round, in: context)
                if added.updateValue(target, forKey: unit.id.description) == nil { counts.targets += 1 }
                places[row.unit] = .target(target)
            case .unknown:
                let name = UnitNames.withoutPartyEnding(row.unit)
                if added[name] == nil {
                    let unit = try Units.addUnlisted(name: row.unit, kind: row.unitKind, in: context)
                    added[name] = try Rounds.addHistoricTarget(unit: unit.id, to: round, in: context)
                    counts.units += 1
                    counts.targets += 1
                }
                places[row.unit] = added[name].map(Place.target) ?? .unknown
            case .target, .ambiguous, nil: break
            }
        }
        return counts
    }
}
