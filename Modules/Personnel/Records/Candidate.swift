import Foundation
import Interchange
import Persistence

/// What selection and recusal need to know about a cadre in a pool.
package struct Candidate: Sendable, Hashable {
    package var id: UniqueID
    package var name: String
    /// Where the cadre works now; nil where the roster's name leads to no unit of the tree.
    package var unitId: UniqueID?
    package var unitName: String
    package var pool: PoolKind
    package var specialties: [String]
    package var posts: [PostSpan]
    package var kin: [KinFact]
    /// Whether relatives were declared at all.
    package var kinStated: Bool
    package var roundsServed: Int
    /// Pinyin sort key of the name.
    package var nameKey: Data
    package var seq: Int64

    package init(
        id: UniqueID, name: String, unitId: UniqueID?, unitName: String, pool: PoolKind, specialties: [String] = [],
        posts: [PostSpan] = [], kin: [KinFact] = [], kinStated: Bool = true, roundsServed: Int = 0, nameKey: Data = Data(),
        seq: Int64 = 0
    ) {
        self.id = id
        self.name = name
        self.unitId = unitId
        self.unitName = unitName
        self.pool = pool
        self.specialties = specialties
        self.posts = posts
        self.kin = kin
        self.kinStated = kinStated
        self.roundsServed = roundsServed
        self.nameKey = nameKey
        self.seq = seq
    }
}

/// A post held from a month until another; without an end it lasts.
package struct PostSpan: Sendable, Hashable {
    package var unitId: UniqueID?
    package var unitName: String
    package var from: YearMonth
    package var to: YearMonth?

    package init(unitId: UniqueID?, unitName: String, from: YearMonth, to: YearMonth?) {
        self.unitId = unitId
        self.unitName = unitName
        self.from = from
        self.to = to
    }
}

/// A relative and where the relative works.
package struct KinFact: Sendable, Hashable {
    package var relation: String
    package var unitId: UniqueID?
    /// Empty where the declaration does not say.
    package var unitName: String

    package init(relation: String, unitId: UniqueID?, unitName: String) {
        self.relation = relation
        self.unitId = unitId
        self.unitName = unitName
    }
}
