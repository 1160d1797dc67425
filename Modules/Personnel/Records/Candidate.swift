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
    /// Schools attended, for RC3 and RC8.
    package var studies: [StudyFact]
    /// 籍贯 and 成长地, for RC9.
    package var origins: [String]
    /// Matters concerning a unit that the person is party to, for RC10.
    package var matters: [MatterFact]
    /// Units inspected in earlier rounds, for RC11; the latest first. Whoever left before the team went on site inspected nothing.
    package var inspected: [InspectedFact]

    package init(
        id: UniqueID, name: String, unitId: UniqueID?, unitName: String, pool: PoolKind, specialties: [String] = [],
        posts: [PostSpan] = [], kin: [KinFact] = [], kinStated: Bool = true, roundsServed: Int = 0, nameKey: Data = Data(),
        seq: Int64 = 0, studies: [StudyFact] = [], origins: [String] = [], matters: [MatterFact] = [],
        inspected: [InspectedFact] = []
    ) {
        self.studies = studies
        self.origins = origins
        self.matters = matters
        self.inspected = inspected
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
    package var title: String?
    package var from: YearMonth
    package var to: YearMonth?

    package init(unitId: UniqueID?, unitName: String, title: String? = nil, from: YearMonth, to: YearMonth?) {
        self.title = title
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
    /// The relative's post and name; nil where the declaration does not say.
    package var post: String?
    package var name: String?

    package init(relation: String, unitId: UniqueID?, unitName: String, post: String? = nil, name: String? = nil) {
        self.post = post
        self.name = name
        self.relation = relation
        self.unitId = unitId
        self.unitName = unitName
    }
}

/// A time at a school.
package struct StudyFact: Sendable, Hashable {
    package var unitId: UniqueID?
    package var school: String
    package var major: String?
    package var supervisor: String?
    package var from: YearMonth?
    package var to: YearMonth?

    package init(
        unitId: UniqueID? = nil, school: String, major: String? = nil, supervisor: String? = nil, from: YearMonth? = nil,
        to: YearMonth? = nil
    ) {
        self.unitId = unitId
        self.school = school
        self.major = major
        self.supervisor = supervisor
        self.from = from
        self.to = to
    }
}

/// A complaint, lawsuit or earlier case that concerns a unit and that the person had a part in.
package struct MatterFact: Sendable, Hashable {
    package var unitId: UniqueID?
    package var unitName: String
    package var what: String

    package init(unitId: UniqueID?, unitName: String, what: String) {
        self.unitId = unitId
        self.unitName = unitName
        self.what = what
    }
}

/// A unit inspected in an earlier round.
package struct InspectedFact: Sendable, Hashable {
    package var unitId: UniqueID
    package var round: String
    package var role: PoolKind

    package init(unitId: UniqueID, round: String, role: PoolKind) {
        self.unitId = unitId
        self.round = round
        self.role = role
    }
}
