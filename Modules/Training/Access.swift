import Operations
import Persistence

/// Who keeps the catalogue, the sessions and the results.
let trainingKeepers: Set<Role> = [.trainer, .inspectionOffice]
/// Who sees everybody's training.
let trainingReaders = trainingKeepers.union([.leadingGroup, .districtCommittee, .organisationDepartment, .hrBureau])
/// Why lists without people are open.
let openReason = "whoever may learn needs the catalogue and the calendar; nobody is named in them but teachers"
/// Why lists of one's own are open.
let ownReason = "everybody sees their own training; the query leaves everybody else out"

extension Principal {
    /// Whether the person sees everybody's training.
    var readsTraining: Bool { hasAny(of: trainingReaders) }
    var keepsTraining: Bool { hasAny(of: trainingKeepers) }
}

extension Filter {
    /// Leaves rows of other people out for those who see only their own.
    /// - Parameter column: the column with the cadre's id, `e.cadreId`.
    mutating func restrictToOwn(_ column: String, for principal: Principal) {
        if !principal.readsTraining { and("\(column) = ?", principal.cadre) }
    }
}
